/**
 * Brings what the protocols measured together: evaluation.json, evaluation.html with charts of it all, and
 * evaluation.svg, the README's chart. Prints the README's table.
 * Usage: npm run report
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { readComparisons, written } from "../src/evaluation/comparisons.ts";
import { mapMovies } from "../src/evaluation/movie-map.ts";
import { page } from "../src/evaluation/page/page.ts";
import { qualityChart } from "../src/evaluation/page/quality-chart.ts";
import { standingsOf } from "../src/evaluation/page/standings.ts";
import { markdownTable } from "../src/evaluation/page/table.ts";
import { viewOf } from "../src/evaluation/page/view.ts";
import { command } from "../src/host/command.ts";
import { run } from "./command-line.ts";

/** Movies on the map of the embedding space. */
const MAPPED = 1_500;

const PICTURE_WIDTH = 960;

const options = command("report")
  .description(
    "One page with charts of all that matinee evaluate, evaluate known and evaluate ratings wrote.",
  )
  .option("--comparison <folder>", "what they wrote", "artifacts/comparison")
  .option("--artifacts <folder>", "the model whose embeddings are mapped; the report goes here", "artifacts")
  .parse()
  .opts<{ comparison: string; artifacts: string }>();

async function main(): Promise<void> {
  const comparisons = await readComparisons(options.comparison);
  const map = mapMovies(await readArtifacts(options.artifacts), { count: MAPPED, seed: 1 });
  const write = (name: string, text: string) => writeFile(join(options.artifacts, name), text);
  await write("evaluation.json", written({ comparisons }));
  await write("evaluation.html", page({ comparisons, map }));
  const views = comparisons.map(viewOf);
  await write("evaluation.svg", qualityChart(views[0]!, PICTURE_WIDTH));
  for (const view of views) {
    console.log(`\n${view.title}\n${view.about}\n\n${markdownTable(view)}`);
    console.log(`\n${standingsOf(view)}`);
  }
}

await run(main);
