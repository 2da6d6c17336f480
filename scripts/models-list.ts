/**
 * Lists the models that were promoted, and what people make of what each suggests.
 * Usage: npx matinee models list
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { MANIFEST, manifestSchema } from "../src/artifacts/manifest.ts";
import { command } from "../src/host/command.ts";
import { filesBeside, readConfig } from "../src/host/config.ts";
import { compareArms } from "../src/operations/models/arms.ts";
import { folderOf, modelsBeside, SHIPPED_MODEL, versionsIn } from "../src/operations/models/models-folder.ts";
import { servingNow } from "../src/operations/models/shared-serving.ts";
import { isPostgres } from "../src/store/address.ts";
import { talliesByModel } from "../src/store/tallies-by-model.ts";
import { run } from "./command-line.ts";

await run(async (args) => {
  const config = readConfig();
  const { db, json } = command("models list", "matinee models list")
    .description("The models that people may be served by, and the share liked of what each suggested.")
    .option("--db <where>", "where people are remembered", config.database)
    .option("--json", "as JSON")
    .parse(args, { from: "user" })
    .opts<{ db: string; json?: true }>();
  const models = modelsBeside(filesBeside(db));
  const serving = await servingNow(db, models);
  const tallies = isPostgres(db) || existsSync(db) ? await talliesByModel(db, 0) : [];
  const rows = await Promise.all(
    [SHIPPED_MODEL, ...(await versionsIn(models))].map(async (name) => {
      const manifest = join(folderOf(models, name, config.MATINEE_ARTIFACTS), MANIFEST);
      const { version, dataset, date } = manifestSchema.parse(JSON.parse(await readFile(manifest, "utf8")));
      const { challenger: arm } = compareArms(
        [],
        tallies.filter(({ model }) => model === version),
      );
      const is =
        serving.champion === name
          ? "champion"
          : serving.challenger?.version === name
            ? `on trial with ${Math.round(100 * serving.challenger.share)} %`
            : "";
      return {
        name,
        version,
        is,
        date,
        people: dataset.users,
        ratings: dataset.ratings,
        answered: arm.answered,
        liked: arm.share,
      };
    }),
  );
  if (json) {
    console.log(JSON.stringify({ ...serving, models: rows }));
    return;
  }
  console.table(
    Object.fromEntries(
      rows.map(({ name, version, is, people, ratings, answered, liked }) => [
        name === SHIPPED_MODEL ? `shipped (${version})` : name,
        {
          is,
          "trained on people": people,
          ratings,
          "answers to it": answered,
          liked: answered === 0 ? "" : liked.toFixed(3),
        },
      ]),
    ),
  );
  for (const { atMs, why } of serving.history.slice(0, 10))
    console.log(`${new Date(atMs).toISOString().slice(0, 16)}  ${why}`);
});
