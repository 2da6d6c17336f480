/**
 * Has people served by a model: all of them, or first a share of them. Running bots take it between two turns.
 * Usage: npx matinee models promote --model model --why "trained on last month's answers"
 */
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { modelsBeside, promote } from "../src/operations/models/models-folder.ts";
import { run, share } from "./command-line.ts";

interface Options {
  readonly db: string;
  readonly model: string;
  readonly judged?: string;
  readonly share: number;
  readonly why: string;
}

await run(async (args) => {
  const options = command("models promote", "matinee models promote --model model --share 0.1")
    .description("Has people served by a model. Bots that are running take it between two turns.")
    .option("--db <file>", "where people are remembered: models lie beside it", readConfig().MATINEE_DB)
    .requiredOption("--model <folder>", "as npx matinee train writes it")
    .option("--judged <folder>", "the same without the people held out: the next one is judged beside it")
    .option("--share <share>", "of people to try it with first; 0: all are served by it at once", share, 0)
    .option("--why <text>", "for the record", "as asked")
    .parse(args, { from: "user" })
    .opts<Options>();
  const version = await promote(modelsBeside(options.db), {
    model: options.model,
    judged: options.judged,
    share: options.share === 0 ? undefined : options.share,
    why: options.why,
    atMs: Date.now(),
  });
  console.log(
    options.share === 0
      ? `People are served by ${version}. matinee models back undoes it.`
      : `${version} is tried with ${Math.round(100 * options.share)} % of people. matinee models check tells how it does.`,
  );
});
