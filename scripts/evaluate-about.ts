/**
 * Measures how well films are found by what they are about. Usage: npx matinee evaluate about [--failures]
 */
import { readFile } from "node:fs/promises";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { readKnowledge } from "../src/artifacts/read-knowledge.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { titleWithYear } from "../src/catalog/title-with-year.ts";
import {
  type AboutMeasures,
  type Answered,
  answer,
  measure,
} from "../src/evaluation/about/evaluate-about.ts";
import { readQuestions } from "../src/evaluation/about/questions.ts";
import { command } from "../src/host/command.ts";
import { mustBeFile, run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

interface Options {
  readonly artifacts: string;
  readonly questions: string;
  readonly failures?: true;
  readonly json?: true;
}

async function main(args: readonly string[]): Promise<void> {
  const { artifacts, questions, failures, json } = command(
    "evaluate about",
    "matinee evaluate about --failures",
  )
    .description("Labelled questions of what films are about, those held back by themselves.")
    .option("--artifacts <folder>", "the model whose films are searched", "artifacts")
    .option(
      "--questions <file>",
      "JSON a line; data/requests/README.md says how",
      "data/requests/about.jsonl",
    )
    .option("--failures", "list those that went wrong, but for those held back")
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
  mustBeFile(questions, "questions as JSON lines (data/requests/README.md says how)");
  const { movies } = await readArtifacts(artifacts);
  const catalog = createCatalog(movies, await readKnowledge(artifacts));
  const answered = answer(catalog, readQuestions(await readFile(questions, "utf8")));
  const [open, held] = [false, true].map((isHeld) =>
    answered.filter(({ question }) => question.held === isHeld),
  ) as [Answered[], Answered[]];
  const { line, table, result } = telling(json);
  const measures = { open: measure(open), held: measure(held) };
  table({ "looked at": rounded(measures.open), "held back": rounded(measures.held) });
  const lacking = answered.filter(({ question, wanted }) => question.kind === "film" && wanted.size === 0);
  line(`${lacking.length} of the films that are meant are not in the catalogue, and count as not found.`);
  if (failures) for (const one of open.filter(isFailure)) line(told(one));
  result({ ...measures, lacking: lacking.length });

  function told({ question, about, place }: Answered): string {
    const found = about.films.slice(0, 5).map(({ row }) => titleWithYear(movies[row]!));
    const meant = question.kind === "film" ? ` -> ${question.movies[0]}, ${place ?? "not found"}` : "";
    return `${question.kind}: ${question.text}${meant}\n    ${found.join("; ")}`;
  }
}

const rounded = (measures: AboutMeasures) =>
  Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, Number(value.toFixed(3))]));

/** The film is not among the first five, or a question is taken for talk or talk for a question. */
const isFailure = ({ question, about, place = Number.POSITIVE_INFINITY }: Answered): boolean =>
  (question.kind === "film" && place > 5) || about.isQuestion === (question.kind === "none");

await run(main);
