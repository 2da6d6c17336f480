/** People who ask at once in Discord, where every call takes a quarter of a second: how long they wait for their cards. */
import { REST } from "discord.js";
import { type FakeDiscord, fakeDiscord } from "../../adapters/discord/fake/fake-discord.ts";
import type { Person } from "../../adapters/discord/fake/people.ts";
import type { FakeChannel } from "../../adapters/discord/fake/world.ts";
import { registerCommands } from "../../adapters/discord/register.ts";
import { withBot } from "./bot.ts";
import { spread, until } from "./pace.ts";

const CALL_MS = 250;
const AT_ONCE = 12;
const COMMANDS = 300;
const COMMANDS_WITHIN_MS = 3_000;
/** Discord waits so long for an acknowledgement. */
const WINDOW_MS = 3_000;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

async function withDiscord<T>(play: (fake: FakeDiscord) => Promise<T>): Promise<T> {
  const fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  const env = { DISCORD_TOKEN: fake.token, DISCORD_API: fake.api };
  const played = async () => {
    await until(() => fake.gatewayCounts.identified > 0);
    await warmUp(fake);
    fake.takes(CALL_MS);
    return play(fake);
  };
  const found = await withBot("discord", env, played, async (_, figures) => figures);
  await fake.close();
  return found;
}

/** The first turns of a process are slow. */
async function warmUp(fake: FakeDiscord): Promise<void> {
  for (let nth = 0; nth < 20; nth++) {
    const person = fake.user(`early ${nth}`);
    await person.slash(person.dm, "recommend").answer;
  }
  await until(() => fake.messages(fake.user("early 19").dm)[0]?.reactions.size === 4);
}

type Asks = (person: Person, channel: FakeChannel, fake: FakeDiscord) => void;
const bySlash: Asks = (person, channel) => void person.slash(channel, "recommend");
const byWords: Asks = (person, channel, fake) =>
  void person.writes(channel, channel.place.kind === "dm" ? "next" : `<@${fake.botId}> next`);

/** Until all have their first card, and until the last reaction stands under the last of them. */
const twelve = (asks: Asks, where: (fake: FakeDiscord) => (person: Person) => FakeChannel) =>
  withDiscord(async (fake) => {
    const channelOf = where(fake);
    const people = Array.from({ length: AT_ONCE }, (_, nth) => fake.user(`person ${nth}`));
    const channels = new Set(people.map(channelOf));
    const cards = () =>
      [...channels]
        .flatMap((channel) => fake.messages(channel))
        .filter(({ author, embeds }) => author === fake.botId && embeds.length > 0);
    const startedMs = performance.now();
    for (const person of people) asks(person, channelOf(person), fake);
    await until(() => cards().length === AT_ONCE, 5);
    const firstCards = seconds(performance.now() - startedMs);
    await until(() => cards().every(({ reactions }) => reactions.size === 4), 5);
    return { "first cards": firstCards, "all reactions": seconds(performance.now() - startedMs) };
  });

const alone = () => (person: Person) => person.dm;
const together = (fake: FakeDiscord) => {
  const channel = fake.guildChannel();
  return () => channel;
};

export const twelveAtOnce = async () => ({
  "each in their direct messages, by command": await twelve(bySlash, alone),
  "each in their direct messages, by words": await twelve(byWords, alone),
  "all in one channel, by command": await twelve(bySlash, together),
  "all in one channel, by words": await twelve(byWords, together),
});

/** From sending a command to its acknowledgement, and to its card. */
export const threeHundred = () =>
  withDiscord(async (fake) => {
    const people = Array.from({ length: COMMANDS }, (_, nth) => fake.user(`person ${nth}`));
    const acknowledgedMs: number[] = [];
    const answeredMs: number[] = [];
    await spread(people, COMMANDS_WITHIN_MS, (person) => {
      const sentMs = performance.now();
      const { acknowledged, answer } = person.slash(person.dm, "recommend");
      acknowledged.then(
        () => acknowledgedMs.push(performance.now() - sentMs),
        () => acknowledgedMs.push(Number.POSITIVE_INFINITY),
      );
      answer.then(
        () => answeredMs.push(performance.now() - sentMs),
        () => answeredMs.push(Number.POSITIVE_INFINITY),
      );
    });
    await until(() => answeredMs.length === COMMANDS);
    return {
      "acknowledged at the latest after": seconds(Math.max(...acknowledgedMs)),
      "too late": acknowledgedMs.filter((ms) => ms > WINDOW_MS).length,
      "answered at the latest after": seconds(Math.max(...answeredMs)),
    };
  });
