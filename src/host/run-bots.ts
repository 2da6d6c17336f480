import { type Logger, pino } from "pino";
import type { Movie } from "../catalog/movie.ts";
import { hiddenAmong } from "../conversation/lists.ts";
import { standingFeedback } from "../conversation/person.ts";
import type { World } from "../conversation/world.ts";
import { readLlmSettings } from "../intent/llm/settings.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store, UserKey } from "../store/store.ts";
import type { Adapter } from "./adapter.ts";
import { openAnswerCache } from "./answer-cache.ts";
import { askedToEnd } from "./asked-to-end.ts";
import { readConfig } from "./config.ts";
import { type Allowance, createHost } from "./host.ts";
import { openLog } from "./open-log.ts";
import { openParser } from "./open-parser.ts";
import { openWorld } from "./open-world.ts";

/** What was begun is finished within this time after a signal to stop, or given up. */
const STOP_WITHIN_MS = 10_000;
const ALLOWANCE: Allowance = { messages: 20, perSeconds: 30 };

type Environment = Readonly<Record<string, string | undefined>>;

/** What a bot is given of the rest. */
export interface Shared {
  readonly world: World;
  readonly log: Logger;
  /** The movies that are kept away from a person, latest first. */
  readonly hiddenFrom: (user: UserKey) => Promise<readonly Movie[]>;
  /** To be called when the platform is gone and will not be back by itself: the others go on without it. */
  readonly onLost: (error: Error) => void;
}

/** A chat platform that can be started from settings alone. */
export interface Bot {
  /** As people write it: "Discord". */
  readonly title: string;
  /** Whether the settings mean it to be started. */
  isConfigured(environment: Environment): boolean;
  /** @throws Error with one sentence per problem with the settings */
  open(environment: Environment, shared: Shared): Adapter;
}

/** Runs bots over one memory until a signal ends the process, and then finishes what was begun. */
export async function runBots(bots: readonly Bot[]): Promise<void> {
  try {
    await run(bots);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}

async function run(bots: readonly Bot[]): Promise<void> {
  const config = readConfig();
  const log = config.MATINEE_LOG === "" ? pino() : openLog(config.MATINEE_LOG);
  const world = await openWorld(config.MATINEE_ARTIFACTS, config.MATINEE_POLICY);
  const llm = readLlmSettings(process.env);
  let onOver: (error: Error) => void = () => {};
  const over = new Promise<never>((_, reject) => {
    onOver = reject;
  });
  over.catch(() => {}); // heard below, once all have started
  const store = await openSqliteStore(config.MATINEE_DB, {
    onDamaged: onOver,
    onTrouble: (err) => log.warn({ err }, "what was deleted cannot be wiped from the disk yet"),
  });
  const answers = await openAnswerCache(config.MATINEE_DB, (err) =>
    log.warn({ err }, "what the language model said cannot be looked up, kept or deleted"),
  );
  const parser = await openParser(world, {
    wordsFolder: config.MATINEE_WORDS,
    cache: answers.cache,
    ...(llm && { llm }),
    onCall: (call) => log.info(call, "asked the language model"),
  });
  const adapters = bots.map((bot) => {
    const onLost = (error: Error): void => void leave(bot.title, error);
    const hiddenFrom = (user: UserKey) => hiddenMovies(world, store, user);
    return { title: bot.title, adapter: bot.open(process.env, { world, log, hiddenFrom, onLost }) };
  });
  log.info(
    llm
      ? `Texts are read by ${llm.model} at ${llm.baseUrl}, and by rules where it fails`
      : "Texts are read by rules",
  );
  const hosts = adapters.map(({ title, adapter }) => {
    const logOf = log.child({ platform: adapter.name });
    const host = createHost({
      world,
      store,
      parser,
      adapter,
      allowance: ALLOWANCE,
      onHandled: ({ event, did }, elapsedMs) =>
        logOf.info({ request: event, did: did.kind, elapsedMs: Math.round(elapsedMs) }, "dealt with"),
      onError: (err, { event, doing }) => logOf.error({ err, request: event, doing }, "something failed"),
    });
    return { title, host };
  });
  const left = new Set<string>();

  /** One platform that is gone takes no other along; with the last of them the program ends, and says why. */
  async function leave(title: string, error: Error): Promise<void> {
    if (left.has(title)) return;
    left.add(title);
    if (left.size === hosts.length) return onOver(error);
    log.error({ err: error }, `Matinee has left ${title}: ${error.message}`);
    await hosts.find((one) => one.title === title)!.host.stop();
  }

  try {
    for (const { title, host } of hosts) {
      await host.start();
      log.info(`Matinee listens in ${title}`);
    }
    await Promise.race([askedToEnd(), over]);
  } finally {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await Promise.all(hosts.map(({ host }) => host.stop()));
    answers.close();
    await store.close();
  }
  for (const { title } of hosts) if (!left.has(title)) log.info(`Matinee has left ${title}`);
}

/** What is kept away from a person, latest first. */
async function hiddenMovies(world: World, store: Store, user: UserKey): Promise<Movie[]> {
  const feedback = standingFeedback(await store.log(user));
  return hiddenAmong(world, feedback, Date.now()).flatMap(({ movie }) => world.catalog.byId(movie) ?? []);
}
