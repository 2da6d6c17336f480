/** Whole conversations: the real host, memory and client, on a Discord of our own. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PermissionFlagsBits, REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tinyReader } from "../../src/conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { drawnPosters } from "../../src/host/drawn-posters.ts";
import { createHost, type Host } from "../../src/host/host.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { anotherProcess } from "../../src/store/testing/another-process.ts";
import { createDiscord } from "./discord.ts";
import { type FakeDiscord, fakeDiscord } from "./fake/fake-discord.ts";
import type { Person } from "./fake/people.ts";
import type { Trouble } from "./fake/troubles.ts";
import type { FakeChannel, FakeMessage } from "./fake/world.ts";
import { registerCommands } from "./register.ts";
import { asSeen, buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { silent } from "./testing/silent.ts";

let folder: string;
let fake: FakeDiscord;
let store: Store;
let host: Host;
const errors: unknown[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-discord-"));
  fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  await start();
});

afterEach(async () => {
  await stop();
  await fake.close();
  rmSync(folder, { recursive: true });
  expect(errors.splice(0)).toEqual([]);
});

async function start(): Promise<void> {
  store = await openSqliteStore(join(folder, "discord.db"));
  const { token, api } = fake;
  const world = tinyWorld();
  const adapter = createDiscord({
    token,
    api,
    log: silent,
    now: Date.now,
    completeTitle: () => [],
    posters: drawnPosters({ world, store, width: 320, onTrouble: (error) => errors.push(error) }),
  });
  host = createHost({
    world,
    store,
    reader: tinyReader,
    adapter,
    onError: (error) => errors.push(error),
  });
  await host.start();
}

async function stop(): Promise<void> {
  await host.stop();
  await store.close();
}

const fromBot = (person: Person, channel: FakeChannel) =>
  person.sees(channel).filter(({ author }) => author === fake.botId);

/** What the person does, and the first message that comes of it and fits. */
async function answerTo(
  person: Person,
  channel: FakeChannel,
  act: () => void,
  fits: (message: FakeMessage) => boolean = () => true,
): Promise<FakeMessage> {
  const before = fromBot(person, channel).length;
  act();
  const found = () => fromBot(person, channel).slice(before).find(fits);
  await eventually(found).toBeDefined();
  return found()!;
}

const isSuggestion = ({ embeds, reactions, components }: FakeMessage): boolean =>
  embeds[0]?.url !== undefined &&
  (reactions.size === 5 || components.some((row) => row.components.some(({ url }) => !url)));
const titleOf = (message: FakeMessage): string => /.+ \(\d{4}\)/.exec(message.embeds[0]?.title ?? "")![0];
const logOf = async ({ id }: Person) => (await store.export({ platform: "discord", id })).log;
const verdicts = async (person: Person) =>
  (await logOf(person)).map((entry) => (entry.kind === "feedback" ? entry.verdict : entry.kind));

describe("a suggestion", () => {
  test("has a drawn poster in its card, of another look than the one before, and keeps it when drawn again", async () => {
    const ada = fake.user("ada");
    const next = (act: () => void) => answerTo(ada, ada.dm, act, isSuggestion);
    await answerTo(ada, ada.dm, () => ada.writes(ada.dm, "hello"));
    const first = await next(() => ada.writes(ada.dm, "skip"));
    const poster = (message: FakeMessage) => message.files.map(({ name, text }) => [name, text]);
    const [[name, png] = []] = poster(first);
    expect(name).toBe("poster.png");
    expect(png).toMatch(/^.PNG/);
    expect(first.embeds[0]).toMatchObject({ image: { url: "attachment://poster.png" } });
    const second = await next(() => ada.reacts(first, "👍"));
    await eventually(() => asSeen(first)).toContain("Noted: ");
    expect(poster(second)).not.toEqual(poster(first));
    expect(poster(first)).toEqual([["poster.png", png]]);
    expect(first.embeds[0]!.thumbnail).toEqual({ url: "attachment://poster.png" });
    const details = await answerTo(ada, ada.dm, () => ada.reacts(second, "ℹ️"));
    expect(details.files).toEqual([]);
  });
});

describe("where the bot may put no files", () => {
  test("a suggestion comes without a poster, and is drawn again without one", async () => {
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ without: PermissionFlagsBits.AttachFiles });
    const asks = (text: string) => ada.writes(channel, `<@${fake.botId}> ${text}`);
    await answerTo(ada, channel, () => asks("hello"));
    const first = await answerTo(ada, channel, () => asks("skip"), isSuggestion);
    expect(first.files).toEqual([]);
    expect(first.embeds[0]!.image).toBeUndefined();
    ada.reacts(first, "👍");
    await eventually(() => asSeen(first)).toContain("Noted: ");
    expect(first.files).toEqual([]);
  });
});

describe("a newcomer", () => {
  test("names favourites, answers with every gesture, takes back, restarts, and is forgotten", async () => {
    const ada = fake.user("ada");
    const does = (act: () => void) => answerTo(ada, ada.dm, act);
    const says = (text: string) => does(() => ada.writes(ada.dm, text));
    const next = (act: () => void) => answerTo(ada, ada.dm, act, isSuggestion);

    expect(asSeen(await says("hello"))).toContain("movies you love");
    const question = await says("heat");
    expect(buttonsOf(question)).toContain("Heat (1995)");
    const noted = await does(() => ada.press(question, "Heat (1995)"));
    expect(asSeen(noted)).toContain("3 more favourites");

    let suggestion = await next(() => ada.press(noted, "Skip"));
    const seen = [titleOf(suggestion)];
    for (const emoji of ["👍", "👎", "⏭️", "👍🏽"]) {
      const answered = suggestion;
      suggestion = await next(() => ada.reacts(answered, emoji));
      await eventually(() => asSeen(answered)).toContain("Noted: ");
      seen.push(titleOf(suggestion));
    }
    expect(new Set(seen).size).toBe(5);

    expect(asSeen(await does(() => ada.reacts(suggestion, "ℹ️")))).toContain("How sure I am");

    const liked = fromBot(ada, ada.dm).find(({ reactions }) => reactions.get("👍")?.has(ada.id))!;
    ada.takesBack(liked, "👍");
    await eventually(() => asSeen(liked)).not.toContain("Noted: ");

    await stop();
    await start();
    expect(seen).not.toContain(titleOf(await next(() => ada.reacts(suggestion, "👎"))));
    expect(await verdicts(ada)).toEqual([
      "favourite",
      "like",
      "dislike",
      "skip",
      "like",
      "retraction",
      "dislike",
    ]);

    const confirm = await says("forget me");
    expect(asSeen(await does(() => ada.press(confirm, "Delete everything")))).toContain(
      "Everything about you is deleted",
    );
    expect(await store.export({ platform: "discord", id: ada.id })).toMatchObject({ log: [], messages: [] });
  });

  test("gets a first suggestion by one command, and goes on in private with buttons, also after a restart", async () => {
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ member: false });
    const first = await ada.slash(channel, "recommend", { private: true }).answer;
    const buttons = buttonsOf(first); // one that is answered has others
    expect(buttons).toEqual(["Like", "Dislike", "Skip", "Later", "Info", "Share"]);
    await stop();
    await start();
    const second = await answerTo(ada, channel, () => ada.press(first, "Like"), isSuggestion);
    expect(second.onlyFor).toBe(ada.id);
    expect(buttonsOf(second)).toEqual(buttons);
    await eventually(() => asSeen(first)).toContain("Noted: ");
    expect(await verdicts(ada)).toEqual(["like"]);
  });
});

describe("in a channel", () => {
  test("everybody teaches their own taste, only the asker moves on, and nobody is written to unasked", async () => {
    const channel = fake.guildChannel();
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const suggestion = await ada.slash(channel, "recommend").answer;
    ben.reacts(suggestion, "👎");
    await eventually(() => verdicts(ben)).toEqual(["dislike"]);
    const next = await answerTo(ada, channel, () => ada.reacts(suggestion, "👍"), isSuggestion);
    expect(titleOf(next)).not.toBe(titleOf(suggestion));
    expect(await verdicts(ada)).toEqual(["like"]);
    expect(ben.sees(ben.dm)).toEqual([]);
  });

  test("a suggestion made in private can be shared, without what it says of the person", async () => {
    const channel = fake.guildChannel();
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    await ada.slash(channel, "favourites", { first: "tt0000004" }).answer;
    const hushed = await ada.slash(channel, "recommend", { private: true }).answer;
    expect(asSeen(hushed)).toContain("Because you liked Ronin");
    await ada.press(hushed, "Share").answer;
    const shared = ben.sees(channel).at(-1)!;
    expect(titleOf(shared)).toBe(titleOf(hushed));
    expect(asSeen(shared)).not.toContain("Because");
  });

  test("a thousand people react at once: every answer is kept", async () => {
    const channel = fake.guildChannel({ without: PermissionFlagsBits.SendMessages });
    const suggestion = await fake.user("ada").slash(channel, "recommend").answer;
    const crowd = Array.from({ length: 1_000 }, (_, n) => fake.user(`fan ${n}`));
    for (const fan of crowd) fan.reacts(suggestion, "👍");
    const last = crowd.at(-1)!;
    await eventually(() => verdicts(last)).toEqual(["like"]);
    await host.stop();
    const kept = await Promise.all(crowd.map(verdicts));
    expect(kept.filter(([verdict]) => verdict === "like")).toHaveLength(1_000);
  });

  test("a hundred people press at once: each is acknowledged, though nobody can be answered yet", async () => {
    const channel = fake.guildChannel({ without: PermissionFlagsBits.AddReactions });
    const suggestion = await fake.user("ada").slash(channel, "recommend").answer;
    const other = await anotherProcess(join(folder, "discord.db"), "BEGIN IMMEDIATE");
    const fans = Array.from({ length: 100 }, (_, n) => fake.user(`fan ${n}`));
    await Promise.all(fans.map((fan) => fan.press(suggestion, "Like").acknowledged));
    expect(await Promise.all(fans.map(verdicts))).toEqual(fans.map(() => []));
    await other.release();
    for (const fan of fans) await eventually(() => verdicts(fan)).toEqual(["like"]);
  });
});

describe("a request in the person's own words", () => {
  const readingOf = ({ embeds }: FakeMessage) => embeds[0]?.author?.name;
  const rowsOf = ({ components }: FakeMessage) =>
    components
      .map((row) => row.components.flatMap(({ label, url }) => (url ? [] : [label])))
      .filter((row) => row.length > 0);

  test("is read back above the title, refined, and taken apart by its buttons, also after a restart", async () => {
    const ada = fake.user("ada");
    const next = (act: () => void) => answerTo(ada, ada.dm, act, isSuggestion);
    const first = await ada.slash(ada.dm, "recommend", { mood: "a comedy from the 90s" }).answer;
    expect(readingOf(first)).toBe("Comedy · 1990-1999");
    expect(asSeen(first).split("\n")[0]).toBe("Comedy · 1990-1999");
    expect(rowsOf(first)).toEqual([["✕ Comedy", "✕ 1990-1999", "Anything goes"]]);

    const refined = await next(() => ada.writes(ada.dm, "but funnier"));
    expect(readingOf(refined)).toBe("Comedy · 1990-1999 · funny");
    await stop();
    await start();
    const dropped = await next(() => ada.press(refined, "✕ 1990-1999"));
    expect(readingOf(dropped)).toBe("Comedy · funny");
    const old = await answerTo(ada, ada.dm, () => ada.press(first, "✕ 1990-1999"));
    expect(asSeen(old)).toContain("no part of what you ask for now");

    expect(readingOf(await next(() => ada.reacts(dropped, "👍")))).toBe("Comedy · funny");
    await eventually(() => asSeen(dropped)).toMatch(/^Comedy · funny\n[\s\S]*Noted: /);
    const all = await next(() => ada.press(first, "Anything goes"));
    expect(readingOf(all)).toBeUndefined();
  });

  test("made in private is answered in private, its buttons in rows below the gestures'", async () => {
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ member: false });
    const mood = "a romantic comedy since 1990, not scary, nothing with war";
    const hushed = await ada.slash(channel, "recommend", { mood, private: true }).answer;
    expect(rowsOf(hushed)).toEqual([
      ["Like", "Dislike", "Skip", "Later", "Info"],
      ["Share"],
      ["✕ Comedy", "✕ Romance", "✕ since 1990", "✕ not War", "✕ not scary"],
      ["Anything goes"],
    ]);
    const fewer = await answerTo(ada, channel, () => ada.press(hushed, "✕ Romance"), isSuggestion);
    expect(fewer.onlyFor).toBe(ada.id);
    expect(readingOf(fewer)).toBe("Comedy · since 1990 · not War · not scary");
  });

  test("in a channel belongs to who asked: nobody else's press takes it apart", async () => {
    const channel = fake.guildChannel();
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const suggestion = await ada.slash(channel, "recommend", { mood: "a comedy" }).answer;
    const before = fromBot(ben, channel).filter(isSuggestion).length;
    await ben.press(suggestion, "✕ Comedy").acknowledged;
    expect(fromBot(ben, channel).filter(isSuggestion).length).toBe(before);
  });
});

describe("faults", () => {
  const kinds: [string, Partial<Trouble>][] = [
    ["fails", { status: 503 }],
    ["fails though it was done", { losesAnswer: true }],
    ["is cut off", { cuts: "before" }],
    ["is cut off when it was done", { cuts: "after" }],
    ["is put off", { retryAfterS: 0.1 }],
  ];
  /** A card, its reactions, the next card, and the first drawn again. */
  const CALLS = 7;

  test("whichever call fails, and however: every card is shown once, and the answer to it is kept", async () => {
    const people = kinds.flatMap(([kind, how]) =>
      Array.from({ length: CALLS }, (_, nth) => {
        const person = fake.user(`${kind}, call ${nth + 1}`);
        fake.trouble({ on: new RegExp(`/channels/${person.dm.id}/`), after: nth, times: 1, ...how });
        return person;
      }),
    );
    const cards = (person: Person) => fromBot(person, person.dm).filter(({ embeds }) => embeds[0]?.url);
    for (const person of people) person.writes(person.dm, "next");
    await eventually(() => people.every((person) => cards(person).length === 1)).toBe(true);
    for (const person of people) person.reacts(cards(person)[0]!, "👍");
    await eventually(() => people.filter((person) => !cards(person).slice(1).some(isSuggestion))).toEqual([]);
    for (const person of people) {
      expect([cards(person).length, new Set(cards(person).map(titleOf)).size], person.name).toEqual([2, 2]);
      expect(await verdicts(person)).toEqual(["like"]);
    }
  });

  test("a database that another process holds locked delays the answer, and loses nothing", async () => {
    const ada = fake.user("ada");
    const suggestion = await ada.slash(ada.dm, "recommend").answer;
    const other = await anotherProcess(join(folder, "discord.db"), "BEGIN IMMEDIATE");
    ada.reacts(suggestion, "👍");
    await other.release();
    await eventually(() => verdicts(ada)).toEqual(["like"]);
    await eventually(() => fromBot(ada, ada.dm).filter(isSuggestion).length).toBe(2);
  });

  test("a dispatch that a resume repeats has effect once", async () => {
    const ada = fake.user("ada");
    const suggestion = await ada.slash(ada.dm, "recommend").answer;
    ada.reacts(suggestion, "👍");
    for (let times = 0; times < 3; times++) fake.repeatLastDispatch();
    await eventually(() => fromBot(ada, ada.dm).filter(isSuggestion).length).toBe(2);
    expect(await verdicts(ada)).toEqual(["like"]);
  });
});

describe("while nobody listened", () => {
  const suggestionsIn = (person: Person) => fromBot(person, person.dm).filter(isSuggestion);

  test("reactions put there and taken away count, and the conversation goes on", async () => {
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const [first, other] = [
      await ada.slash(ada.dm, "recommend").answer,
      await ben.slash(ben.dm, "recommend").answer,
    ];
    await eventually(() => isSuggestion(first) && isSuggestion(other)).toBe(true);
    ben.reacts(other, "👎");
    await eventually(() => suggestionsIn(ben).length).toBe(2);
    await stop();
    ada.reacts(first, "👍");
    ben.takesBack(other, "👎");
    await start();
    await eventually(() => verdicts(ada)).toEqual(["like"]);
    await eventually(() => verdicts(ben)).toEqual(["dislike", "retraction"]);
    await eventually(() => suggestionsIn(ada).length).toBe(2);
  });

  test("nobody who was forgotten is brought back by what they left under another's card", async () => {
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const channel = fake.guildChannel();
    const card = await ada.slash(channel, "recommend").answer;
    await eventually(() => isSuggestion(card)).toBe(true);
    ben.reacts(card, "👎");
    await eventually(() => verdicts(ben)).toEqual(["dislike"]);
    const confirm = await answerTo(ben, ben.dm, () => ben.writes(ben.dm, "forget me"));
    await answerTo(ben, ben.dm, () => ben.press(confirm, "Delete everything"));
    await stop();
    ada.reacts(card, "👍");
    await start();
    await eventually(() => verdicts(ada)).toEqual(["like"]);
    await stop(); // and what was begun is finished
    await start();
    expect(await store.revision({ platform: "discord", id: ben.id })).toBeNull();
    expect([...card.reactions.get("👎")!]).toContain(ben.id);
  });

  test("because the session was lost, reactions count as soon as there is another", async () => {
    const ada = fake.user("ada");
    const first = await ada.slash(ada.dm, "recommend").answer;
    await eventually(() => isSuggestion(first)).toBe(true);
    fake.forgetSessions();
    ada.reacts(first, "⏭️");
    fake.cutSockets();
    await eventually(() => verdicts(ada)).toEqual(["skip"]);
    await eventually(() => suggestionsIn(ada).length).toBe(2);
  });
});

describe("privacy by default", () => {
  test("is a person's own, and is asked away for once", async () => {
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    await ada.slash(channel, "privacy", { private: true }).answer;
    expect((await ada.slash(channel, "recommend").answer).onlyFor).toBe(ada.id);
    expect((await ada.slash(channel, "recommend", { private: false }).answer).onlyFor).toBeUndefined();
  });

  test("is set for a server by who manages it, and by nobody else", async () => {
    const ada = fake.user("ada");
    const bob = fake.user("bob");
    const channel = fake.guildChannel();
    await bob.slash(channel, "privacy", { private: true, for: "place" }).answer;
    expect((await ada.slash(channel, "recommend").answer).onlyFor).toBeUndefined();
    ada.manages();
    await ada.slash(channel, "privacy", { private: true, for: "place" }).answer;
    expect((await bob.slash(channel, "recommend").answer).onlyFor).toBe(bob.id);
  });
});
