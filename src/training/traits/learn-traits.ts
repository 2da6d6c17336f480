import type { Model, Traits } from "../../artifacts/model.ts";
import { createCatalog } from "../../catalog/catalog.ts";
import { FEWEST_EXAMPLES, type LearnedTrait, learnTrait } from "./learn-trait.ts";
import { movieFeatures } from "./movie-features.ts";
import { findExamples, type NamedExamples } from "./trait-examples.ts";

/**
 * Learns every trait of which the movies hold examples of both kinds enough; the others are left out.
 *
 * @param tags [n] what people call each movie, in lower case; empty where that is not known
 */
export function learnTraits(
  model: Pick<Model, "movies" | "embeddings" | "trainedOn" | "dimensions">,
  examples: NamedExamples,
  tags: readonly (readonly string[])[],
): Map<string, LearnedTrait> {
  const features = movieFeatures(model, tags);
  const catalog = createCatalog(model.movies);
  const rows = new Map(
    [...examples].map(([name, { good, bad }]) => [
      name,
      { good: findExamples(catalog, good).rows, bad: findExamples(catalog, bad).rows },
    ]),
  );
  const learned = new Map<string, LearnedTrait>();
  for (const [name, trait] of examples) {
    const { good, bad } = rows.get(name)!;
    if (Math.min(good.length, bad.length) < FEWEST_EXAMPLES) continue;
    const opposites = trait.opposites.flatMap((opposite) => rows.get(opposite)?.good ?? []);
    learned.set(name, learnTrait(features, { trait, good, bad, opposites: [...new Set(opposites)] }));
  }
  return learned;
}

/** [n] 0..255 each, as they are shipped. */
export const traitsOf = (learned: ReadonlyMap<string, LearnedTrait>): Traits =>
  new Map(
    [...learned].map(([name, { fits }]) => [name, Uint8Array.from(fits, (fit) => Math.round(255 * fit))]),
  );
