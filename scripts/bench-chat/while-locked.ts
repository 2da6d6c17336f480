/** People write, react and press while another process holds the database: when each is acknowledged, and what is kept. */
import { setTimeout as sleep } from "node:timers/promises";
import { REST } from "discord.js";
import { fakeDiscord } from "../../adapters/discord/fake/fake-discord.ts";
import type { FakeMessage } from "../../adapters/discord/fake/world.ts";
import { registerCommands } from "../../adapters/discord/register.ts";
import { openFakeSlack } from "../../adapters/slack/fake/fake-slack.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { UserKey } from "../../src/store/store.ts";
import { anotherProcess } from "../../src/store/testing/another-process.ts";
import { withBot } from "./bot.ts";
import { spread, until } from "./pace.ts";

export const LOCKED_MS = 4_000;
/** Of each kind. */
const PEOPLE = 100;

interface Measured {
  readonly elapsedMs: readonly number[];
  readonly users: readonly UserKey[];
}

/** @param users answered one suggestion each, and were shown the next */
async function figures(database: string, { elapsedMs, users }: Measured) {
  const store = await openSqliteStore(database);
  const exported = await Promise.all(users.map((user) => store.export(user)));
  await store.close();
  const kept = exported.filter(({ log, suggestions }) => log.length === 1 && suggestions.length === 2);
  const sorted = elapsedMs.toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.ceil(share * sorted.length) - 1]!)} ms`;
  const acknowledged = `${elapsedMs.length} acknowledgements`;
  return {
    of: acknowledged,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    kept: `${kept.length} of ${users.length}`,
  };
}

/** Spreads what people do over the time for which another process holds the database. */
async function whileLocked(database: string, acts: readonly (() => void)[]): Promise<void> {
  const other = await anotherProcess(database, "BEGIN IMMEDIATE");
  const held = sleep(LOCKED_MS);
  await spread(acts, LOCKED_MS - 500, (act) => act());
  await held;
  await other.release();
}

/** Words, reactions and commands: a third of each. */
export async function slack() {
  const fake = await openFakeSlack();
  const env = { SLACK_BOT_TOKEN: fake.botToken, SLACK_APP_TOKEN: fake.appToken, SLACK_API_URL: fake.apiUrl };
  const play = async (file: string): Promise<Measured> => {
    await until(() => fake.connections > 0);
    const people = Array.from({ length: 3 * PEOPLE }, (_, nth) => fake.user(`person-${nth}`));
    for (const person of people) {
      person.dm("next");
      await sleep(5);
    }
    const cards = (person: (typeof people)[number]) => person.dms().filter(({ metadata }) => metadata);
    await until(() => people.every((person) => cards(person)[0]?.reactions.size === 4));
    await fake.delivered();
    const before = fake.acknowledgedAfterMs.length;
    const commandsMs: number[] = [];
    await whileLocked(
      file,
      people.map((person, nth) => () => {
        const sentMs = performance.now();
        if (nth % 3 === 0) person.dm("y");
        else if (nth % 3 === 1) person.react(cards(person)[0]!, "+1");
        else void person.slash("/recommend", "y").then(() => commandsMs.push(performance.now() - sentMs));
      }),
    );
    await fake.delivered();
    await until(() => commandsMs.length === PEOPLE && people.every((person) => cards(person).length === 2));
    const users = people.map(({ id }) => ({ platform: "slack", id }));
    return { elapsedMs: [...fake.acknowledgedAfterMs.slice(before), ...commandsMs], users };
  };
  return withBot("slack", env, play, figures).finally(() => fake.close());
}

/** Commands and buttons, half of each: Discord acknowledges nothing else. */
export async function discord() {
  const fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  const play = async (file: string): Promise<Measured> => {
    await until(() => fake.gatewayCounts.identified > 0);
    const people = Array.from({ length: 2 * PEOPLE }, (_, nth) => fake.user(`person-${nth}`));
    const channel = fake.guildChannel();
    const cards: FakeMessage[] = [];
    for (const person of people)
      cards.push(await person.slash(channel, "recommend", { private: true }).answer);
    const elapsedMs: number[] = [];
    const answers: Promise<unknown>[] = [];
    await whileLocked(
      file,
      people.map((person, nth) => () => {
        const sentMs = performance.now();
        const { acknowledged, answer } =
          nth % 2 === 0
            ? person.press(cards[nth]!, "Like")
            : person.slash(channel, "recommend", { mood: "y", private: true });
        answers.push(answer);
        void acknowledged.then(() => elapsedMs.push(performance.now() - sentMs));
      }),
    );
    await Promise.all(answers);
    return { elapsedMs, users: people.map(({ id }) => ({ platform: "discord", id })) };
  };
  return withBot("discord", { DISCORD_TOKEN: fake.token, DISCORD_API: fake.api }, play, figures).finally(() =>
    fake.close(),
  );
}
