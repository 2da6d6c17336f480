/**
 * Measures how well "like X" tells films that are alike from those that are not. Usage: npx matinee evaluate likeness [--failures]
 */
import { readFile } from "node:fs/promises";
import { titleWithYear } from "../src/catalog/title-with-year.ts";
import { readJudgements } from "../src/evaluation/likeness/judgements.ts";
import { asSuggested, likenessArea, simpleLikenesses } from "../src/evaluation/likeness/measure-likeness.ts";
import { command } from "../src/host/command.ts";
import { openWorld } from "../src/host/open-world.ts";
import { mustBeFile, run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

interface Options {
  readonly artifacts: string;
  readonly policy: string;
  readonly judgements: string;
  readonly failures?: true;
  readonly json?: true;
}

/** Under this area a film is listed among those that went wrong. */
const WELL_TOLD = 0.75;

async function main(args: readonly string[]): Promise<void> {
  const { artifacts, policy, judgements, failures, json } = command(
    "evaluate likeness",
    "matinee evaluate likeness --failures",
  )
    .description(
      "Area under the curve: how often a film that is like another is suggested before one that is not. Those held back by themselves.",
    )
    .option("--artifacts <folder>", "the model whose films are compared", "artifacts")
    .option("--policy <file>", "how films are ranked", "data/policy.yaml")
    .option(
      "--judgements <file>",
      "films with others that are like them, and that are not",
      "data/likeness.yaml",
    )
    .option("--failures", "list those that went wrong, but for those held back")
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
  mustBeFile(judgements, "judgements as data/likeness.yaml has them");
  const { recommender } = await openWorld(artifacts, policy);
  const { model } = recommender;
  const judged = readJudgements(await readFile(judgements, "utf8"), judgements, model.movies);
  const [open, held] = [false, true].map((isHeld) => judged.filter((one) => one.held === isHeld));
  const suggested = asSuggested(recommender);
  const { line, table, result } = telling(json);
  const areas = Object.entries({ "like X, as suggested": suggested, ...simpleLikenesses(model) }).map(
    ([name, of]) => ({ name, open: likenessArea(open!, of), held: likenessArea(held!, of) }),
  );
  const rounded = (value: number) => Number(value.toFixed(3));
  table(
    Object.fromEntries(
      areas.map((area) => [area.name, { "looked at": rounded(area.open), "held back": rounded(area.held) }]),
    ),
  );
  for (const one of failures ? open! : []) {
    const area = likenessArea([one], suggested);
    if (area >= WELL_TOLD) continue;
    const told = (rows: readonly number[]) =>
      rows.map((row) => `${titleWithYear(model.movies[row]!)} ${1 - suggested(one.film, row)}`).join("; ");
    line(
      `${titleWithYear(model.movies[one.film]!)}: ${area.toFixed(2)}\n  alike: ${told(one.alike)}\n  unlike: ${told(one.unlike)}`,
    );
  }
  result(areas);
}

await run(main);
