import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import { openSqliteStore } from "../../store/sqlite.ts";
import type { Store } from "../../store/store.ts";
import { createHost, type Host } from "../host.ts";
import { openReader } from "../open-reader.ts";
import { type FakePlatform, fakePlatform } from "../testing/fake-platform.ts";

const world = tinyWorld();
const ROOM = "fake:room";
let folder = "";
let store: Store;
let host: Host;
let platform: FakePlatform;
let nowMs = 1_000_000;
let troubles: unknown[] = [];

async function begin(): Promise<void> {
  store = await openSqliteStore(join(folder, "matinee.db"));
  platform = fakePlatform(() => nowMs);
  const reader = await openReader(world, { wordsFolder: "data/words" });
  host = createHost({
    world,
    servedTo: () => ({ world, reader }),
    store,
    adapter: platform.adapter,
    now: () => nowMs,
    onError: (error) => troubles.push(error),
  });
  await host.start();
}

async function end(): Promise<void> {
  await host.stop();
  await store.close();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-"));
  nowMs = 1_000_000;
  troubles = [];
  await begin();
});
afterEach(async () => {
  await end();
  expect(troubles).toEqual([]);
  rmSync(folder, { recursive: true });
});

const says = (user: string, text: string, event?: string, room = ROOM) => {
  nowMs += 2_000;
  return platform.does(user, { kind: "said", text }, event, room);
};
/** Presses a button of the latest card for all. */
const presses = (user: string, label: string, event?: string, nth = -1) => {
  const card = forAll().at(nth)!;
  const action = card.actions?.find((one) => one.label === label);
  if (!action) throw new Error(`no button ${label} on ${JSON.stringify(card)}`);
  return says(user, action.says, event);
};
const forAll = () => platform.shown.map(({ card }) => card).filter((card) => card.forAll);
const titles = () => forAll().map(({ title }) => title?.text);
const latestWhisper = () => platform.shown.filter(({ destination }) => destination.private).at(-1);
const textOf = (card: { readonly lines: readonly string[] }) => card.lines.join("\n");
const latestDrawn = () => platform.edited.at(-1)!.card;

async function beginWith(...others: string[]): Promise<void> {
  await says("ada", "together");
  for (const other of others) await presses(other, "Join");
}

test("people join, vote where nobody else sees it, and all see the result once everybody is ready", async () => {
  await beginWith("ben");
  await vi.waitFor(() => expect(textOf(latestDrawn())).toContain("In (2): ada and ben."));
  await presses("ben", "Start");
  expect(titles()).toEqual(["Together: one film for several", "Tonight's short list"]);
  await presses("ada", "👍 2");
  expect(latestWhisper()).toMatchObject({
    destination: { user: { id: "ada" }, private: true },
    card: { lines: [expect.stringContaining("You would watch 2.")] },
  });
  await presses("ben", "👍 2");
  await presses("ada", "Ready");
  await vi.waitFor(() => expect(textOf(latestDrawn())).toContain("Ready: 1 of 2."));
  for (const { card } of platform.edited) expect(textOf(card)).not.toMatch(/would watch \d/);
  await presses("ben", "Ready");
  expect(titles().at(-1)).toMatch(/^Tonight: /);
  expect(textOf(forAll().at(-1)!)).toContain("2 of 2 would watch it.");
});

test("what is delivered again has its effect once", async () => {
  await says("ada", "together", "fake-open");
  await says("ada", "together", "fake-open");
  expect(forAll()).toHaveLength(1);
  await presses("ben", "Join", "fake-join");
  await presses("ben", "Start", "fake-start");
  await presses("ben", "Start", "fake-start", 0);
  expect(forAll()).toHaveLength(2);
  await presses("ada", "👍 1", "fake-vote");
  await presses("ada", "👍 1", "fake-vote");
  expect(latestWhisper()?.card.lines[0]).toContain("You would watch 1.");
});

test("two start at once, and there is one list", async () => {
  await beginWith("ben");
  await Promise.all([presses("ada", "Start"), presses("ben", "Start")]);
  expect(titles().filter((title) => title === "Tonight's short list")).toHaveLength(1);
});

test("an evening goes on after a restart, with all that was said on it", async () => {
  await beginWith("ben");
  await presses("ada", "Start");
  await presses("ada", "👍 3");
  const list = forAll().at(-1)!;
  await end();
  await begin();
  const press = (user: string, label: string) =>
    says(user, list.actions!.find((one) => one.label === label)!.says);
  await press("ben", "🚫 3");
  await press("ada", "👍 1");
  await press("ada", "Count now");
  const [first] = list.lines;
  const result = forAll().at(-1)!;
  expect(first).toContain(result.title!.text.replace("Tonight: ", ""));
  expect(textOf(result)).toContain("Vetoed: ");
});

test("votes whose time ran out while nobody listened are counted at the start", async () => {
  await beginWith("ben");
  await says("ada", "together start 5 minutes");
  await presses("ben", "👍 2");
  await end();
  nowMs += 3_600_000;
  await begin();
  await vi.waitFor(() => expect(titles()).toEqual([expect.stringMatching(/^Tonight: /)]));
  expect(textOf(forAll()[0]!)).toContain("1 of 2 would watch it.");
});

test("what could not be shown is shown after the next start, once", async () => {
  await beginWith();
  platform.broken = true;
  await presses("ada", "Start");
  expect(titles()).not.toContain("Tonight's short list");
  await end();
  troubles = [];
  await begin();
  await vi.waitFor(() => expect(titles()).toEqual(["Tonight's short list"]));
});

test("two evenings in one channel are kept apart, and a third party's channel has none of them", async () => {
  await says("ada", "together");
  await says("cyd", "together");
  await presses("ben", "Join", undefined, 0);
  await presses("ben", "Start", undefined, 0);
  expect(textOf(forAll().at(-1)!)).toContain("In (2): ada and ben.");
  const { says: words } = forAll()[1]!.actions!.find(({ label }) => label === "Join")!;
  await says("eve", words, undefined, "fake:elsewhere");
  expect(latestWhisper()?.card.lines).toEqual(["There is no such evening here. Say together to begin one."]);
  await presses("cyd", "Start", undefined, 1);
  expect(textOf(forAll().at(-1)!)).toContain("In (1): cyd.");
});

test("limits are said in words by anybody, and hold for the list", async () => {
  await beginWith();
  await says("ben", "together no thrillers");
  await vi.waitFor(() => expect(textOf(latestDrawn())).toContain("not Thriller"));
  await presses("ada", "Start");
  expect(textOf(forAll().at(-1)!)).not.toContain("and Thriller");
  expect(forAll().at(-1)!.lines[0]).toContain("Comedy and Romance");
  await says("ben", "together is a strange word");
  expect(latestWhisper()?.card.lines[0]).toContain("I heard no vote in that, and no limit");
  await says("ben", "together no comedies");
  expect(latestWhisper()?.card.lines[0]).toContain("This list stays as it is. For another list it must be:");
  await vi.waitFor(() =>
    expect(textOf(latestDrawn())).toMatch(
      /It must be: not Thriller\.\nFor another list it must be: .*not Comedy/,
    ),
  );
});

test("what anybody never wants does not come up for all, and what one insists on alone does; of two who insist on different things neither is heeded", async () => {
  await says("ada", "skip");
  await says("ada", "from now on only comedies");
  await beginWith("ben");
  await presses("ben", "Start");
  expect(textOf(forAll().at(-1)!)).not.toContain("Thriller");
  await says("cyd", "skip");
  await says("cyd", "from now on only thrillers");
  await says("ada", "together");
  await presses("cyd", "Join");
  await presses("cyd", "Start");
  expect(titles().at(-1)).toBe("Tonight's short list");
  expect(textOf(forAll().at(-1)!)).toContain("Thriller");
  await says("dan", "skip");
  await says("dan", "never thrillers");
  await says("dan", "together");
  await presses("cyd", "Join");
  await presses("cyd", "Start");
  expect(textOf(forAll().at(-1)!)).not.toContain("Thriller");
});

test("a part of the limits is taken back in words, and the rest holds", async () => {
  await beginWith();
  await says("ben", "together no thrillers, from the 1980s");
  await vi.waitFor(() => expect(textOf(latestDrawn())).toContain("1980-1989 · not Thriller"));
  await says("ada", "together drop the years");
  expect(latestWhisper()?.card.lines).toEqual(["It must be: not Thriller."]);
  await says("ada", "together drop the weather");
  expect(latestWhisper()?.card.lines[0]).toContain("I did not hear a limit in that");
});

test("what is no word to an evening goes to the conversation", async () => {
  await says("ada", "together with my kids, something funny");
  expect(forAll()).toEqual([]);
  expect(platform.shown).toHaveLength(1);
});

test("nobody's taste changes by what others vote, and nothing of it is shown", async () => {
  const command = { kind: "nameFavourites", titles: ["Alien"] } as const;
  await platform.does("ben", { kind: "commanded", command });
  const before = (await store.load({ platform: "fake", id: "ben" }, ROOM)).log;
  await beginWith("ben");
  await presses("ada", "Start");
  await presses("ada", "👍 1");
  await presses("ada", "Count now");
  expect((await store.load({ platform: "fake", id: "ben" }, ROOM)).log).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
  for (const card of forAll()) expect(textOf(card)).not.toContain("Alien (1979)");
});

test("what somebody presses of a film is noted for them alone, once, and is taken back as anywhere", async () => {
  const saidBy = async (id: string) => {
    const log = await store.log({ platform: "fake", id });
    const gone = log.flatMap((entry) => (entry.kind === "retraction" ? [entry.retracts] : []));
    return log.flatMap((entry) =>
      entry.kind === "feedback" && !gone.includes(entry.id) ? [`${entry.verdict} ${entry.movie}`] : [],
    );
  };
  await beginWith("ben");
  await presses("ada", "Start");
  await presses("ada", "👁 2", "fake-seen");
  const [noted, ...others] = await saidBy("ada");
  expect(noted).toMatch(/^seen tt/);
  expect(others).toEqual([]);
  await presses("ada", "👁 2", "fake-seen");
  expect(await saidBy("ada")).toEqual([noted]);
  expect(await saidBy("ben")).toEqual([]);
  await presses("ada", "👁 2");
  expect(await saidBy("ada")).toEqual([]);
  await presses("ada", "👁 2");
  expect(await saidBy("ada")).toEqual([noted]);
  await says("ada", "undo", undefined, "fake:ada");
  expect(await saidBy("ada")).toEqual([]);
  await presses("ada", "👍 1");
  expect(await saidBy("ada")).toEqual([]);
  await presses("ada", "🚫 3");
  const passed = await saidBy("ada");
  expect(passed).toEqual([expect.stringMatching(/^skip tt/)]);
  await presses("ada", "🚫 1");
  expect(await saidBy("ada")).toEqual([expect.stringMatching(/^skip tt/)]);
  expect(await saidBy("ada")).not.toEqual(passed);
  await presses("ada", "🚫 1");
  expect(await saidBy("ada")).toEqual([]);
  expect(await saidBy("ben")).toEqual([]);
});

test("how alike two are is shown once both want it, by genres and films for both, and by nothing that either said", async () => {
  const titlesOf = ["Alien", "Aliens", "Ronin", "The Thing"];
  for (const one of ["ada", "ben"])
    await platform.does(one, { kind: "commanded", command: { kind: "nameFavourites", titles: titlesOf } });
  await says("ada", "taste match");
  await presses("ben", "Join");
  await vi.waitFor(() => expect(textOf(latestDrawn())).toContain("In (2)"));
  expect(textOf(latestDrawn())).not.toContain("alike");
  await says("ben", "compare our tastes");
  await vi.waitFor(() => expect(textOf(latestDrawn())).toContain("ada and ben: 100 of 100 alike"));
  expect(textOf(latestDrawn())).toContain("For both of you: ");
  for (const title of titlesOf) expect(textOf(latestDrawn())).not.toContain(`${title} (`);
  await presses("ben", "Leave");
  await vi.waitFor(() => expect(textOf(latestDrawn())).not.toContain("alike"));
});

test("whoever wants to be is asked a day later whether they have seen what it came to", async () => {
  await says("ben", "reminders on", undefined, "fake:ben");
  await beginWith("ben");
  await presses("ada", "Start");
  await presses("ada", "👍 2");
  await presses("ada", "Count now");
  const [, pick] = titles().at(-1)!.split("Tonight: ");
  const asked = () => platform.shown.filter(({ card }) => card.lines[0]?.startsWith("Did you see it?"));
  nowMs += 36 * 3_600_000;
  platform.comesBack();
  await vi.waitFor(() => expect(asked().map(({ card }) => card.title?.text)).toEqual([pick]));
  expect(asked()[0]!.destination).toMatchObject({ user: { id: "ben" }, private: true });
});

test("whoever is forgotten is out, and their votes with them", async () => {
  await beginWith("ben");
  await presses("ada", "Start");
  await presses("ben", "👍 2");
  await says("ben", "forget me", undefined, "fake:ben");
  await says("ben", "yes", undefined, "fake:ben");
  await presses("ada", "👍 3");
  await presses("ada", "Ready");
  expect(titles().at(-1)).toMatch(/^Tonight: /);
  expect(textOf(forAll().at(-1)!)).toContain("1 of 1 would watch it.");
});

test("fifty people join and vote at once", async () => {
  await says("p0", "together");
  const crowd = Array.from({ length: 50 }, (_, nth) => `p${nth}`);
  await Promise.all(crowd.map((one) => presses(one, "Join")));
  await presses("p0", "Start");
  expect(textOf(forAll().at(-1)!)).toContain("In (50): ");
  await Promise.all(crowd.map((one) => presses(one, "👍 1")));
  await Promise.all(crowd.map((one) => presses(one, "Ready")));
  expect(textOf(forAll().at(-1)!)).toContain("50 of 50 would watch it.");
}, 60_000);
