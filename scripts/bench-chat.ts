/**
 * A thousand people react within ten seconds: the real bots, as processes of their own, on the loopback.
 * Usage: npm run bench:chat
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { REST } from "discord.js";
import { fakeDiscord } from "../adapters/discord/fake/fake-discord.ts";
import type { FakeMessage } from "../adapters/discord/fake/world.ts";
import { registerCommands } from "../adapters/discord/register.ts";
import { openFakeSlack } from "../adapters/slack/fake/fake-slack.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { UserKey } from "../src/store/store.ts";

const PEOPLE = 1_000;
const WITHIN_MS = 10_000;
const PATIENCE_MS = 120_000;

interface Measured {
  readonly elapsedMs: readonly number[];
  readonly users: readonly UserKey[];
}

/** Starts a bot on an empty database, plays with it, and counts what it has kept. */
async function bench(
  platform: string,
  env: Record<string, string>,
  play: (database: string) => Promise<Measured>,
) {
  const folder = await mkdtemp(join(tmpdir(), "matinee-chat-"));
  const database = join(folder, "chat.db");
  const main = fileURLToPath(new URL(`../adapters/${platform}/main.js`, import.meta.url));
  const bot: ChildProcess = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, MATINEE_DB: database, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    const { elapsedMs, users } = await play(database);
    bot.kill("SIGTERM");
    await once(bot, "close");
    const store = await openSqliteStore(database);
    let kept = 0;
    for (const user of users) kept += (await store.export(user)).log.length;
    await store.close();
    const sorted = elapsedMs.toSorted((a, b) => a - b);
    const at = (share: number) => `${Math.round(sorted[Math.ceil(share * sorted.length) - 1]!)} ms`;
    return { kept: `${kept} of ${PEOPLE}`, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  } finally {
    bot.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
}

/** From sending the event to its acknowledgement. */
async function slack() {
  const fake = await openFakeSlack();
  const env = { SLACK_BOT_TOKEN: fake.botToken, SLACK_APP_TOKEN: fake.appToken, SLACK_API_URL: fake.apiUrl };
  const row = await bench("slack", env, async () => {
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
    await spread(people, (person) => person.react(suggestionOf(person)!, "+1"));
    await fake.delivered();
    const users = people.map(({ id }) => ({ platform: "slack", id }));
    return { elapsedMs: fake.acknowledgedAfterMs.slice(before), users };
  });
  await fake.close();
  return row;
}

/**
 * A reaction is not acknowledged in Discord: from sending it to finding it in the database. (What is shown
 * of it comes later, for bots may make 50 requests a second.)
 */
async function discord() {
  const fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  const row = await bench("discord", { DISCORD_TOKEN: fake.token, DISCORD_API: fake.api }, async (file) => {
    await until(() => fake.gatewayCounts.identified > 0);
    const people = Array.from({ length: PEOPLE }, (_, nth) => fake.user(`person-${nth}`));
    const suggestions = new Map<(typeof people)[number], FakeMessage>();
    for (const person of people) {
      void person.slash(person.dm, "recommend").answer.then((message) => suggestions.set(person, message));
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
    await spread(people, (person) => {
      sentMs.push(performance.now());
      person.reacts(suggestions.get(person)!, "👍");
    });
    await until(() => elapsedMs.length === PEOPLE);
    clearInterval(watch);
    database.close();
    return { elapsedMs, users: people.map(({ id }) => ({ platform: "discord", id })) };
  });
  await fake.close();
  return row;
}

/** Does it for each, evenly over the time. */
async function spread<T>(all: readonly T[], does: (one: T) => void): Promise<void> {
  const startedMs = performance.now();
  for (const [nth, one] of all.entries()) {
    const dueMs = startedMs + (nth * WITHIN_MS) / all.length;
    if (dueMs > performance.now()) await sleep(dueMs - performance.now());
    does(one);
  }
}

async function until(holds: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > deadlineMs) throw new Error(`waited ${PATIENCE_MS} ms in vain`);
    await sleep(20);
  }
}

console.log(`Node ${process.version} on ${cpus().length} x ${cpus()[0]?.model.trim()}`);
console.log(`${PEOPLE} people react within ${WITHIN_MS / 1000} s:`);
console.table({ Slack: await slack(), Discord: await discord() });
