import { Session } from "node:inspector/promises";
import { expect, onTestFinished, test } from "vitest";
import { memoryStore } from "../store/memory.ts";
import { readConfig } from "./config.ts";
import { createHost } from "./host.ts";
import { openReader } from "./open-reader.ts";
import { openWorld } from "./open-world.ts";
import { rehearse } from "./rehearse.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

/** How many times functions of the project are called meanwhile. */
async function callsIn(doing: () => Promise<void>): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await doing();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  const ours = result.filter(({ url }) => url.includes("/dist/src/"));
  return ours
    .flatMap(({ functions }) => functions)
    .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}

const TEXTS = ["a comedy", "french films with Audrey Tautou", "something with submarines"];

test("after a rehearsal who asks first makes hardly more work than who asks second", async () => {
  const { MATINEE_ARTIFACTS, MATINEE_POLICY, MATINEE_WORDS } = readConfig();
  const world = await openWorld(MATINEE_ARTIFACTS, MATINEE_POLICY);
  await rehearse(world);
  const { adapter, does, shown } = fakePlatform();
  const host = createHost({
    world,
    store: memoryStore(),
    reader: await openReader(world, { wordsFolder: MATINEE_WORDS }),
    adapter,
    onError(error) {
      throw error;
    },
  });
  onTestFinished(() => host.stop());
  await host.start();
  for (const text of TEXTS) {
    const first = await callsIn(() => does(`first: ${text}`, { kind: "said", text }));
    const second = await callsIn(() => does(`second: ${text}`, { kind: "said", text }));
    expect(first, text).toBeLessThan(2 * second);
  }
  expect(shown.filter(({ card }) => card.suggestion).length).toBe(2 * TEXTS.length);
});
