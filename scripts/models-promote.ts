/**
 * Has people served by a model: all of them, or first a share of them. Running bots take it between two turns.
 * Usage: npx matinee models promote --model model --why "trained on last month's answers"
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { command } from "../src/host/command.ts";
import { filesBeside, readConfig } from "../src/host/config.ts";
import { modelsBeside, promote } from "../src/operations/models/models-folder.ts";
import { decidingOn } from "../src/operations/models/shared-serving.ts";
import { mustBeFile, run, share } from "./command-line.ts";
import { JSON_DONE, telling } from "./telling.ts";

interface Options {
  readonly db: string;
  readonly model: string;
  readonly judged?: string;
  readonly share: number;
  readonly why?: string;
  readonly verdict?: string;
  readonly json?: true;
}

const verdictSchema = z.object({ passes: z.boolean(), reasons: z.array(z.string()) });

await run(async (args) => {
  const options = command("models promote", "matinee models promote --model model --share 0.1")
    .description("Has people served by a model. Bots that are running take it between two turns.")
    .option("--db <where>", "where people are remembered: models lie beside it", readConfig().database)
    .requiredOption("--model <folder>", "as npx matinee train writes it")
    .option("--judged <folder>", "the same without each part of the people: the next one is judged beside it")
    .option("--share <share>", "of people to try it with first; 0: all are served by it at once", share, 0)
    .option("--why <text>", "for the record")
    .option("--verdict <file>", "verdict.json of the gate, which has to let it through and says why")
    .option(...JSON_DONE)
    .parse(args, { from: "user" })
    .opts<Options>();
  const models = modelsBeside(filesBeside(options.db));
  const promotion = {
    model: options.model,
    judged: options.judged,
    share: options.share === 0 ? undefined : options.share,
    why: options.why ?? (await reasonsIn(options.verdict)),
    atMs: Date.now(),
  };
  const version = await decidingOn(options.db, models, () => promote(models, promotion));
  const { line, result } = telling(options.json);
  line(
    options.share === 0
      ? `People are served by ${version}. matinee models back undoes it.`
      : `${version} is tried with ${Math.round(100 * options.share)} % of people. matinee models check tells how it does.`,
  );
  result({ version, share: promotion.share ?? 1, why: promotion.why });
});

/** @throws Error where the gate let nothing through */
async function reasonsIn(file: string | undefined): Promise<string> {
  if (file === undefined) return "as asked";
  mustBeFile(file, "verdict.json, as npx matinee gate writes it");
  const { passes, reasons } = verdictSchema.parse(JSON.parse(await readFile(file, "utf8")));
  if (!passes) throw new Error(`${file}: the gate lets it not through. Nothing was promoted.`);
  return reasons.join(" ");
}
