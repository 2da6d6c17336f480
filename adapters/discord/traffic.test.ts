import { setMaxListeners } from "node:events";
import { RequestMethod } from "discord.js";
import { expect, onTestFinished, test } from "vitest";
import type { Destination } from "../../src/host/adapter.ts";
import { type FakeDiscord, fakeDiscord } from "./fake/fake-discord.ts";
import type { FakeChannel } from "./fake/world.ts";
import { eventually } from "./testing/eventually.ts";
import { reactionsOf } from "./testing/gestures.ts";
import { HEAT } from "./testing/heat.ts";
import { heldUp } from "./testing/scripts.ts";
import { table } from "./testing/table.ts";
import { createTraffic, DECORATIONS_PER_SECOND, type Urgency } from "./traffic.ts";

const SEED = /^PUT .*\/reactions\//;
const POST = /^POST .*\/messages$/;
const count = (fake: FakeDiscord, kind: RegExp) => fake.requests.filter((one) => kind.test(one)).length;
const USER = { platform: "discord", id: "213456789012345678" };

let deliveries = 0;
const to = (channel: FakeChannel): Destination => ({
  conversation: `discord:${channel.id}`,
  inReplyTo: "discord:session1:1",
  atMs: Date.now(),
  user: USER,
  delivery: `delivery-${++deliveries}`,
});

test("answers go first, then reactions, then what is drawn again, whatever came first", async () => {
  const fake = await fakeDiscord();
  onTestFinished(() => fake.close());
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const traffic = createTraffic({
    rest: { api: fake.api, retries: 0 },
    token: fake.token,
    closed: closing.signal,
    onTokenRefused() {},
  });
  const made: Promise<unknown>[] = [];
  /** Nothing is there, and it is refused: here the order counts. */
  const ask = (urgency: Urgency, times: number) => {
    for (let nth = 0; nth < times; nth++) {
      const fullRoute = `/channels/${10n ** 17n + BigInt(made.length)}/${urgency}` as const;
      made.push(traffic.request(urgency, { method: RequestMethod.Get, fullRoute }).catch(() => {}));
    }
  };
  ask("background", DECORATIONS_PER_SECOND);
  ask("redraw", 10);
  ask("seed", DECORATIONS_PER_SECOND);
  ask("answer", 1);
  await Promise.all(made);
  const order = fake.requests.map((request) => request.slice(request.lastIndexOf("/") + 1));
  expect(order.filter((urgency) => urgency !== "answer")).toEqual([
    ...Array(DECORATIONS_PER_SECOND).fill("background"),
    ...Array(DECORATIONS_PER_SECOND).fill("seed"),
    ...Array(10).fill("redraw"),
  ]);
  expect(order.indexOf("answer")).toBeLessThanOrEqual(DECORATIONS_PER_SECOND);
});

test("a post does not wait for the reactions under others' cards", async () => {
  const { fake, adapter } = await table(() => []);
  const channels = Array.from({ length: 30 }, (_, nth) => fake.user(`person ${nth}`).dm);
  await Promise.all(channels.map((channel) => adapter.send(to(channel), HEAT)));
  const before = count(fake, SEED);
  await adapter.send(to(fake.user("last").dm), HEAT);
  const posted = fake.requests.findLastIndex((one) => POST.test(one));
  const meanwhile = fake.requests.slice(0, posted).filter((one) => SEED.test(one)).length - before;
  const underWay = 2 * DECORATIONS_PER_SECOND; // at the most; all the others are still waiting
  expect(meanwhile).toBeLessThan(underWay);
  expect(4 * channels.length - before).toBeGreaterThan(underWay);
});

test("cards in one channel get their reactions side by side, each card's in order", async () => {
  const { fake, adapter } = await table(() => []);
  const channel = fake.guildChannel();
  fake.trouble({ on: SEED, after: 1, times: 4, hangs: "after" });
  for (let nth = 0; nth < 5; nth++) await adapter.send(to(channel), HEAT);
  await eventually(() => count(fake, SEED)).toBe(5);
  const made = fake.messages(channel).map(reactionsOf);
  expect(made.flat().length).toBe(5);
  for (const emojis of made) expect(emojis).toEqual(["👍", "👎", "⏭️", "🔖", "ℹ️"].slice(0, emojis.length));
});

test("what Discord says of its limits is heeded: no request goes over them", async () => {
  const { fake, adapter } = await table(() => []);
  const channel = fake.guildChannel();
  fake.limit({ on: SEED, requests: 1, perMs: 50 });
  fake.limit({ on: POST, requests: 4, perMs: 500 });
  fake.trouble({ on: POST, after: 1, times: 1, answersAfterMs: 100 }); // and so after it was said that none is left
  await Promise.all(Array.from({ length: 8 }, () => adapter.send(to(channel), HEAT)));
  await eventually(() => fake.messages(channel).flatMap(reactionsOf).length).toBe(32);
  expect(fake.overLimit).toBe(0);
});

test("with many turns under way a command is acknowledged before its own begins", async () => {
  const { script, go } = heldUp(HEAT);
  const { fake, host } = await table(script, { slowAfterMs: 60_000 });
  const people = Array.from({ length: 20 }, (_, nth) => fake.user(`person ${nth}`));
  const invoked = people.map((person) => person.slash(person.dm, "recommend"));
  await invoked.at(-1)!.acknowledged;
  expect(fake.messages(people[0]!.dm)).toEqual([]);
  expect(fake.messages(people.at(-1)!.dm)).toMatchObject([{ loading: true }]);
  go();
  await Promise.all(invoked.map(({ answer }) => answer));
  expect(host.incoming).toHaveLength(20);
});
