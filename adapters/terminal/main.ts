/** Matinee in a terminal. Usage: npm start, or npm start -- --user ada --db ada.db */
import { userInfo } from "node:os";
import picocolors from "picocolors";
import { askedToEnd } from "../../src/host/asked-to-end.ts";
import { command } from "../../src/host/command.ts";
import { readConfig } from "../../src/host/config.ts";
import { createHost } from "../../src/host/host.ts";
import { openAnswerCache } from "../../src/host/open-cache.ts";
import { openFilmDetails } from "../../src/host/open-film-details.ts";
import { openReader } from "../../src/host/open-reader.ts";
import { openWorld } from "../../src/host/open-world.ts";
import { readLlmSettings } from "../../src/intent/llm/settings.ts";
import type { Reader } from "../../src/intent/reader.ts";
import type { FollowingCrowd } from "../../src/operations/crowd/follow-crowd.ts";
import { createCrowd } from "../../src/recommender/crowd.ts";
import { openStore } from "../../src/store/open-store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { readTmdbSettings } from "../../src/tmdb/settings.ts";
import { createTerminal } from "./terminal.ts";

/** Read only where it is asked for: most people at a terminal keep no log. */
const openLog = async (file: string) => (await import("../../src/host/open-log.ts")).openLog(file);

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const options = command("chat", "matinee chat --user ada --db ada.db")
    .description("Suggests movies, one at a time, and learns from every answer.")
    .option("--user <name>", "who is at the keyboard; everyone's answers are kept apart", userInfo().username)
    .option("--db <where>", "where answers are kept: a file, or postgres://...", config.database)
    .option("--artifacts <folder>", "the trained model", config.MATINEE_ARTIFACTS)
    .option("--policy <file>", "coefficients of the ranking", config.MATINEE_POLICY)
    .parse(args, { from: "user" })
    .opts<{ user: string; db: string; artifacts: string; policy: string }>();

  const world = await openWorld(options.artifacts, options.policy);
  const llm = readLlmSettings(process.env);
  const tmdb = readTmdbSettings(process.env);
  const log = config.MATINEE_LOG === "" ? undefined : await openLog(config.MATINEE_LOG);
  let onDamaged = (_error: Error): void => {};
  const damaged = new Promise<never>((_, reject) => {
    onDamaged = reject;
  });
  damaged.catch(() => {}); // heard below
  const store = await openStore(options.db, {
    onDamaged,
    onTrouble: (err) => log?.warn({ err }, "what was deleted cannot be wiped from the disk yet"),
  });
  const answers = openAnswerCache(options.db, (err) =>
    log?.warn({ err }, "what the language model said cannot be looked up, kept or deleted"),
  );
  const films = openFilmDetails(options.db, tmdb, (err) =>
    log?.warn({ err }, "films cannot be looked up at TMDB"),
  );
  let opening: Promise<Reader> | undefined; // when first needed: the first prompt does not wait for it
  let followed: Promise<void> | undefined;
  const reader: Reader = {
    async hear(...said) {
      await followed; // what was just said of a film is in its ratings
      opening ??= openReader(world, {
        wordsFolder: config.MATINEE_WORDS,
        cache: (await answers).cache,
        ...(llm && { llm }),
        onCall: (call) => log?.info(call, "asked the language model"),
      });
      return (await opening).hear(...said);
    },
  };
  let following: FollowingCrowd | undefined;
  const follow = async (): Promise<void> => {
    const { followCrowd } = await import("../../src/operations/crowd/follow-crowd.ts"); // so that no start waits for it
    const { model, policy } = world.recommender;
    following = await followCrowd({
      database: options.db,
      consent: config.MATINEE_LEARN_FROM,
      crowd: createCrowd(model, policy),
      onTrouble: (err) => log?.warn({ err }, "what people answered does not move films for now"),
    });
  };
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    user: options.user,
    interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
    colours: picocolors,
    now: Date.now,
  });
  const host = createHost({
    world,
    store,
    reader,
    adapter: terminal,
    pageAddress: config.WEB_ADDRESS || undefined,
    details: tmdb && (await films).details,
    onHandled: () => void following?.look(),
    onError: (error) => console.error(error instanceof StoreError ? error.message : error),
  });
  const asked = askedToEnd();
  try {
    await host.start();
    followed = follow().catch((err) => log?.warn({ err }, "what people answered does not move films"));
    await Promise.race([terminal.left, asked, damaged]);
  } finally {
    await host.stop();
    await followed;
    following?.close();
    (await answers).close();
    (await films).close();
    await store.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
