import { command } from "../../src/host/command.ts";
import { filesBeside, readConfig } from "../../src/host/config.ts";
import { openWorld } from "../../src/host/open-world.ts";
import { recommendToAll } from "../../src/host/recommend-to-all.ts";
import { folderOf, modelsBeside } from "../../src/operations/models/models-folder.ts";
import { servingNow } from "../../src/operations/models/shared-serving.ts";
import { openStore } from "../../src/store/open-store.ts";
import { atLeastOne, mustBeDatabase, progressBar } from "../command-line.ts";

interface Options {
  readonly store: string | true;
  readonly top: number;
  readonly olderThan: number;
  readonly artifacts?: string;
  readonly policy: string;
  readonly json?: true;
}

const DAY_MS = 86_400_000;

/** Makes everybody who is remembered a list, and keeps it beside what they said. */
export async function recommendToEverybody(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const options = command("recommend", "matinee recommend --all --store --top 10")
    .description(
      "Makes everybody who is remembered a list of what they would be suggested next, and keeps it: in the view recommendations, with why, by which model, and what became of each. Run again, it goes on where it was broken off.",
    )
    .requiredOption("--all", "for everybody who is remembered")
    .requiredOption(
      "--store [where]",
      "where people are remembered and the lists are kept: a file, or postgres://...; default: DATABASE_URL, or MATINEE_DB",
    )
    .option("--top <n>", "how many films on a list", atLeastOne, 10)
    .option("--older-than <days>", "also for whoever has said nothing since a list so old", atLeastOne, 7)
    .option("--artifacts <folder>", "the model; default: that which people are served by")
    .option("--policy <file>", "coefficients of the ranking", config.MATINEE_POLICY)
    .option("--json", "tell what was done as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  const where = options.store === true ? config.database : options.store;
  mustBeDatabase(where);
  const world = await openWorld(options.artifacts ?? (await servedFolder(where, config)), options.policy);
  const store = await openStore(where);
  const bar = progressBar();
  let failed = 0;
  try {
    const made = await recommendToAll({
      world,
      store,
      top: options.top,
      sinceMs: Date.now() - options.olderThan * DAY_MS,
      now: Date.now,
      onProgress: (done, people) => bar.show(`lists of ${options.top} films`, done, people),
      onTrouble(user, error) {
        failed++;
        console.error(`${user.id} of ${user.platform}: ${error instanceof Error ? error.message : error}`);
      },
    });
    bar.stop();
    if (options.json) console.log(JSON.stringify({ ...made, failed }));
    else
      console.log(
        made.people === 0
          ? "Everybody has a list already that nothing has come after."
          : `${made.films} films on the lists of ${made.people} people, by model ${world.recommender.model.version}. SELECT * FROM recommendations shows them.`,
      );
  } finally {
    bar.stop();
    await store.close();
  }
  if (failed > 0) process.exitCode = 1;
}

async function servedFolder(database: string, config: ReturnType<typeof readConfig>): Promise<string> {
  const models = modelsBeside(filesBeside(database));
  return folderOf(models, (await servingNow(database, models)).champion, config.MATINEE_ARTIFACTS);
}
