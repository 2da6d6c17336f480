import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { standingFeedback } from "../conversation/person.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { Reaction } from "./adapter.ts";
import { createHost, type Host } from "./host.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const ADA = { platform: "fake", id: "ada" };
const BOB = { platform: "fake", id: "bob" };
const HOUR_MS = 3_600_000;

let folder: string;
let store: Store;
let platform: FakePlatform;
let host: Host;
let nowMs: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-catch-up-"));
  store = await openSqliteStore(join(folder, "catch-up.db"));
  nowMs = 1_700_000_000_000;
  platform = fakePlatform(() => nowMs);
  await start();
});

afterEach(async () => {
  await host.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  host = createHost({
    world: tinyWorld(),
    store,
    adapter: platform.adapter,
    now: () => nowMs,
    onError: (error) => {
      throw error;
    },
  });
  await host.start();
}

const next = (user = "ada") => platform.does(user, { kind: "said", text: "next" });
const stands = (message: string, ...reactions: (readonly [typeof ADA, Reaction["gesture"]])[]) =>
  platform.reactions.set(
    message,
    reactions.map(([user, gesture]) => ({ user, gesture })),
  );
const verdicts = async (user = ADA) =>
  standingFeedback((await store.export(user)).log).map(({ verdict }) => verdict);

/** Away and back again; resolves when the latest cards have been looked at. */
async function comeBack(): Promise<void> {
  const before = platform.reviewed.length;
  await host.stop();
  await start();
  await expect.poll(() => platform.reviewed.length).toBeGreaterThan(before);
  await host.stop(); // waits for what was begun
  await start();
}

test("a reaction put while nobody listened counts, once, and the conversation goes on", async () => {
  await next();
  stands("fake:0", [ADA, "like"]);
  await comeBack();
  expect(await verdicts()).toEqual(["like"]);
  expect(platform.shown).toHaveLength(2);
  await comeBack();
  expect(await verdicts()).toEqual(["like"]);
  expect(platform.shown).toHaveLength(2);
});

test("a passer-by's counts for the passer-by", async () => {
  await next("bob");
  await next();
  stands("fake:1", [BOB, "dislike"]);
  await comeBack();
  expect(await verdicts(BOB)).toEqual(["dislike"]);
  expect(await verdicts()).toEqual([]);
});

test("a reaction taken away meanwhile is taken back, a button's answer is not", async () => {
  await next();
  await platform.does("ada", { kind: "gestured", gesture: "like", on: { message: "fake:0" } });
  const suggestion = platform.shown.at(-1)!.card.suggestion!;
  await platform.does("ada", { kind: "pressed", gesture: "skip", on: { suggestion, message: "fake:1" } });
  expect(await verdicts()).toEqual(["like", "skip"]);
  await comeBack();
  expect(await verdicts()).toEqual(["skip"]);
});

test("a reaction changed meanwhile is the new one", async () => {
  await next();
  await platform.does("ada", { kind: "gestured", gesture: "like", on: { message: "fake:0" } });
  stands("fake:0", [ADA, "dislike"]);
  await comeBack();
  expect(await verdicts()).toEqual(["dislike"]);
});

test("verdicts that contradict each other are left alone: nobody knows which came last", async () => {
  await next("bob");
  await next();
  stands("fake:1", [ADA, "like"], [ADA, "dislike"], [BOB, "like"]);
  await comeBack();
  expect(await verdicts()).toEqual([]);
  expect(await verdicts(BOB)).toEqual(["like"]);
});

test("after a gap that could not be resumed they are looked at as well", async () => {
  await next();
  stands("fake:0", [ADA, "like"]);
  platform.comesBack();
  await expect.poll(() => verdicts()).toEqual(["like"]);
});

test("cards of days ago are let be", async () => {
  await next();
  nowMs += 4 * 24 * HOUR_MS;
  await next("bob");
  stands("fake:0", [ADA, "like"]);
  platform.reviewed.length = 0;
  await comeBack();
  expect(new Set(platform.reviewed)).toEqual(new Set(["fake:1"]));
});

test("a card whose reactions change while it is looked at is looked at again", async () => {
  await next();
  await platform.does("ada", { kind: "gestured", gesture: "skip", on: { message: "fake:0" } });
  stands("fake:0", [ADA, "skip"]);
  const { review } = platform.adapter;
  let looks = 0;
  platform.adapter.review = async (suggested) => {
    const seen = await review!(suggested);
    if (suggested.message === "fake:0" && looks++ === 0) {
      // What was read is out of date before it arrives.
      stands("fake:0");
      await platform.does("ada", { kind: "gestureTakenBack", gesture: "skip", on: { message: "fake:0" } });
      return [{ user: ADA, gesture: "skip" }];
    }
    return seen;
  };
  platform.comesBack();
  await expect.poll(() => looks).toBeGreaterThan(1);
  await host.stop();
  expect(await verdicts()).toEqual([]);
});

test("a reaction on a card that is forgotten while it is looked at is nobody's", async () => {
  await next();
  const { review } = platform.adapter;
  platform.adapter.review = async () => {
    platform.adapter.review = review!;
    await platform.does("ada", { kind: "said", text: "forget me" });
    await platform.does("ada", { kind: "said", text: "yes" });
    return [{ user: ADA, gesture: "like" }];
  };
  platform.comesBack();
  await expect.poll(() => platform.shown.at(-1)!.card.lines[0]).toContain("deleted");
  await host.stop();
  expect(platform.shown.at(-1)!.card.lines[0]).toContain("deleted");
  expect(await verdicts()).toEqual([]);
});

describe("what somebody forgotten left on another's card", () => {
  /** Reacts to a card of Ada's, which stays there, and is forgotten. */
  async function likesAndIsForgotten(): Promise<void> {
    await next("bob");
    await next();
    stands("fake:1", [BOB, "like"]);
    await platform.does("bob", { kind: "gestured", gesture: "like", on: { message: "fake:1" } });
    expect(await verdicts(BOB)).toEqual(["like"]);
    await forgets();
  }

  const forgets = async () => {
    await platform.does("bob", { kind: "said", text: "forget me" });
    await platform.does("bob", { kind: "said", text: "yes" });
    expect(await store.revision(BOB)).toBeNull();
  };

  test("does not bring them back", async () => {
    await likesAndIsForgotten();
    await comeBack();
    expect(await store.revision(BOB)).toBeNull();
    expect(await verdicts(BOB)).toEqual([]);
  });

  test("is not theirs again once they are back themselves, and what they do from then on is", async () => {
    await likesAndIsForgotten();
    nowMs += HOUR_MS;
    await next("bob");
    nowMs += HOUR_MS;
    await next();
    const latest = `fake:${platform.shown.length - 1}`;
    stands(latest, [BOB, "dislike"]);
    await comeBack();
    expect(await verdicts(BOB)).toEqual(["dislike"]);
  });

  test("is nobody's when they take it away", async () => {
    await likesAndIsForgotten();
    await platform.does("bob", { kind: "gestureTakenBack", gesture: "like", on: { message: "fake:1" } });
    expect(await store.revision(BOB)).toBeNull();
  });

  test.each([
    ["stands", "like"],
    ["is gone", undefined],
  ] as const)(
    "stays forgotten that %s where they are forgotten while it is looked at",
    async (_how, seen) => {
      await next("bob");
      await next();
      if (!seen) await platform.does("bob", { kind: "gestured", gesture: "like", on: { message: "fake:1" } });
      const { review } = platform.adapter;
      platform.adapter.review = async (suggested) => {
        if (suggested.message !== "fake:1") return review!(suggested);
        void platform.does("bob", { kind: "said", text: "forget me" });
        forgotten = platform.does("bob", { kind: "said", text: "yes" });
        return seen ? [{ user: BOB, gesture: seen }] : [];
      };
      let forgotten: Promise<void> | undefined;
      platform.comesBack();
      await expect.poll(() => forgotten !== undefined).toBe(true);
      await forgotten;
      await host.stop();
      expect(await store.revision(BOB)).toBeNull();
      await start();
    },
  );
});
