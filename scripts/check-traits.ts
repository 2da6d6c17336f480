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

async function main(args: readonly string[]): Promise<void> {
  command("words traits").parse(args, { from: "user" }); // takes no options
  const { movies } = await readArtifacts("artifacts");
  const catalog = createCatalog(movies);
  const traits = [await readTraitExamples(TRAIT_FILES), await readTraitExamples(HELD_OUT_FILES)].flatMap(
    (named) => [...named],
  );
  for (const [name, trait] of traits) {
    const good = findExamples(catalog, trait.good);
    const bad = findExamples(catalog, trait.bad);
    console.log(`${name.padEnd(18)} ${good.rows.length} good, ${bad.rows.length} bad`);
    for (const example of [...good.unknown, ...bad.unknown]) {
      console.error(`  Not among the movies, or not alone in its title: ${example}`);
      process.exitCode = 1;
    }
  }
}

await run(main);
