/** What came in is dealt with, whatever ends the process before it could be committed. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { anotherProcess } from "../store/testing/another-process.ts";
import { createHost, type Host } from "./host.ts";
import { openInbox } from "./inbox.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const ADA = { platform: "fake", id: "ada" };
const HOUR_MS = 3_600_000;
const said = (text: string) => ({ kind: "said", text }) as const;

interface Running {
  readonly store: Store;
  readonly platform: FakePlatform;
  readonly host: Host;
  /** As a program ends; what was begun may be left. */
  end(): Promise<void>;
}

let file: string;
let kept: string;

beforeEach(async () => {
  file = join(await temporaryFolder(), "matinee.db");
  kept = `${file}-inbox`;
});

async function run({ nowMs = Date.now(), isFailing = false } = {}): Promise<Running> {
  const store = await openSqliteStore(file, { waitMs: 600_000 }); // longer than any of these tests
  const platform = fakePlatform(() => nowMs);
  const inbox = openInbox(kept, "fake", (error) => expect.fail(String(error)));
  let isEnded = false;
  const host = createHost({
    world: tinyWorld(),
    store,
    adapter: platform.adapter,
    inbox,
    now: () => nowMs,
    onError: (error) => {
      if (!isEnded && !isFailing) throw error;
    },
  });
  const end = async () => {
    if (isEnded) return;
    isEnded = true;
    await host.stop();
    await store.close();
  };
  onTestFinished(end);
  return { store, platform, host, end };
}

const lock = () => anotherProcess(file, "BEGIN IMMEDIATE");

/** A program that ends while another process keeps what it was told from being committed. */
async function endWhileLocked(text: string): Promise<void> {
  const { platform, host, end } = await run();
  await host.start();
  const other = await lock();
  void platform.does("ada", said(text), "first");
  await platform.untilSafe("first");
  await end();
  await other.release();
}

test("what another process kept from being committed is safe before it is, and the next start deals with it, once and in order", async () => {
  const { platform, host, end } = await run();
  await host.start();
  const other = await lock();
  void platform.does("ada", said("next"), "first");
  void platform.does("ada", said("y"), "second");
  await Promise.all(["first", "second"].map(platform.untilSafe));
  await end();
  await other.release();
  expect(readdirSync(kept)).not.toEqual([]);

  const next = await run();
  await next.host.start();
  await next.platform.does("ada", said("n"), "third");
  await next.platform.does("ada", said("y"), "second"); // as a platform that was not told delivers it again
  const { log, events } = await next.store.export(ADA);
  expect(log).toMatchObject([{ verdict: "like" }, { verdict: "dislike" }]);
  expect(events.map(({ id }) => id).toSorted()).toEqual(["first", "second", "third"]);
  expect(next.platform.shown.filter(({ card }) => card.suggestion)).toHaveLength(3);
  await next.end();
  expect(existsSync(kept)).toBe(false);
});

test("what is committed is safe, though it cannot be shown, and is not kept twice", async () => {
  const { platform, host } = await run({ isFailing: true });
  await host.start();
  platform.broken = true;
  await platform.does("ada", said("next"), "first");
  await platform.untilSafe("first");
  expect(existsSync(kept)).toBe(false);
});

test("what is dealt with after all leaves nothing", async () => {
  const { platform, host, store, end } = await run();
  await host.start();
  const other = await lock();
  const done = platform.does("ada", said("next"), "first");
  await platform.untilSafe("first");
  expect(readdirSync(kept)).toHaveLength(1);
  await other.release();
  await done;
  expect((await store.export(ADA)).suggestions).toHaveLength(1);
  await end();
  expect(existsSync(kept)).toBe(false);
});

test("a wish to be forgotten is kept as well, and once it is done nothing brings the person back", async () => {
  const { platform, host, end } = await run();
  await host.start();
  await platform.does("ada", said("next"));
  await platform.does("ada", said("forget me"));
  const other = await lock();
  void platform.does("ada", said("yes"), "wish");
  await platform.untilSafe("wish");
  await end();
  await other.release();
  const next = await run();
  await next.host.start();
  await expect.poll(() => next.store.revision(ADA)).toBeNull();
  await next.end();
  expect(existsSync(kept)).toBe(false);
});

test("what was left a day ago is of no use any more", async () => {
  await endWhileLocked("next");
  const next = await run({ nowMs: Date.now() + 25 * HOUR_MS });
  await next.host.start();
  await next.end();
  expect(next.platform.shown).toEqual([]);
  expect(existsSync(kept)).toBe(false);
});

test("where the platform cannot be started, it is left to the next start", async () => {
  await endWhileLocked("next");
  const failing = await run();
  failing.platform.adapter.start = () => Promise.reject(new Error("out of reach"));
  await expect(failing.host.start()).rejects.toThrow("out of reach");
  await failing.end();
  const next = await run();
  await next.host.start();
  await expect.poll(async () => (await next.store.export(ADA)).suggestions.length).toBe(1);
});

test("between any two turns it is heard what came in meanwhile", async () => {
  const { platform, host } = await run();
  await host.start();
  const order: string[] = [];
  const people = ["ada", "bob", "eve"];
  const done = people.map((person) => platform.does(person, said("next")).then(() => order.push(person)));
  const hearing = (async () => {
    for (let times = 0; times < 5; times++) {
      await setImmediate();
      order.push("heard");
    }
  })();
  await Promise.all([...done, hearing]);
  expect(order.slice(order.indexOf("ada"), order.indexOf("eve"))).toContain("heard");
});
