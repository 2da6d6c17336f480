/** Whether somebody has seen what they meant to watch: asked once, a day later, at no quiet hour. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tinyReader } from "../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { createHost, type Host } from "./host.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const world = tinyWorld();
const HOUR_MS = 3_600_000;
/** Half past eight in the evening in Berlin. */
const EVENING = Date.UTC(2026, 0, 10, 19, 30);
let folder = "";
let store: Store;
let host: Host;
let platform: FakePlatform;
let nowMs = EVENING;

async function begin(): Promise<void> {
  store = await openSqliteStore(join(folder, "matinee.db"));
  platform = fakePlatform(() => nowMs);
  host = createHost({
    world,
    store,
    reader: tinyReader,
    adapter: platform.adapter,
    now: () => nowMs,
    onError: (error) => expect.fail(String(error)),
  });
  await host.start();
}

async function end(): Promise<void> {
  await host.stop();
  await store.close();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-"));
  nowMs = EVENING;
  await begin();
  await platform.does("ada", { kind: "opened" });
  await says("skip", "my time zone is Berlin");
});
afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true });
});

async function says(...texts: string[]): Promise<void> {
  for (const text of texts) await platform.does("ada", { kind: "said", text });
}

/** What is asked by now, after so many hours; the platform was out of reach meanwhile. */
async function askedAfter(hours: number): Promise<readonly string[]> {
  nowMs += hours * HOUR_MS;
  platform.comesBack();
  await says("history"); // behind all that is to be shown
  return platform.shown.flatMap(({ card }) =>
    card.lines.some((line) => line.startsWith("Did you see it?")) ? [card.title?.text ?? ""] : [],
  );
}

test("is asked a day later, once, of the film that was meant, which is then judged in words", async () => {
  await says("remind me tomorrow", "something tender", "next");
  expect(await askedAfter(23)).toEqual([]);
  expect(await askedAfter(1.1)).toEqual(["Alien (1979)"]);
  expect(await askedAfter(48)).toEqual(["Alien (1979)"]);
  const { destination } = platform.shown.find(({ card }) => card.lines[0]?.startsWith("Did you"))!;
  expect(destination.private).toBe(true);
  await says("seen it, 4 stars, too long");
  const log = await store.log({ platform: "fake", id: "ada" });
  expect(log.at(-1)).toMatchObject({ movie: "tt0000000", rating: { stars: 4 } });
});

test("is asked by the clock while the program runs", async () => {
  await says("remind me");
  nowMs += 24 * HOUR_MS - 20;
  await says("history"); // looks again when it is due
  nowMs += 20;
  await expect
    .poll(() => platform.shown.filter(({ card }) => card.lines[0]?.startsWith("Did you")).length)
    .toBe(1);
});

test("is asked after a restart, however long the program was away, and not twice", async () => {
  await says("remind me about Heat (1995)");
  await end();
  nowMs += 30 * HOUR_MS - 12 * HOUR_MS;
  await begin();
  expect(await askedAfter(0)).toEqual([]);
  await end();
  nowMs += 24 * HOUR_MS;
  await begin();
  expect(await askedAfter(0)).toEqual(["Heat (1995)"]);
  await end();
  await begin();
  expect(await askedAfter(1)).toEqual([]);
});

test("waits until the night is over, where the person is", async () => {
  nowMs = Date.UTC(2026, 0, 10, 22, 30); // half past eleven in Berlin
  await says("remind me");
  expect(await askedAfter(24.1)).toEqual([]);
  expect(await askedAfter(9)).toEqual([]);
  expect(await askedAfter(0.5)).toEqual(["Alien (1979)"]);
});

test("of a night that the person names", async () => {
  await says("quiet hours 20 to 23", "remind me");
  expect(await askedAfter(25)).toEqual([]);
  expect(await askedAfter(2)).toEqual(["Alien (1979)"]);
});

test("of every film that is watched, for whoever wants that, and of none for whoever does not", async () => {
  await says("I'll watch it");
  expect(await askedAfter(24.1)).toEqual([]);
  await says("reminders on", "I'll watch it tonight");
  expect(await askedAfter(24.1)).toEqual(["Alien (1979)"]);
  await says("next", "I'll watch it", "reminders off");
  expect(await askedAfter(24.1)).toHaveLength(1);
});

test("not of what was judged meanwhile", async () => {
  await says("remind me", "y");
  expect(await askedAfter(25)).toEqual([]);
});

test("not of somebody who is forgotten, and what waits is theirs to see", async () => {
  await says("remind me");
  const { showings } = await store.export({ platform: "fake", id: "ada" });
  expect(showings).toMatchObject([{ what: { kind: "reminder", movie: "tt0000000" } }]);
  await says("forget me", "yes");
  nowMs += 25 * HOUR_MS;
  platform.comesBack();
  await says("hello");
  expect(platform.shown.filter(({ card }) => card.lines[0]?.startsWith("Did you"))).toEqual([]);
});
