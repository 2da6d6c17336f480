import { PermissionFlagsBits } from "discord.js";
import { expect, test } from "vitest";
import type { Adapter } from "../../src/host/adapter.ts";
import { Refusal } from "./fake/refusal.ts";
import type { FakeMessage } from "./fake/world.ts";
import { buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { GESTURE_BUTTONS, GESTURES, reactionsOf, seeded } from "./testing/gestures.ts";
import { HEAT } from "./testing/heat.ts";
import { suggests } from "./testing/scripts.ts";
import { table } from "./testing/table.ts";

const review = async (adapter: Adapter, { id, channel, author }: FakeMessage) => {
  const suggested = {
    message: `discord:${channel}:${id}`,
    suggestion: HEAT.suggestion!,
    owner: { platform: "discord", id: author },
  };
  const there = await adapter.review!(suggested);
  return there?.map(({ user, gesture }) => `${gesture} by ${user.id}`).toSorted();
};

test("a card that a restart left half made gets the gestures that are missing", async () => {
  const before = await table(suggests);
  const { fake } = before;
  const ada = fake.user("ada");
  const message = await ada.slash(fake.guildChannel(), "recommend").answer;
  await seeded(message);
  message.reactions.delete("👎");
  message.reactions.delete("ℹ️");
  const { adapter } = await before.restart();
  expect(await review(adapter, message)).toEqual([]);
  expect(reactionsOf(message).toSorted()).toEqual(GESTURES.toSorted());
  const asked = fake.requests.length;
  await review(adapter, message);
  expect(fake.requests.slice(asked)).toHaveLength(1);
});

test("where it may not react any more they are buttons, and those that are buttons stay so", async () => {
  const { fake, adapter } = await table(suggests);
  const channel = fake.guildChannel();
  const message = await fake.user("ada").slash(channel, "recommend").answer;
  await seeded(message);
  message.reactions.delete("👍");
  channel.botMay &= ~PermissionFlagsBits.AddReactions;
  expect(await review(adapter, message)).toEqual([]);
  expect(buttonsOf(message)).toEqual(GESTURE_BUTTONS);
  expect(await review(adapter, message)).toEqual([]);
  expect(reactionsOf(message)).toEqual(GESTURES.slice(1));
});

test("everybody's gestures are told, however many, in any skin tone, and none of the bots'", async () => {
  const { fake, adapter } = await table(suggests);
  const message = await fake.user("ada").slash(fake.guildChannel(), "recommend").answer;
  await seeded(message);
  const fans = Array.from({ length: 250 }, (_, nth) => fake.user(`fan ${nth}`));
  for (const fan of fans) fan.reacts(message, "👍");
  const [ada, ben, eve] = [fake.user("ada"), fake.user("ben"), fake.user("eve", { bot: true })];
  ada.reacts(message, "👍🏽");
  ada.reacts(message, "👍");
  ben.reacts(message, "⏭");
  ben.reacts(message, "🎉");
  eve.reacts(message, "👎");
  ada.reacts(message, "👎");
  ada.takesBack(message, "👎");
  const wanted = [...fans.map(({ id }) => `like by ${id}`), `like by ${ada.id}`, `skip by ${ben.id}`];
  expect(await review(adapter, message)).toEqual(wanted.toSorted());
});

test("what has vanished, is hidden, or cannot be read in full tells nothing", async () => {
  const { fake, adapter } = await table(suggests);
  const ada = fake.user("ada");
  const channel = fake.guildChannel();
  const message = await ada.slash(channel, "recommend").answer;
  await seeded(message);
  ada.reacts(message, "👍");
  fake.trouble({ on: /^GET .*\/reactions\//, times: 1, refuses: new Refusal(403, 50001, "Missing Access") });
  expect(await review(adapter, message)).toBeUndefined();
  expect(await review(adapter, message)).toEqual([`like by ${ada.id}`]);
  const hushed = await ada.slash(channel, "recommend", { private: true }).answer;
  expect(await review(adapter, hushed)).toBeUndefined();
  fake.deletes(message);
  expect(await review(adapter, message)).toBeUndefined();
  channel.botMay &= ~PermissionFlagsBits.ViewChannel;
  expect(await review(adapter, message)).toBeUndefined();
});

test("while Discord cannot be reached it is to be looked at again later", async () => {
  const { fake, adapter } = await table(suggests);
  const message = await fake.user("ada").slash(fake.guildChannel(), "recommend").answer;
  await seeded(message);
  const trouble = { on: "GET /channels/", times: Number.POSITIVE_INFINITY, status: 503 };
  fake.trouble(trouble);
  await expect(review(adapter, message)).rejects.toThrow("503");
});

test("events that a session missed are told of as a gap, those that a resume brings are not", async () => {
  const { fake, host } = await table(suggests);
  fake.cutSockets();
  await eventually(() => fake.gatewayCounts.resumed).toBe(1);
  expect(host.gaps).toBe(0);
  fake.forgetSessions();
  fake.cutSockets();
  await eventually(() => host.gaps).toBe(1);
});
