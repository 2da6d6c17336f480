/**
 * Tells how well moods and occasions are told from examples left out: npm run evaluate:moods
 * With -- --json, as a JSON object of areas under the curve.
 */
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { createCatalog } from "../src/catalog/catalog.ts";
import { findExamples, readTraitExamples } from "../src/training/trait-examples.ts";
import { featuresOf, heldOutAuc } from "../src/training/traits.ts";

try {
  const { moods, contexts } = await readTraitExamples("data/moods.yaml");
  const model = await readArtifacts("artifacts");
  const catalog = createCatalog(model.movies);
  const features = featuresOf(model);
  const areas = Object.entries({ ...moods, ...contexts }).map(([name, { good, bad }]) => {
    const rows = { good: findExamples(catalog, good).rows, bad: findExamples(catalog, bad).rows };
    return [name, Number(heldOutAuc(features, rows).toFixed(4))] as const;
  });
  if (process.argv.includes("--json")) console.log(JSON.stringify(Object.fromEntries(areas), undefined, 2));
  else for (const [name, area] of areas) console.log(`${name.padEnd(18)} ${area.toFixed(3)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
