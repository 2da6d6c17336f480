import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import type { FakeDiscord } from "./fake/fake-discord.ts";
import type { FakeMessage } from "./fake/world.ts";
import { asSeen, buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { GESTURE_BUTTONS, reactionsOf, seeded } from "./testing/gestures.ts";
import { HEAT } from "./testing/heat.ts";
import { says, suggests } from "./testing/scripts.ts";
import { table } from "./testing/table.ts";

describe("in a server", () => {
  test("/recommend shows a suggestion with the gestures under it, and the bot's own reactions mean nothing", async () => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    const message = await ada.slash(channel, "recommend").answer;
    expect(asSeen(message)).toBe(
      "Heat (1995)\nhttps://www.imdb.com/title/tt0113277/\nBecause you liked Ronin.\nGenres\nAction, Crime",
    );
    await seeded(message);
    expect(buttonsOf(message)).toEqual([]);
    expect(host.incoming).toMatchObject([
      {
        user: { platform: "discord", id: ada.id },
        conversation: `discord:${channel.id}`,
        did: { kind: "commanded", command: { kind: "next" } },
      },
    ]);
    expect(host.sent).toEqual([`discord:${channel.id}:${message.id}`]);
  });

  test("a reaction is a gesture on the message, in any skin tone; taken back, it is taken back", async () => {
    const { fake, host } = await table(({ did }) => (did.kind === "commanded" ? [HEAT] : []));
    const ada = fake.user("ada");
    const message = await ada.slash(fake.guildChannel(), "recommend").answer;
    ada.reacts(message, "👍🏽");
    ada.takesBack(message, "👍🏽");
    ada.reacts(message, "🎉");
    ada.reacts(message, "⏭");
    await eventually(() => host.incoming.length).toBe(4);
    const on = { message: `discord:${message.channel}:${message.id}`, suggestion: HEAT.suggestion };
    expect(host.incoming.slice(1).map(({ did }) => did)).toEqual([
      { kind: "gestured", gesture: "like", on },
      { kind: "gestureTakenBack", gesture: "like", on },
      { kind: "gestured", gesture: "skip", on },
    ]);
    expect(new Set(host.incoming.map(({ event }) => event)).size).toBe(4);
  });

  test("what follows a reaction is a new message that names the person and notifies nobody", async () => {
    const { fake } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    ada.reacts(await ada.slash(channel, "recommend").answer, "👍");
    await eventually(() => fake.messages(channel).length).toBe(2);
    const [, next] = fake.messages(channel);
    expect(next).toMatchObject({ content: `<@${ada.id}>`, pinged: [] });
    await seeded(next!);
  });

  test("a mention is heard and answered at the message; other talk is not read", async () => {
    const { fake, host } = await table(says("Hello."));
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    ada.writes(channel, "nobody is meant");
    const message = ada.writes(channel, `<@${fake.botId}> more like Heat`);
    ada.writes(channel, `<@${fake.botId}>`);
    await eventually(() => fake.messages(channel).length).toBe(5);
    expect(host.incoming.map(({ did }) => did)).toEqual([
      { kind: "said", text: "more like Heat" },
      { kind: "opened" },
    ]);
    expect(fake.messages(channel).find(({ repliesTo }) => repliesTo === message.id)?.content).toBe("Hello.");
  });

  test("a mention that was deleted before the answer is answered all the same", async () => {
    const { fake, host } = await table(async ({ event }) => {
      fake.deletes({ id: event.slice("discord:".length) } as FakeMessage);
      return [{ lines: ["Still here."] }];
    });
    const channel = fake.guildChannel();
    fake.user("ada").writes(channel, `<@${fake.botId}> hi`);
    await eventually(() => host.sent.length).toBe(1);
    expect(fake.messages(channel).map(asSeen).join()).toContain("Still here.");
  });

  test("what is private is for the eyes of one, with buttons of their own", async () => {
    const { fake, host } = await table(suggests);
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const channel = fake.guildChannel();
    const message = await ada.slash(channel, "recommend", { private: true }).answer;
    expect(ben.sees(channel)).toEqual([]);
    expect(ada.sees(channel)).toEqual([message]);
    expect(buttonsOf(message)).toEqual([...GESTURE_BUTTONS, "Share"]);
    expect(reactionsOf(message)).toEqual([]);

    const next = await ada.press(message, "Dislike").answer;
    expect(next.onlyFor).toBe(ada.id);
    expect(host.incoming[1]).toMatchObject({
      private: true,
      did: {
        kind: "pressed",
        gesture: "dislike",
        on: { suggestion: HEAT.suggestion, message: `discord:${channel.id}:${message.id}` },
      },
    });
  });

  test("a private suggestion can be shared with the channel", async () => {
    const { fake, host } = await table(suggests);
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const channel = fake.guildChannel();
    await ada.press(await ada.slash(channel, "recommend", { private: true }).answer, "Share").answer;
    expect(host.incoming[1]!.did).toMatchObject({ kind: "shared", on: { suggestion: HEAT.suggestion } });
    expect(ben.sees(channel).map(asSeen)).toEqual([expect.stringContaining("Heat (1995)")]);
    await seeded(ben.sees(channel)[0]!);
  });

  test("somebody else's buttons are refused politely and privately", async () => {
    const { fake, host } = await table(() => [
      { lines: ["Which one?"], actions: [{ label: "Heat (1995)", says: "more like tt0113277" }] },
    ]);
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const channel = fake.guildChannel();
    const question = await ada.slash(channel, "more-like", { title: "heat" }).answer;
    fake.trouble({ on: "POST /interactions/", status: 503, times: 1 });
    await ben.press(question, "Heat (1995)").acknowledged;
    expect(ben.sees(channel).at(-1)).toMatchObject({
      content: "That is somebody else's. Start your own with /recommend.",
      onlyFor: ben.id,
    });
    expect(host.incoming).toHaveLength(1);
    await ada.press(question, "Heat (1995)").acknowledged;
    await eventually(() => host.incoming[1]?.did).toEqual({ kind: "said", text: "more like tt0113277" });
  });

  test("an aside in answer to a reaction is dropped, and whispered in answer to a button", async () => {
    const aside: Card = { lines: ["👍 Noted."], private: true, aside: true };
    const { fake, host } = await table(({ did }) => (did.kind === "commanded" ? [HEAT] : [aside]));
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const channel = fake.guildChannel({ without: PermissionFlagsBits.AddReactions });
    const message = await ada.slash(channel, "recommend").answer;
    ben.reacts(message, "👍");
    await eventually(() => host.sent.length).toBe(2);
    expect(host.sent).toContain(undefined);
    expect(ben.sees(ben.dm)).toEqual([]);
    expect(await ben.press(message, "Like").answer).toMatchObject({ content: "👍 Noted.", onlyFor: ben.id });
  });
});

describe("without reactions at hand", () => {
  const places = [
    ["where only a person uses it", (fake: FakeDiscord) => fake.guildChannel({ member: false })],
    ["in a group", (fake: FakeDiscord) => fake.groupDm()],
    [
      "where it may not react",
      (fake: FakeDiscord) => fake.guildChannel({ without: PermissionFlagsBits.AddReactions }),
    ],
    [
      "where it may not read back",
      (fake: FakeDiscord) => fake.guildChannel({ without: PermissionFlagsBits.ReadMessageHistory }),
    ],
  ] as const;

  test.each(places)("%s, the gestures are buttons that work for everybody", async (_where, open) => {
    const { fake, host } = await table(suggests);
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const message = await ada.slash(open(fake), "recommend").answer;
    expect(buttonsOf(message)).toEqual(GESTURE_BUTTONS);
    await ben.press(message, "Like").answer;
    expect(host.incoming[1]).toMatchObject({
      user: { id: ben.id },
      did: { kind: "pressed", gesture: "like", on: { suggestion: HEAT.suggestion } },
    });
  });

  test("a suggestion in answer to a mention gets buttons once reactions are refused", async () => {
    const { fake } = await table(suggests);
    const channel = fake.guildChannel({ without: PermissionFlagsBits.AddReactions });
    fake.user("ada").writes(channel, `<@${fake.botId}> hi`);
    await eventually(() => fake.messages(channel).flatMap(buttonsOf)).toEqual(GESTURE_BUTTONS);
  });
});

describe("alone with a person", () => {
  test("words are words, answers are plain messages with reactions, and nothing has to be hidden", async () => {
    const { fake, host } = await table(() => [{ ...HEAT, private: true }]);
    const ada = fake.user("ada");
    ada.writes(ada.dm, "something like Heat");
    await eventually(() => ada.sees(ada.dm).length).toBe(2);
    const answer = ada.sees(ada.dm)[1]!;
    await seeded(answer);
    expect(answer).toMatchObject({ content: "", components: [] });
    expect(host.incoming).toMatchObject([
      { conversation: `discord:${ada.dm.id}`, did: { text: "something like Heat" }, private: true },
    ]);
  });

  test("reactions and words arrive after a restart, though Discord lists no direct messages", async () => {
    const before = await table(suggests);
    const ada = before.fake.user("ada");
    ada.writes(ada.dm, "hi");
    await eventually(() => ada.sees(ada.dm).length).toBe(2);
    const message = ada.sees(ada.dm)[1]!;
    await seeded(message);

    const { host } = await before.restart();
    ada.reacts(message, "👍");
    await eventually(() => host.sent.length).toBe(1);
    ada.takesBack(message, "👍");
    ada.writes(ada.dm, "hello again");
    await eventually(() => host.incoming.map(({ did }) => did.kind)).toEqual([
      "gestured",
      "gestureTakenBack",
      "said",
    ]);
    await eventually(() => ada.sees(ada.dm).length).toBe(6);
  });

  test("a slash command answers with reactions too", async () => {
    const { fake } = await table(suggests);
    const ada = fake.user("ada");
    const message = await ada.slash(ada.dm, "recommend", { private: true }).answer;
    expect(message.onlyFor).toBeUndefined();
    await seeded(message);
  });
});

describe("commands", () => {
  test("titles are completed while they are typed, and what was picked is what is meant", async () => {
    const { fake, host } = await table(says("Near Heat:"));
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    expect(await ada.completes(channel, "more-like", "title", "heat")).toEqual([
      { name: "Heat (1995)", value: "tt0113277" },
      { name: "Heathers (1989)", value: "tt0097493" },
    ]);
    await ada.slash(channel, "more-like", { title: "tt0113277" }).answer;
    expect(host.incoming.map(({ did }) => did)).toEqual([
      { kind: "commanded", command: { kind: "moreLike", title: "tt0113277" } },
    ]);
  });

  test.each([
    ["recommend", { mood: "something calm" }, { kind: "said", text: "something calm" }],
    ["favourites", {}, { kind: "commanded", command: { kind: "favourites" } }],
    ["seen", {}, { kind: "commanded", command: { kind: "answer", verdict: "seen" } }],
    [
      "seen",
      { title: "Heat" },
      { kind: "commanded", command: { kind: "mark", verdict: "seen", title: "Heat" } },
    ],
    ["restore", { title: "Heat" }, { kind: "commanded", command: { kind: "restore", title: "Heat" } }],
    ["undo", {}, { kind: "commanded", command: { kind: "undo" } }],
    ["help", {}, { kind: "commanded", command: { kind: "help" } }],
  ])("/%s %j", async (name, options, did) => {
    const { fake, host } = await table(says("Done."));
    expect(await fake.user("ada").slash(fake.guildChannel(), name, options).answer).toMatchObject({
      content: "Done.",
    });
    expect(host.incoming.map((one) => one.did)).toEqual([did]);
  });

  test.each(["history", "hidden", "profile", "export", "forget-me", "help"])(
    "/%s answers its asker alone",
    async (name) => {
      const { fake } = await table(says("All of it."));
      const ada = fake.user("ada");
      expect(await ada.slash(fake.guildChannel(), name).answer).toMatchObject({ onlyFor: ada.id });
    },
  );

  test("/favourites names several in their order, and is answered by one message", async () => {
    const { fake, host } = await table(({ did }) => [{ lines: [JSON.stringify(did)] }]);
    const channel = fake.guildChannel();
    await fake.user("ada").slash(channel, "favourites", { first: "tt1", second: "tt2", fourth: "tt4" })
      .answer;
    expect(host.incoming.map(({ did }) => did)).toEqual([
      { kind: "commanded", command: { kind: "nameFavourites", titles: ["tt1", "tt2", "tt4"] } },
    ]);
    expect(fake.messages(channel)).toHaveLength(1);
  });

  test("/restore completes from what is kept away from whoever types, and nobody else", async () => {
    const completeHidden = async (user: string, typed: string) =>
      [{ label: "Heat (1995)", value: user }].filter(({ label }) => label.startsWith(typed));
    const { fake } = await table(() => [], { completeHidden });
    const ada = fake.user("ada");
    expect(await ada.completes(fake.guildChannel(), "restore", "title", "He")).toEqual([
      { name: "Heat (1995)", value: ada.id },
    ]);
    expect(await ada.completes(fake.guildChannel(), "restore", "title", "zz")).toEqual([]);
  });

  const RATINGS = "title,year,rating\nHeat,1995,4\n";
  test.each([
    [
      "is read, and goes no further",
      `data:text/csv;base64,${Buffer.from(RATINGS).toString("base64")}`,
      RATINGS.length,
      { rows: [{ film: { title: "Heat", year: 1995 }, rating: { stars: 4 } }] },
    ],
    [
      "that Discord does not hand over is said to be so",
      "http://127.0.0.1:1/x",
      10,
      { unusable: "Discord did not hand the file over. Send it again." },
    ],
    [
      "that is too large is not fetched",
      "http://127.0.0.1:1/x",
      1e9,
      { unusable: expect.stringMatching(/^It is too large/) },
    ],
  ])("the file of /import %s", async (_, url, size, history) => {
    const { fake, host } = await table(says("Done."));
    const ada = fake.user("ada");
    const file = { filename: "ratings.csv", size, url };
    expect(await ada.slash(fake.guildChannel(), "import", { file }).answer).toMatchObject({
      onlyFor: ada.id,
    });
    expect(host.incoming).toMatchObject([{ private: true, did: { kind: "brought", history } }]);
  });

  test("/export brings a file", async () => {
    const file = { name: "matinee-export.json", mediaType: "application/json", text: '{"log":[]}' };
    const { fake } = await table(() => [{ lines: ["Everything I keep about you."], file, private: true }]);
    const message = await fake.user("ada").slash(fake.guildChannel(), "export").answer;
    expect(message.files).toEqual([{ name: "matinee-export.json", text: '{"log":[]}' }]);
  });

  test("a command of which nothing came says so", async () => {
    const { fake } = await table(() => []);
    const ada = fake.user("ada");
    expect(await ada.slash(fake.guildChannel(), "recommend").answer).toMatchObject({
      content: "Nothing came of that. Please try again.",
      onlyFor: ada.id,
    });
  });
});

describe("an old card", () => {
  const ADA = { platform: "discord", id: "213456789012345670" };
  const noted: Card = { ...HEAT, lines: ["👍 noted", ...HEAT.lines] };

  test("is drawn again in a channel and in private, and keeps its buttons", async () => {
    const { fake, adapter, host } = await table(suggests);
    const ada = fake.user("ada");
    const open = await ada.slash(fake.guildChannel(), "recommend").answer;
    const hushed = await ada.slash(fake.guildChannel(), "recommend", { private: true }).answer;
    await eventually(() => host.sent.length).toBe(2);
    for (const id of host.sent) await adapter.edit!(id!, noted, ADA);
    expect([asSeen(open), asSeen(hushed)]).toEqual([
      expect.stringContaining("👍 noted"),
      expect.stringContaining("👍 noted"),
    ]);
    expect(buttonsOf(hushed)).toHaveLength(6);
  });

  test("in private is drawn again after a restart, when its button is pressed", async () => {
    const before = await table(suggests);
    const ada = before.fake.user("ada");
    const message = await ada.slash(before.fake.guildChannel(), "recommend", { private: true }).answer;
    const { adapter, host } = await before.restart();
    await ada.press(message, "Like").answer;
    const { did } = host.incoming[0]!;
    if (did.kind === "pressed") await adapter.edit!(did.on.message!, noted, ADA);
    expect(asSeen(message)).toContain("👍 noted");
  });

  test("that has vanished, or is out of reach, is left alone", async () => {
    const { fake, adapter } = await table(suggests);
    const message = await fake.user("ada").slash(fake.guildChannel(), "recommend").answer;
    await seeded(message);
    fake.deletes(message);
    await adapter.edit!(`discord:${message.channel}:${message.id}`, noted, ADA);
    await adapter.edit!("discord:213456789012345678:213456789012345679", noted, ADA);
  });
});
