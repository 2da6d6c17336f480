/**
 * Looks up every film of data/moods.yaml, data/themes.yaml and those held out beside them among the movies of the
 * trained model, and names those it lacks. Usage: npx matinee words traits
 */
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { command } from "../src/host/command.ts";
import {
  findExamples,
  HELD_OUT_FILES,
  readTraitExamples,
  TRAIT_FILES,
} from "../src/training/traits/trait-examples.ts";
import { run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

async function main(args: readonly string[]): Promise<void> {
  const { json } = command("words traits")
    .description(
      "Looks up the films that moods and themes are shown by, and names those that the model lacks.",
    )
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<{ json?: true }>();
  const { line, result } = telling(json);
  const { movies } = await readArtifacts("artifacts");
  const catalog = createCatalog(movies);
  const traits = [await readTraitExamples(TRAIT_FILES), await readTraitExamples(HELD_OUT_FILES)].flatMap(
    (named) => [...named],
  );
  const found = traits.map(([name, trait]) => {
    const [good, bad] = [findExamples(catalog, trait.good), findExamples(catalog, trait.bad)];
    const unknown = [...good.unknown, ...bad.unknown];
    line(`${name.padEnd(18)} ${good.rows.length} good, ${bad.rows.length} bad`);
    for (const example of unknown) {
      console.error(`  Not among the movies, or not alone in its title: ${example}`);
      process.exitCode = 1;
    }
    return { name, good: good.rows.length, bad: bad.rows.length, unknown };
  });
  result(found);
}

await run(main);
