/** Several at one keyboard, where there are no buttons: what becomes of their evening when the program ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import { openSqliteStore } from "../../store/sqlite.ts";
import type { Store } from "../../store/store.ts";
import { createHost, type Host } from "../host.ts";
import { openReader } from "../open-reader.ts";
import { type FakePlatform, fakePlatform } from "../testing/fake-platform.ts";

const world = tinyWorld();
let folder = "";
let store: Store;
let host: Host;
let platform: FakePlatform;
let nowMs = 0;

async function begin(): Promise<void> {
  store = await openSqliteStore(join(folder, "matinee.db"));
  platform = fakePlatform(() => nowMs);
  const { adapter } = platform;
  const reader = await openReader(world, { wordsFolder: "data/words" });
  host = createHost({
    world,
    servedTo: () => ({ world, reader }),
    store,
    adapter: { ...adapter, capabilities: { ...adapter.capabilities, buttons: false } },
    now: () => nowMs,
    onError: (error) => {
      throw error;
    },
  });
  await host.start();
}

async function end(): Promise<void> {
  await host.stop();
  await store.close();
}

async function restart(): Promise<void> {
  await end();
  await begin();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-"));
  nowMs = 1_000_000;
  await begin();
  for (const line of ["together", "ben is in", "start", "1 2"]) await says(line);
});
afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true });
});

const does = (did: Parameters<FakePlatform["does"]>[1]) => {
  nowMs += 2_000;
  return platform.does("ada", did);
};
const says = (text: string) => does({ kind: "said", text });
const latest = () => {
  const card = platform.shown.at(-1)!.card;
  return [card.title?.text ?? "", ...card.lines].join("\n");
};

test("whoever comes back finds it where it was, and it goes on", async () => {
  await restart();
  await does({ kind: "opened" });
  expect(latest()).toMatch(/^Tonight's short list.*Ready: 1 of 2\..*ben, it is you/s);
  await says("2");
  expect(latest()).toMatch(/^Tonight: .*2 of 2 would watch it/s);
});

test("'together' goes on with the one that is under way, and stopped it begins another", async () => {
  await says("together");
  expect(latest()).toMatch(/Ready: 1 of 2\./);
  await says("stop");
  await says("together");
  expect(latest()).toContain("In (1): ada.");
});

test("after hours of silence it was left, and what is said is said in the chat", async () => {
  await says("stop");
  await says("together");
  await restart();
  nowMs += 7 * 3_600_000;
  await does({ kind: "opened" });
  await says("a comedy");
  expect(latest()).not.toContain("It must be");
  await says("together");
  expect(latest()).toContain("In (1): ada.");
});
