import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import type { Destination } from "../../src/host/adapter.ts";
import type { FakeDiscord } from "./fake/fake-discord.ts";
import type { Person } from "./fake/people.ts";
import { Refusal } from "./fake/refusal.ts";
import type { Trouble } from "./fake/troubles.ts";
import type { FakeChannel } from "./fake/world.ts";
import { asSeen, buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { GESTURE_BUTTONS, seeded } from "./testing/gestures.ts";
import { HEAT } from "./testing/heat.ts";
import { heldUp, suggests } from "./testing/scripts.ts";
import { table } from "./testing/table.ts";

const ALWAYS = Number.POSITIVE_INFINITY;
const POSTS = /^POST \/channels\/\d+\/messages$/;
const ALIEN: Card = { ...HEAT, title: { text: "Alien (1979)" }, suggestion: "ZyXwVu9876543210" };

const cards = (fake: FakeDiscord, channel: FakeChannel) =>
  fake.messages(channel).filter(({ author, embeds }) => author === fake.botId && embeds.length > 0);
const fromBot = (fake: FakeDiscord, channel: FakeChannel) =>
  fake
    .messages(channel)
    .filter(({ author }) => author === fake.botId)
    .map(asSeen);

/** An answer to a reaction, as the host sends it. */
const toReaction = (person: Person, channel: FakeChannel, delivery = "delivery-1"): Destination => ({
  conversation: `discord:${channel.id}`,
  inReplyTo: `discord:session1:${delivery}`,
  atMs: Date.now(),
  user: { platform: "discord", id: person.id },
  delivery,
});

describe("a channel that takes no card", () => {
  test.each([
    ["an archived thread", 400, 50083],
    ["a locked thread", 403, 160005],
    ["where words are filtered", 400, 200000],
    ["where the bot is not verified", 403, 50009],
    ["that the bot does not see", 403, 50001],
    ["where it may not write", 403, 50013],
    ["for a reason that nobody has heard of", 403, 987654],
  ])("%s: it comes as a direct message, and says why", async (_where, status, code) => {
    const { fake, adapter } = await table(() => []);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    fake.trouble({
      on: `POST /channels/${channel.id}`,
      times: ALWAYS,
      refuses: new Refusal(status, code, "No"),
    });
    const sent = await adapter.send(toReaction(ada, channel), HEAT);
    const [message] = ada.sees(ada.dm);
    expect(sent).toEqual({ kind: "shown", message: `discord:${ada.dm.id}:${message!.id}` });
    expect(asSeen(message!)).toMatch(/^I may not write in <#\d+>, so I answer you here\.\n\nHeat \(1995\)/);
    await seeded(message!);
    expect(fake.messages(channel)).toEqual([]);
  });

  test("and a person who takes no direct messages: it is refused for good, and logged once", async () => {
    const { fake, adapter, complaints } = await table(() => []);
    const ada = fake.user("ada");
    ada.closeDms();
    const channel = fake.guildChannel({ without: PermissionFlagsBits.SendMessages });
    expect(await adapter.send(toReaction(ada, channel), HEAT)).toEqual({ kind: "refused" });
    expect(complaints.splice(0)).toEqual([expect.stringContaining('"refused":[50013,50007]')]);
  });

  test("because it may not be replied to there takes it without the reply, addressed", async () => {
    const { fake } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ without: PermissionFlagsBits.ReadMessageHistory });
    ada.writes(channel, `<@${fake.botId}> hi`);
    await eventually(() => cards(fake, channel)).toMatchObject([{ content: `<@${ada.id}>` }]);
    await eventually(() => buttonsOf(cards(fake, channel)[0]!)).toEqual(GESTURE_BUTTONS);
  });
});

test("whoever takes no direct messages hears once a day in the channel where private answers are to be had", async () => {
  const { fake, adapter, complaints } = await table(() => []);
  const ada = fake.user("ada");
  ada.closeDms();
  const channel = fake.guildChannel();
  for (const delivery of ["delivery-1", "delivery-2"]) {
    const to = { ...toReaction(ada, channel, delivery), private: true };
    expect(await adapter.send(to, HEAT)).toEqual({ kind: "refused" });
  }
  expect(fromBot(fake, channel)).toEqual([expect.stringMatching(/^<@\d+> I cannot write to you in private/)]);
  expect(complaints.splice(0)).toHaveLength(2);
});

describe("a post that fails", () => {
  const brief: [string, Partial<Trouble>][] = [
    ["with an error of Discord's", { status: 503 }],
    ["after Discord has taken it", { losesAnswer: true }],
    ["by a cut socket", { cuts: "before" }],
    ["by a socket cut after Discord has taken it", { cuts: "after" }],
    ["by a rate limit", { retryAfterS: 0.2 }],
  ];
  test.each(brief)("%s is made again, and stands there once", async (_how, how) => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    fake.trouble({ on: POSTS, times: 2, ...how });
    ada.writes(ada.dm, "hi");
    await eventually(() => host.sent).toEqual([expect.stringContaining(`discord:${ada.dm.id}:`)]);
    expect(cards(fake, ada.dm)).toHaveLength(1);
  });

  const lasting: [string, Partial<Trouble>][] = [
    ["again and again", { status: 500 }],
    ["because nobody listens", { cuts: "before" }],
    ["by a rate limit of a minute", { retryAfterS: 60 }],
    [
      "because Discord is overloaded, though that has a code",
      { refuses: new Refusal(503, 130000, "Overloaded") },
    ],
    ["by a limit on the channel, though that is no 429", { refuses: new Refusal(400, 20028, "Too many") }],
  ];
  test.each(lasting)("%s is left to the host, and refused by nobody", async (_how, how) => {
    const { fake, adapter } = await table(() => []);
    const ada = fake.user("ada");
    const trouble: Trouble = { on: POSTS, times: ALWAYS, ...how };
    fake.trouble(trouble);
    await expect(adapter.send(toReaction(ada, ada.dm), HEAT)).rejects.toThrow();
    trouble.times = 0;
    expect(await adapter.send({ ...toReaction(ada, ada.dm), again: true }, HEAT)).toMatchObject({
      kind: "shown",
    });
    expect(cards(fake, ada.dm)).toHaveLength(1);
  });
});

test("what is sent once the token is refused is left to the host, however often, and Discord is lost once", async () => {
  const lost: string[] = [];
  const { fake, adapter } = await table(() => [], { onLost: ({ message }) => void lost.push(message) });
  const [ada, ben] = [fake.user("ada"), fake.user("ben")];
  fake.resetsToken();
  const sent = (person: Person) => adapter.send(toReaction(person, person.dm), HEAT);
  const atOnce = await Promise.allSettled([ada, ben].map(sent));
  expect(atOnce.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(sent(ada)).rejects.toThrow("401");
  expect(lost).toEqual([expect.stringMatching(/^Discord takes DISCORD_TOKEN no more: /)]);
});

describe("what was tried before", () => {
  const places: [string, (ada: Person, fake: FakeDiscord) => FakeChannel][] = [
    ["in a channel", (_, fake) => fake.guildChannel()],
    ["alone with a person", (ada) => ada.dm],
  ];
  test.each(places)(
    "%s is found there after a restart, long after Discord knows its nonce",
    async (_where, place) => {
      const before = await table(() => []);
      const { fake } = before;
      const ada = fake.user("ada");
      const channel = place(ada, fake);
      const to = toReaction(ada, channel);
      const first = await before.adapter.send(to, HEAT);
      fake.forgetNonces();
      const { adapter } = await before.restart();
      expect(await adapter.send({ ...to, again: true }, HEAT)).toEqual(first);
      expect(cards(fake, channel)).toHaveLength(1);
      expect(
        await adapter.send({ ...toReaction(ada, channel, "delivery-2"), again: true }, ALIEN),
      ).not.toEqual(first);
      expect(cards(fake, channel)).toHaveLength(2);
    },
  );

  test("is told from what looks the same and is older", async () => {
    const before = await table(() => []);
    const { fake } = before;
    const ada = fake.user("ada");
    const list: Card = { lines: ["Nothing yet."] };
    await before.adapter.send(toReaction(ada, ada.dm), list);
    const { adapter } = await before.restart();
    const later = { ...toReaction(ada, ada.dm, "delivery-2"), atMs: Date.now() + 60_000, again: true };
    await adapter.send(later, list);
    expect(fromBot(fake, ada.dm)).toHaveLength(2);
  });

  test("is told from what this process has shown as something else", async () => {
    const { fake, adapter } = await table(() => []);
    const ada = fake.user("ada");
    const list: Card = { lines: ["Nothing yet."] };
    await adapter.send(toReaction(ada, ada.dm), list);
    await adapter.send({ ...toReaction(ada, ada.dm, "delivery-2"), again: true }, list);
    expect(fromBot(fake, ada.dm)).toHaveLength(2);
  });

  test("is found by its buttons, though the card was drawn again since", async () => {
    const before = await table(suggests);
    const { fake } = before;
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ without: PermissionFlagsBits.AddReactions });
    const shown = await ada.slash(channel, "recommend").answer;
    await eventually(() => before.host.sent.length).toBe(1);
    const noted = { ...HEAT, lines: ["Noted: 👍 liked"] };
    await before.adapter.edit!(before.host.sent[0]!, noted, { platform: "discord", id: ada.id });
    const { adapter } = await before.restart();
    const to = { ...toReaction(ada, channel), again: true };
    expect(await adapter.send(to, HEAT)).toEqual({
      kind: "shown",
      message: `discord:${channel.id}:${shown.id}`,
    });
  });

  test("and was noted by this process is not even looked for", async () => {
    const { fake, adapter } = await table(() => []);
    const ada = fake.user("ada");
    const first = await adapter.send(toReaction(ada, ada.dm), HEAT);
    await seeded(fake.messages(ada.dm)[0]!);
    const asked = fake.requests.length;
    expect(await adapter.send({ ...toReaction(ada, ada.dm), again: true }, HEAT)).toEqual(first);
    expect(fake.requests).toHaveLength(asked);
  });
});

describe("an interaction that Discord takes no answer to", () => {
  const callbacks: [string, Partial<Trouble>][] = [
    ["fails", { status: 503 }],
    ["is cut off", { cuts: "before" }],
    ["is never answered", { hangs: "before" }],
  ];
  test.each(callbacks)("because every one %s: the command is answered in the channel", async (_how, how) => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    fake.trouble({ on: "POST /interactions/", times: ALWAYS, ...how });
    ada.slash(channel, "recommend");
    await eventually(() => cards(fake, channel).length).toBe(1);
    expect(cards(fake, channel)[0]).toMatchObject({ content: `<@${ada.id}>` });
    await eventually(() => host.sent.length).toBe(1);
  });

  test.each(callbacks)(
    "because every one %s: a button counts, and is answered in the channel",
    async (_how, how) => {
      const { fake, host } = await table(suggests);
      const ada = fake.user("ada");
      const channel = fake.guildChannel({ without: PermissionFlagsBits.AddReactions });
      const message = await ada.slash(channel, "recommend").answer;
      fake.trouble({ on: "POST /interactions/", times: ALWAYS, ...how });
      ada.press(message, "Like");
      await eventually(() => host.incoming.at(-1)?.did.kind).toBe("pressed");
      await eventually(() => cards(fake, channel).length).toBe(2);
    },
  );

  const unsure: [string, Partial<Trouble>][] = [
    ["cuts the socket", { cuts: "after" }],
    ["answers 500", { losesAnswer: true }],
    ["says nothing", { hangs: "after" }],
  ];
  test.each(unsure)("though it has taken it: it %s, and the card stands there once", async (_how, how) => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    fake.trouble({ on: "POST /interactions/", times: ALWAYS, ...how });
    ada.slash(channel, "recommend");
    await eventually(() => host.sent).toEqual([expect.stringContaining(`discord:${channel.id}:`)]);
    expect(cards(fake, channel)).toHaveLength(1);
    await seeded(cards(fake, channel)[0]!);
  });

  test("more than the first of, without saying that it has it, is found in the channel", async () => {
    const { fake, adapter, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ without: PermissionFlagsBits.AddReactions });
    const message = await ada.slash(channel, "recommend").answer;
    fake.trouble({ on: "POST /webhooks/", times: 1, losesAnswer: true });
    ada.press(message, "Like");
    await eventually(() => host.failed.length).toBe(1);
    const { destination, card } = host.failed[0]!;
    expect(await adapter.send({ ...destination, again: true }, card)).toMatchObject({ kind: "shown" });
    expect(cards(fake, channel)).toHaveLength(2);
  });

  test("for now says that the answer is on its way, and keeps its word in that place", async () => {
    const { script, go } = heldUp({ lines: ["Nothing is hidden."] });
    const { fake, adapter, host } = await table(script, { slowAfterMs: 20 });
    const ada = fake.user("ada");
    fake.trouble({ on: "PATCH /webhooks/", times: 4, status: 503 });
    const channel = fake.guildChannel();
    await ada.slash(channel, "hidden").acknowledged;
    go();
    await eventually(() => ada.sees(channel).map(asSeen)).toEqual([expect.stringContaining("on its way")]);
    const [{ destination, card }] = host.failed as [(typeof host.failed)[0]];
    await adapter.send({ ...destination, again: true }, card);
    expect(ada.sees(channel).map(asSeen)).toEqual(["Nothing is hidden."]);
    expect(ada.sees(channel)[0]).toMatchObject({ onlyFor: ada.id });
  });
});
