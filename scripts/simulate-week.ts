/**
 * Fills a new database with people who are not there, in real conversations through the real host, on days that are handed
 * in: to try the operator's page with. Usage: npx matinee week --db /tmp/week.db
 */
import { existsSync } from "node:fs";
import type { World } from "../src/conversation/world.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { createHost } from "../src/host/host.ts";
import { openReader, openReading } from "../src/host/open-reader.ts";
import { openWorld } from "../src/host/open-world.ts";
import { type SilentAdapter, silentAdapter } from "../src/host/silent-adapter.ts";
import { createRandom, type Random } from "../src/numerics/random.ts";
import { createTally } from "../src/operations/tally.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { atLeastOne, run, wholeNumber } from "./command-line.ts";
import { startModel } from "./simulate-week/model.ts";
import { type SimulatedPerson, simulatedPeople, verdictOf, wishOf } from "./simulate-week/people.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MOST_TURNS = 14;
/** A turn is answered within half a minute. */
const PAUSE_MS = 30_000;

interface Options {
  readonly db: string;
  readonly days: number;
  readonly people: number;
  readonly seed: number;
}

async function main(args: string[]): Promise<void> {
  const { db, days, people, seed } = command("week", "matinee week --db week.db --people 40")
    .description("Fills a new database with people who are not there, to try the operator's page with.")
    .requiredOption("--db <file>", "where nobody is remembered yet")
    .option("--days <n>", "up to today", atLeastOne, 7)
    .option("--people <n>", "who come, on some of the days", atLeastOne, 60)
    .option("--seed <n>", "which people", wholeNumber, 1)
    .parse(args, { from: "user" })
    .opts<Options>();
  if (existsSync(db))
    throw new Error(`${db} is there already: name a new file, for people who are not there are put in it.`);
  const { MATINEE_ARTIFACTS, MATINEE_POLICY, MATINEE_WORDS } = readConfig();
  const world = await openWorld(MATINEE_ARTIFACTS, MATINEE_POLICY);
  const store = await openSqliteStore(db);
  const { rules } = await openReading(world, MATINEE_WORDS);
  const model = await startModel(rules);
  let atMs = Date.now();
  const tally = createTally({ store, now: () => atMs, onTrouble: console.error });
  const reader = await openReader(world, {
    wordsFolder: MATINEE_WORDS,
    llm: {
      baseUrl: model.baseUrl,
      model: "simulated",
      tokenLimitName: "max_tokens",
      dailyPerPerson: 4,
      dailyInAll: 60,
    },
    onCall: (call) => tally.called(call),
    onMisunderstood(why) {
      if (why === "budget" || why === "circuitOpen") tally.unsent(why);
    },
  });
  const platforms = new Map<string, SilentAdapter>();
  const random = createRandom(seed);
  const crowd = simulatedPeople(people, random);
  for (const name of new Set(crowd.map(({ platform }) => platform))) {
    const silent = silentAdapter(name);
    platforms.set(name, silent);
    await createHost({
      world,
      store,
      reader,
      adapter: silent.adapter,
      now: () => atMs,
      onHandled: ({ did }, ms) => tally.took(name, did.kind, ms),
      onError: (error, { doing }) => tally.failed(name, doing, error),
    }).start();
  }
  const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (let day = days - 1; day >= 0; day--) {
    for (const person of crowd) {
      if (random.uniform() > person.keenness) continue;
      const sinceMidnightMs = day === 0 ? Math.max(0, Date.now() - midnight - HOUR_MS) : 22 * HOUR_MS;
      atMs = midnight - day * DAY_MS + Math.floor(random.uniform() * sinceMidnightMs);
      if (random.uniform() < 0.04) model.next({ kind: "rateLimits", retryAfterS: 20 });
      if (random.uniform() < 0.04) model.next({ kind: "says", content: "no JSON" });
      await sit({ person, world, store, random, hears: platforms.get(person.platform)!.hears }, (ms) => {
        atMs += ms;
        return atMs;
      });
    }
    console.log(`${new Date(midnight - day * DAY_MS).toISOString().slice(0, 10)} has passed`);
  }
  await tally.close();
  await model.close();
  await store.close();
}

interface Sitting {
  readonly person: SimulatedPerson;
  readonly world: World;
  readonly store: Store;
  readonly random: Random;
  readonly hears: SilentAdapter["hears"];
}

/** One session: comes, says something, answers until something is found or patience ends. */
async function sit(
  { person, world, store, random, hears }: Sitting,
  after: (ms: number) => number,
): Promise<void> {
  const user = { platform: person.platform, id: person.id };
  let events = 0;
  const does = (did: Parameters<typeof hears>[0]["did"]) => {
    const atMs = after(3_000 + Math.floor(random.uniform() * PAUSE_MS));
    const event = `${person.id}:${atMs}:${events++}`;
    return hears({ user, conversation: `${person.platform}:${person.id}`, event, atMs, did });
  };
  if ((await store.revision(user)) === null) {
    await does({ kind: "opened" });
    for (const title of person.favourites) await does({ kind: "said", text: title });
    await does({ kind: "said", text: "skip" });
  } else await does({ kind: "said", text: "next" });
  let liked = 0;
  for (let turn = 0; turn < MOST_TURNS && liked < 2; turn++) {
    const wish = wishOf(random);
    if (wish !== undefined) await does({ kind: "said", text: wish });
    const suggestion = (await store.suggestions(user)).at(-1);
    const movie = suggestion && world.catalog.byId(suggestion.movie);
    const verdict = movie && verdictOf(person, movie, random);
    if (!suggestion || !verdict) return;
    if (verdict === "like") liked++;
    await does({ kind: "answered", verdict, on: { suggestion: suggestion.id } });
    if (random.uniform() < 0.05) return;
  }
}

await run(main);
