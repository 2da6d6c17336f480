import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { tinyReader } from "../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { StateAtHand } from "./at-hand.ts";
import { handle } from "./handle.ts";
import { createHost } from "./host.ts";
import { keyedQueue } from "./keyed-queue.ts";
import { createLinking } from "./linking.ts";
import { createOutbox } from "./outbox.ts";
import { createRedrawing } from "./redrawing.ts";
import { createSharing } from "./sharing.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

const ADA = { platform: "fake", id: "ada" };
const said = (text: string) => ({ kind: "said", text }) as const;
const fails = (error: unknown) => {
  throw error;
};

async function opened() {
  const file = join(await temporaryFolder(), "forgetting.db");
  const store = await openSqliteStore(file, { wipeWithinMs: 100 });
  onTestFinished(() => store.close());
  return { file, store, platform: fakePlatform() };
}

test("leaves nothing of a person at hand, of any conversation", async () => {
  const { store, platform } = await opened();
  const { adapter } = platform;
  const states = new Map<string, StateAtHand>();
  const outbox = createOutbox({
    exportOf: async () => expect.fail("nothing is exported here"),
    ask: async () => expect.fail("nobody is asked here"),
    store,
    adapter,
    queue: keyedQueue(),
    now: Date.now,
    onTrouble: fails,
  });
  const host = {
    world: tinyWorld(),
    store,
    reader: tinyReader,
    adapter,
    outbox,
    redrawing: createRedrawing(adapter, fails),
    linking: createLinking(store),
    sharing: createSharing(store, undefined),
    states,
  };
  const says = (text: string, nth: number, conversation: string) =>
    handle(host, { user: ADA, conversation, event: `event-${nth}`, atMs: nth, did: said(text) });
  await says("next", 0, "fake:here");
  await says("next", 1, "fake:there");
  await says("forget me", 2, "fake:here");
  expect(states.size).toBeGreaterThan(0);
  await says("yes", 3, "fake:here");
  expect(states.size).toBe(0);
  expect(platform.shown.at(-1)!.card.lines[0]).toContain("Everything about you is deleted.");
});

test("is said to take a while on the disk where another program reads, and whoever comes back is new", async () => {
  const { file, store, platform } = await opened();
  await createHost({ world: tinyWorld(), store, adapter: platform.adapter, onError: fails }).start();
  await platform.does("ada", said("next"));
  await platform.does("ada", said("y"));
  const reader = new Database(file);
  reader.exec("BEGIN");
  reader.prepare("SELECT * FROM log").all();
  await platform.does("ada", said("forget me"));
  await platform.does("ada", said("yes"));
  const [line] = platform.shown.at(-1)!.card.lines;
  expect(line).toMatch(
    /^Done\. Everything about you is deleted\. The last traces on the disk go by themselves/,
  );
  reader.close();
  await platform.does("ada", { kind: "opened" });
  expect(platform.shown.at(-1)!.card.title!.text).toBe("Matinee");
  expect((await store.load(ADA, "fake:ada")).log).toEqual([]);
});
