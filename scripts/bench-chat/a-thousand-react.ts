/** A thousand people react within ten seconds: how long it takes, and what of it is kept. */
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { REST } from "discord.js";
import { fakeDiscord } from "../../adapters/discord/fake/fake-discord.ts";
import type { FakeMessage } from "../../adapters/discord/fake/world.ts";
import { registerCommands } from "../../adapters/discord/register.ts";
import { openFakeSlack } from "../../adapters/slack/fake/fake-slack.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { UserKey } from "../../src/store/store.ts";
import { withBot } from "./bot.ts";
import { spread, until } from "./pace.ts";

export const PEOPLE = 1_000;
export const WITHIN_MS = 10_000;

interface Measured {
  readonly elapsedMs: readonly number[];
  readonly users: readonly UserKey[];
}

async function figures(database: string, { elapsedMs, users }: Measured) {
  const store = await openSqliteStore(database);
  let kept = 0;
  for (const user of users) kept += (await store.export(user)).log.length;
  await store.close();
  const sorted = elapsedMs.toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.ceil(share * sorted.length) - 1]!)} ms`;
  return { kept: `${kept} of ${PEOPLE}`, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** From sending the event to its acknowledgement. */
export async function slack() {
  const fake = await openFakeSlack();
  const env = { SLACK_BOT_TOKEN: fake.botToken, SLACK_APP_TOKEN: fake.appToken, SLACK_API_URL: fake.apiUrl };
  const play = async (): Promise<Measured> => {
    await until(() => fake.connections > 0);
    const people = Array.from({ length: PEOPLE }, (_, nth) => fake.user(`person-${nth}`));
    const suggestionOf = (person: (typeof people)[number]) =>
      person.dms().findLast(({ reactions }) => reactions.size === 4);
    for (const person of people) {
      person.dm("next");
      await sleep(5);
    }
    await until(() => people.every(suggestionOf));
    await fake.delivered();
    const before = fake.acknowledgedAfterMs.length;
    await spread(people, WITHIN_MS, (person) => person.react(suggestionOf(person)!, "+1"));
    await fake.delivered();
    const users = people.map(({ id }) => ({ platform: "slack", id }));
    return { elapsedMs: fake.acknowledgedAfterMs.slice(before), users };
  };
  return withBot("slack", env, play, figures).finally(() => fake.close());
}

/**
 * A reaction is not acknowledged in Discord: from sending it to finding it in the database. (What is shown
 * of it comes later, for bots may make 50 requests a second.)
 */
export async function discord() {
  const fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  const play = async (file: string): Promise<Measured> => {
    await until(() => fake.gatewayCounts.identified > 0);
    const people = Array.from({ length: PEOPLE }, (_, nth) => fake.user(`person-${nth}`));
    const suggestions = new Map<(typeof people)[number], FakeMessage>();
    for (const person of people) {
      person.slash(person.dm, "recommend").answer.then(
        (message) => suggestions.set(person, message),
        () => {}, // one that never comes is waited for below, in vain
      );
      await sleep(5);
    }
    await until(
      () =>
        suggestions.size === PEOPLE && [...suggestions.values()].every((made) => made.reactions.size === 4),
    );
    const database = new Database(file, { readonly: true });
    const kept = database.prepare<[], { rows: number }>("SELECT count(*) AS rows FROM log");
    const sentMs: number[] = [];
    const elapsedMs: number[] = [];
    const watch = setInterval(() => {
      const { rows } = kept.get()!;
      while (elapsedMs.length < rows) elapsedMs.push(performance.now() - sentMs[elapsedMs.length]!);
    }, 5);
    await spread(people, WITHIN_MS, (person) => {
      sentMs.push(performance.now());
      person.reacts(suggestions.get(person)!, "👍");
    });
    await until(() => elapsedMs.length === PEOPLE);
    clearInterval(watch);
    database.close();
    return { elapsedMs, users: people.map(({ id }) => ({ platform: "discord", id })) };
  };
  return withBot("discord", { DISCORD_TOKEN: fake.token, DISCORD_API: fake.api }, play, figures).finally(() =>
    fake.close(),
  );
}
