import { type Logger, pino } from "pino";
import type { World } from "../conversation/world.ts";
import { readLlmSettings } from "../intent/llm/settings.ts";
import { openSqliteStore } from "../store/sqlite.ts";
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
  /** To be called when the platform is gone and will not be back by itself: the program ends, and says why. */
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
  let onLost: Shared["onLost"] = () => {};
  const lost = new Promise<never>((_, reject) => {
    onLost = reject;
  });
  lost.catch(() => {}); // heard below, once all have started
  const store = await openSqliteStore(config.MATINEE_DB, {
    onDamaged: onLost,
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
  const shared: Shared = { world, log, onLost };
  const adapters = bots.map((bot) => ({ title: bot.title, adapter: bot.open(process.env, shared) }));
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
  try {
    for (const { title, host } of hosts) {
      await host.start();
      log.info(`Matinee listens in ${title}`);
    }
    await Promise.race([askedToEnd(), lost]);
  } finally {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await Promise.all(hosts.map(({ host }) => host.stop()));
    answers.close();
    await store.close();
  }
  for (const { title } of hosts) log.info(`Matinee has left ${title}`);
}
