/**
 * Serves again what was served before. Running bots take it between two turns.
 * Usage: npx matinee models back, npx matinee models back --to shipped
 */
import { command } from "../src/host/command.ts";
import { filesBeside, readConfig } from "../src/host/config.ts";
import { modelsBeside, rollBack } from "../src/operations/models/models-folder.ts";
import { decidingOn } from "../src/operations/models/shared-serving.ts";
import { run } from "./command-line.ts";
import { JSON_DONE, telling } from "./telling.ts";

await run(async (args) => {
  const { db, to, json } = command("models back", "matinee models back --to shipped")
    .description("Ends a trial, or serves the model again that was served before.")
    .option("--db <where>", "where people are remembered: models lie beside it", readConfig().database)
    .option("--to <version>", "which; shipped: the one that came with Matinee. Default: the one before")
    .option(...JSON_DONE)
    .parse(args, { from: "user" })
    .opts<{ db: string; to?: string; json?: true }>();
  const models = modelsBeside(filesBeside(db));
  const version = await decidingOn(db, models, () => rollBack(models, Date.now(), to));
  const { line, result } = telling(json);
  line(`People are served by ${version}.`);
  result({ version });
});
