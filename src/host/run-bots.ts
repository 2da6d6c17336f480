import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { FilmDetailsSource } from "../catalog/film-details.ts";
import type { Movie } from "../catalog/movie.ts";
import { answeredFor } from "../conversation/answered-for.ts";
import { hiddenAmong } from "../conversation/lists.ts";
import { standingFeedback } from "../conversation/person.ts";
import type { World } from "../conversation/world.ts";
import { readLlmSettings } from "../intent/llm/settings.ts";
import { readWords, type Words } from "../intent/words.ts";
import { followCrowd } from "../operations/crowd/follow-crowd.ts";
import { openTraitAnswers, type TraitAnswers } from "../operations/crowd/trait-answers.ts";
import { createMetrics } from "../operations/metrics.ts";
import { modelsBeside } from "../operations/models/models-folder.ts";
import { checkTrial } from "../operations/models/trial.ts";
import { type Operation, openOperation } from "../operations/operation.ts";
import { readOperatorSettings } from "../operations/settings.ts";
import { createTally, type Tally } from "../operations/tally.ts";
import { createCrowd } from "../recommender/crowd.ts";
import { isPostgres } from "../store/address.ts";
import { openStore } from "../store/open-store.ts";
import type { Signals } from "../store/signals.ts";
import type { Store, UserKey } from "../store/store.ts";
import { readTmdbSettings } from "../tmdb/settings.ts";
import type { Adapter } from "./adapter.ts";
import { askedToEnd } from "./asked-to-end.ts";
import { type StatesAtHand, statesAtHand } from "./at-hand.ts";
import { readConfig, versionOfMatinee } from "./config.ts";
import { counted } from "./counted.ts";
import { type Allowance, createHost } from "./host.ts";
import { openInbox } from "./inbox.ts";
import type { Limiters } from "./limiters.ts";
import { logToStdout } from "./log-to-stdout.ts";
import { openAnswerCache } from "./open-cache.ts";
import { openFilmDetails } from "./open-film-details.ts";
import { openLog } from "./open-log.ts";
import { openReader } from "./open-reader.ts";
import { openWorld } from "./open-world.ts";
import { buildInPieces, rehearse } from "./rehearse.ts";
import { openServing } from "./serving.ts";
import { followSharedServing } from "./shared-serving.ts";
import { type Platform, type SideBySide, sideBySide } from "./side-by-side.ts";

/** What was begun is finished within this time after a signal to stop, or given up. */
const STOP_WITHIN_MS = 10_000;
/** Nothing is rehearsed so long, for the platforms to be heard the sooner: most connect within a fraction of it. */
const LISTENS_WITHIN_MS = 2_000;
/** So often it is looked how a model on trial does. */
const TRIAL_CHECK_MS = 600_000;
const ALLOWANCE: Allowance = { messages: 20, perSeconds: 30 };

/** Told where somebody was forgotten: nothing of them stays in memory anywhere. */
const FORGOTTEN = "forgotten";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a bot is given of the rest. */
export interface Shared {
  /** Of the model in use, whichever that is at each look. */
  readonly world: World;
  /** What a person is served by. */
  readonly worldOf: (user: UserKey) => World;
  readonly log: Logger;
  readonly store: Store;
  /** The file that people are remembered in, or the address of a PostgreSQL. */
  readonly database: string;
  /** What the names of files begin with that belong to a platform on this machine. */
  readonly besides: string;
  /** To other processes on the same PostgreSQL. Absent: there are none. */
  readonly signals?: Signals | undefined;
  /** Count for all of them. */
  readonly limiters?: Limiters | undefined;
  /** What cookies are signed with, where several processes are to know each other's; else it is kept beside. */
  readonly cookieSecret?: string | undefined;
  /** What is at hand of the people who talk with this bot. */
  readonly states: StatesAtHand;
  /** Where films are looked up besides. Absent: nowhere. */
  readonly details?: FilmDetailsSource | undefined;
  /** The movies that are kept away from a person, latest first. */
  readonly hiddenFrom: (user: UserKey) => Promise<readonly Movie[]>;
  /** What whoever runs Matinee can look at and do. */
  readonly openOperation: () => Promise<Operation>;
  readonly tally: Tally;
  /** Figures of the process, for whoever serves them. */
  readonly metrics: Registry;
  /** To be called when the platform is gone and will not be back by itself. */
  readonly onLost: (error: Error) => void;
}

/** A chat platform that can be started from settings alone. */
export interface Bot {
  /** As people write it: "Discord". */
  readonly title: string;
  /** It turns away whoever says too much by itself, and nobody else has to. */
  readonly limitsItself?: boolean;
  /** Whether the settings mean it to be started. */
  isConfigured(environment: Environment): boolean;
  /** @throws Error with one sentence per problem with the settings */
  open(environment: Environment, shared: Shared): Adapter;
}

/**
 * Runs bots over one memory until a signal ends the process, and then finishes what was begun. What befalls one
 * platform takes no other along; without the last of them the program ends, and says why.
 */
export async function runBots(bots: readonly Bot[]): Promise<never> {
  try {
    await run(bots);
  } catch (error) {
    tell(error);
  }
  process.exit(); // whatever a platform's client has left open
}

function tell(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function run(bots: readonly Bot[]): Promise<void> {
  const asked = askedToEnd();
  const config = readConfig();
  const llm = readLlmSettings(process.env);
  const tmdb = readTmdbSettings(process.env);
  const operator = readOperatorSettings(process.env);
  const { log, taken: logTaken } =
    config.MATINEE_LOG === ""
      ? logToStdout(config.MATINEE_LOG_STYLE)
      : { log: openLog(config.MATINEE_LOG), taken: async () => {} };
  let onDamaged: (error: Error) => void = () => {};
  const damaged = new Promise<never>((_, reject) => {
    onDamaged = reject;
  });
  damaged.catch(() => {}); // heard below
  const kept = await openStore(config.database, {
    onDamaged,
    onTrouble: (err) => log.warn({ err }, "what was deleted cannot be wiped from the disk yet"),
  });
  const others = isPostgres(config.database)
    ? await (await import("./others.ts")).openOthers(config.database, (err) =>
        log.warn({ err }, "other processes are not heard, or do not hear this one"),
      )
    : undefined;
  const store: Store = others
    ? {
        ...kept,
        async forget(...given) {
          const wiped = await kept.forget(...given);
          others.signals.tell(FORGOTTEN, {});
          return wiped;
        },
      }
    : kept;
  const answers = await openAnswerCache(config.database, (err) =>
    log.warn({ err }, "what the language model said cannot be looked up, kept or deleted"),
  );
  const films = await openFilmDetails(config.database, tmdb, (err) =>
    log.warn({ err }, "films cannot be looked up at TMDB"),
  );
  const tellOf: { tally?: Tally; traits?: TraitAnswers } = {};
  let words: Words | undefined;
  const openServed = async (folder: string) => {
    const world = await openWorld(folder, config.MATINEE_POLICY);
    if (tellOf.tally) await buildInPieces(world); // others are being served meanwhile
    words ??= await readWords(config.MATINEE_WORDS);
    const reader = await openReader(world, {
      wordsFolder: config.MATINEE_WORDS,
      words,
      cache: answers.cache,
      ...(llm && { llm }),
      onCall(call) {
        log.info(call, "asked the language model");
        tellOf.tally?.called(call);
      },
      onMisunderstood(why) {
        if (why === "budget" || why === "circuitOpen") tellOf.tally?.unsent(why);
      },
    });
    tellOf.traits?.move(world.recommender.model);
    const { close } = await followCrowd({
      database: config.database,
      consent: config.MATINEE_LEARN_FROM,
      crowd: createCrowd(world.recommender.model, world.recommender.policy),
      onTrouble: (err) => log.warn({ err }, "what people answered does not move films for now"),
    });
    if (tellOf.tally) await rehearse(world); // people are about to be served by it
    return { world, reader, close };
  };
  const models = modelsBeside(config.MATINEE_DB);
  const decided = isPostgres(config.database)
    ? await followSharedServing({
        database: config.database,
        models,
        signals: others?.signals,
        onTrouble: (err) => log.warn({ err }, "what was decided on models elsewhere cannot be taken in yet"),
      })
    : undefined;
  const serving = await openServing({
    models,
    shipped: config.MATINEE_ARTIFACTS,
    open: openServed,
    onChanged: ({ champion, challenger }) =>
      log.info({ champion, challenger }, "people are served by another model"),
    onTrouble: (err) =>
      log.warn({ err }, "a model that was promoted cannot be served; people are served as before"),
  });
  const { world } = serving;
  const trial = setInterval(() => {
    const look = () => checkTrial(models, config.database, Date.now());
    (decided ? decided.decide(look) : look()).catch((err) =>
      log.warn({ err }, "how a model on trial does cannot be told yet"),
    );
  }, TRIAL_CHECK_MS).unref();
  const metrics = createMetrics({
    store,
    database: config.database,
    backups: operator.backups,
    versions: { matinee: versionOfMatinee(), model: world.recommender.model.version },
  });
  const tally = metrics.counting(
    createTally({
      store,
      now: Date.now,
      onTrouble: (err) => log.warn({ err }, "how it goes cannot be counted yet"),
    }),
  );
  tellOf.tally = tally;
  const traits = await openTraitAnswers({ store, tally, policy: world.recommender.policy, now: Date.now });
  tellOf.traits = traits;
  traits.move(world.recommender.model);
  let platforms: SideBySide | undefined;
  try {
    const { reader } = serving.champion();
    const openOperationHere = () =>
      openOperation({
        world,
        store,
        rules: reader.rules,
        ...(reader.model && { model: reader.model }),
        settings: operator,
        database: config.database,
        artifactsFolder: config.MATINEE_ARTIFACTS,
        casesFile: config.MATINEE_UNDERSTANDING,
        version: versionOfMatinee(),
        now: Date.now,
      });
    const hiddenFrom = (user: UserKey) => hiddenMovies(world, store, user);
    const platformOf = (bot: Bot): Platform => ({
      title: bot.title,
      open(onLost) {
        const states = statesAtHand();
        others?.signals.on(FORGOTTEN, () => states.clear());
        const { details } = films;
        const adapter = bot.open(process.env, {
          world,
          worldOf: (user) => serving.of(user).world,
          log,
          store,
          database: config.database,
          besides: config.MATINEE_DB,
          cookieSecret: others?.cookieSecret,
          signals: others?.signals,
          limiters: others?.limiters,
          states,
          details,
          hiddenFrom,
          openOperation: openOperationHere,
          tally,
          metrics: metrics.registry,
          onLost,
        });
        const logOf = log.child({ platform: adapter.name });
        const inbox = openInbox(`${config.MATINEE_DB}-inbox`, adapter.name, (err) =>
          logOf.warn({ err }, "what was dealt with cannot be wiped from the inbox"),
        );
        return createHost({
          world,
          store,
          inbox,
          pageAddress: config.WEB_ADDRESS || undefined,
          servedTo: serving.of,
          limiters: others?.limiters,
          signals: others?.signals,
          adapter: counted(adapter, metrics.platform(adapter.name)),
          states,
          details,
          ...(!bot.limitsItself && { allowance: ALLOWANCE }),
          onKept({ user, world: servedBy, before, entries }) {
            traits.answered(user, answeredFor(servedBy, before, entries), entries);
            traits.move(servedBy.recommender.model);
          },
          onHandled({ event, did }, elapsedMs) {
            logOf.info({ request: event, did: did.kind, elapsedMs: Math.round(elapsedMs) }, "dealt with");
            tally.took(adapter.name, did.kind, elapsedMs);
          },
          onError(err, { event, doing }) {
            logOf.error({ err, request: event, doing }, "something failed");
            tally.failed(adapter.name, doing, err);
          },
        });
      },
    });
    platforms = sideBySide(bots.map(platformOf), log);
    log.info(
      llm
        ? `Texts are read by ${llm.model} at ${llm.baseUrl}, and by rules where it fails`
        : "Texts are read by rules",
    );
    const listening = platforms.start();
    Promise.race([listening, sleep(LISTENS_WITHIN_MS, undefined, { ref: false })])
      .then(() => rehearse(serving.champion().world))
      .catch((err) => log.error({ err }, "the first who ask in words will wait longer"));
    await Promise.race([asked, damaged, platforms.noneLeft]);
  } catch (error) {
    tell(error); // before the rest is put away, which may take its time
  } finally {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    clearInterval(trial);
    serving.close();
    await decided?.close();
    await platforms?.stop();
    await tally.close();
    answers.close();
    films.close();
    await others?.close();
    await store.close();
    await logTaken();
  }
}

/** What is kept away from a person, latest first. */
async function hiddenMovies(world: World, store: Store, user: UserKey): Promise<Movie[]> {
  const feedback = standingFeedback(await store.log(user));
  return hiddenAmong(world, feedback, Date.now()).flatMap(({ movie }) => world.catalog.byId(movie) ?? []);
}
