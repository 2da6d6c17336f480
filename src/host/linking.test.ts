/** One person in two chats: by a code that one shows and the other is told. */
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { createHost } from "./host.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const HOUR_MS = 3_600_000;
let store: Store;
let nowMs: number;
let platform: FakePlatform;

beforeEach(async () => {
  nowMs = 1_000_000_000_000;
  store = await openSqliteStore(join(await temporaryFolder(), "linking.db"));
  platform = fakePlatform(() => nowMs);
  const host = createHost({
    world: tinyWorld(),
    store,
    adapter: platform.adapter,
    now: () => nowMs,
    onError: (error) => expect.fail(String(error)),
  });
  await host.start();
  onTestFinished(async () => {
    await host.stop();
    await store.close();
  });
});

/** What is said to the words, the last card as lines. */
async function says(user: string, text: string): Promise<string> {
  await platform.does(user, { kind: "said", text });
  const { card } = platform.shown.at(-1)!;
  return [card.title?.text, ...card.lines].filter(Boolean).join("\n");
}

async function codeOf(user: string): Promise<string> {
  const shown = await says(user, "link");
  expect(platform.shown.at(-1)!.card.private).toBe(true);
  return /Your code is ([B-Z]{6})\./.exec(shown)![1]!;
}

const likesOf = async (user: string) =>
  (await says(user, "likes")).split("\n").filter((line) => /^(?:👍|⭐)/u.test(line));

test("what is said in one chat is known in the other, before and after, and conversations stay apart", async () => {
  await says("ada", "favourite Alien (1979)");
  await says("ada", "skip");
  await says("page", "favourite Amelie");
  const code = await codeOf("ada");
  expect(await says("page", `link ${code.toLowerCase()}`)).toMatch(
    /^Done\. You are one person here and there/,
  );
  for (const user of ["ada", "page"])
    expect(await likesOf(user)).toEqual(["⭐ Amelie (2001)", "⭐ Alien (1979)"]);
  await says("page", "favourite Ronin");
  expect(await likesOf("ada")).toEqual(["⭐ Ronin (1998)", "⭐ Amelie (2001)", "⭐ Alien (1979)"]);
  await says("ada", "never The Thing");
  expect(await says("page", "hidden")).toContain("The Thing (1982)");
  await says("page", "a comedy"); // asked for there alone
  expect(platform.shown.at(-1)!.destination.conversation).not.toBe("fake:ada");
  expect(await says("ada", "next")).not.toContain("Comedy");
});

test("an answer that was given in one is taken back in the other", async () => {
  await says("ada", "next");
  await says("page", "next");
  const code = await codeOf("ada");
  await says("page", `link ${code}`);
  await says("ada", "y");
  expect(await likesOf("page")).toHaveLength(1);
  await says("page", "undo");
  expect(await likesOf("ada")).toEqual([]);
});

test("a turn in one chat goes on from what was just said in the other, to the last bit of the taste", async () => {
  const code = await codeOf("ada");
  await says("page", `link ${code}`);
  for (const [user, title] of [
    ["ada", "Alien (1979)"],
    ["page", "Amelie"],
    ["ada", "Heat (1995)"],
  ] as const)
    await says(user, `favourite ${title}`);
  const [one, other] = [
    { platform: "fake", id: "ada" },
    { platform: "fake", id: "page" },
  ];
  const { embedding, log } = await store.export(one);
  expect((await store.export(other)).embedding).toEqual(embedding);
  const { recommender } = tinyWorld();
  const feedback = log.flatMap((entry) => (entry.kind === "feedback" ? [entry] : []));
  expect(feedback).toHaveLength(3);
  expect(embedding!.values).toEqual([...recommender.taste(feedback).embedding]);
});

test("a code that nobody has, or that is old, is of no use, and says what to do", async () => {
  expect(await says("page", "link BCDFGH")).toMatch(/^I know no code BCDFGH, .*Say link where I know you/);
  const code = await codeOf("ada");
  nowMs += HOUR_MS;
  expect(await says("page", `link ${code}`)).toMatch(/^I know no code/);
});

test("whoever tries codes that nobody has is stopped, even from one that somebody has", async () => {
  const code = await codeOf("ada");
  for (const wrong of ["BBBBBB", "BBBBBC", "BBBBBD", "BBBBBF", "BBBBBG"])
    expect(await says("page", `link ${wrong}`)).toMatch(/^I know no code/);
  expect(await says("page", `link ${code}`)).toMatch(/^That were too many codes/);
  expect(await says("other", `link ${code}`)).toMatch(/^Done\./);
});

test("said again it is done already; undone within a day, and not after", async () => {
  await says("ada", "favourite Alien (1979)");
  await says("page", "favourite Amelie");
  const code = await codeOf("ada");
  await says("page", `link ${code}`);
  expect(await says("page", `link ${code}`)).toMatch(/^You are one person here and there already/);
  nowMs += 23 * HOUR_MS;
  expect(await says("ada", "unlink")).toMatch(/^Undone/);
  expect([await likesOf("ada"), await likesOf("page")]).toEqual([["⭐ Alien (1979)"], ["⭐ Amelie (2001)"]]);
  await says("page", `link ${await codeOf("ada")}`);
  nowMs += 25 * HOUR_MS;
  expect(await says("ada", "unlink")).toMatch(/^You have linked nothing within the last day/);
});

test("whoever is forgotten in one chat is forgotten in both", async () => {
  await says("ada", "favourite Alien (1979)");
  await says("page", `link ${await codeOf("ada")}`);
  await says("page", "forget me");
  await says("page", "yes");
  expect(await store.revision({ platform: "fake", id: "ada" })).toBeNull();
  expect(await says("ada", "likes")).toMatch(/^You have not liked anything yet/);
});
