/**
 * Looks up every example film of data/moods.yaml among the movies of the trained model, and names those it lacks.
 * Usage: npm run check:moods
 */
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { findExamples, readTraitExamples } from "../src/training/trait-examples.ts";

try {
  const { moods, contexts } = await readTraitExamples("data/moods.yaml");
  const { movies } = await readArtifacts("artifacts");
  const catalog = createCatalog(movies);
  for (const [name, trait] of Object.entries({ ...moods, ...contexts })) {
    const good = findExamples(catalog, trait.good);
    const bad = findExamples(catalog, trait.bad);
    console.log(`${name.padEnd(18)} ${good.rows.length} good, ${bad.rows.length} bad`);
    for (const example of [...good.unknown, ...bad.unknown]) {
      console.error(`  Not among the movies, or not alone in its title: ${example}`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
