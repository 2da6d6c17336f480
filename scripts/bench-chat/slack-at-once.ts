/** People who ask at once in Slack, where every call takes a quarter of a second: how long they wait for their cards. */
import { type FakeSlack, openFakeSlack } from "../../adapters/slack/fake/fake-slack.ts";
import type { Person } from "../../adapters/slack/fake/people.ts";
import type { Channel } from "../../adapters/slack/fake/workspace.ts";
import { withBot } from "./bot.ts";
import { spread, until } from "./pace.ts";

const CALL_MS = 250;
const AT_ONCE = 12;
const COMMANDS = 300;
const COMMANDS_WITHIN_MS = 3_000;
/** Slack waits so long for an acknowledgement. */
const WINDOW_MS = 3_000;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

async function withSlack<T>(play: (fake: FakeSlack) => Promise<T>): Promise<T> {
  const fake = await openFakeSlack();
  const env = { SLACK_BOT_TOKEN: fake.botToken, SLACK_APP_TOKEN: fake.appToken, SLACK_API_URL: fake.apiUrl };
  const played = async () => {
    await until(() => fake.connections > 0);
    await warmUp(fake);
    fake.faults.latencyMs = CALL_MS;
    return play(fake);
  };
  const found = await withBot("slack", env, played, async (_, figures) => figures);
  await fake.close();
  return found;
}

/** The first turns of a process are slow. */
async function warmUp(fake: FakeSlack): Promise<void> {
  const people = Array.from({ length: 20 }, (_, nth) => fake.user(`early ${nth}`));
  for (const person of people) await person.slash("/recommend");
  await until(() => people.every((person) => person.dms()[0]?.reactions.size === 4));
}

type Asks = (person: Person, channel: Channel | undefined) => void;
const byCommand: Asks = (person, channel) => void person.slash("/recommend", "", channel);
const byWords: Asks = (person, channel) =>
  void (channel ? person.mention(channel, "next") : person.dm("next"));

/** Until all have their first card, and until the last reaction stands under the last of them. */
const twelve = (asks: Asks, where: (fake: FakeSlack) => Channel | undefined) =>
  withSlack(async (fake) => {
    const channel = where(fake);
    const people = Array.from({ length: AT_ONCE }, (_, nth) => fake.user(`person ${nth}`));
    const cards = () =>
      (channel ? channel.messages : people.flatMap((person) => person.dms())).filter(
        ({ metadata }) => metadata !== undefined,
      );
    const startedMs = performance.now();
    for (const person of people) asks(person, channel);
    await until(() => cards().length === AT_ONCE, 5);
    const firstCards = seconds(performance.now() - startedMs);
    await until(() => cards().every(({ reactions }) => reactions.size === 4), 5);
    return { "first cards": firstCards, "all reactions": seconds(performance.now() - startedMs) };
  });

const alone = () => undefined;
const together = (fake: FakeSlack) => fake.channel("movies");

export const twelveAtOnce = async () => ({
  "each in their direct messages, by command": await twelve(byCommand, alone),
  "each in their direct messages, by words": await twelve(byWords, alone),
  "all in one channel, by command": await twelve(byCommand, together),
  "all in one channel, by words": await twelve(byWords, together),
});

/** From sending a command to its acknowledgement, and to its card. */
export const threeHundred = () =>
  withSlack(async (fake) => {
    const people = Array.from({ length: COMMANDS }, (_, nth) => fake.user(`person ${nth}`));
    const acknowledgedMs: number[] = [];
    const startedMs = performance.now();
    await spread(people, COMMANDS_WITHIN_MS, (person) => {
      const sentMs = performance.now();
      person.slash("/recommend").then(
        () => acknowledgedMs.push(performance.now() - sentMs),
        () => acknowledgedMs.push(Number.POSITIVE_INFINITY),
      );
    });
    await until(() => people.every((person) => person.dms().some(({ metadata }) => metadata)));
    const answeredMs = performance.now() - startedMs;
    await until(() => acknowledgedMs.length === COMMANDS);
    return {
      "acknowledged at the latest after": seconds(Math.max(...acknowledgedMs)),
      "too late": acknowledgedMs.filter((ms) => ms > WINDOW_MS).length,
      "all answered after": seconds(answeredMs),
    };
  });
