import type { Model, Traits } from "../../artifacts/model.ts";
import { createCatalog } from "../../catalog/catalog.ts";
import { FEWEST_EXAMPLES, type LearnedTrait, learnTrait } from "./learn-trait.ts";
import { movieFeatures, type Told } from "./movie-features.ts";
import { findExamples, type NamedExamples } from "./trait-examples.ts";

/**
 * Learns every trait of which the movies hold examples of both kinds enough; the others are left out.
 *
 * @param tags [n] what people call each movie, in lower case; empty where that is not known
 * @param written [n] the tags of movies that are described here; undefined of others. Of a theme those tagged with it are good
 *   examples too, and the others stand for the movies without it
 * @param told what is told of the movies elsewhere, by which themes are told
 */
export function learnTraits(
  model: Pick<Model, "movies" | "embeddings" | "trainedOn" | "placement" | "dimensions">,
  examples: NamedExamples,
  tags: readonly (readonly string[])[],
  written: readonly (readonly string[] | undefined)[] = [],
  told?: Told,
): Map<string, LearnedTrait> {
  const features = movieFeatures(model, tags);
  const withStories = movieFeatures(model, tags, told);
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
    const tagged = trait.group === "themes" ? rowsTagged(written, name) : { good: [], without: [] };
    const opposites = trait.opposites.flatMap((opposite) => rows.get(opposite)?.good ?? []);
    learned.set(
      name,
      learnTrait(trait.group === "themes" ? withStories : features, {
        name,
        trait,
        good: [...new Set([...good, ...tagged.good.filter((row) => !bad.includes(row))])],
        bad,
        opposites: [...new Set(opposites)],
        without: tagged.without,
      }),
    );
  }
  return learned;
}

/** Movies that are tagged with a trait, and those that are described without it. */
function rowsTagged(written: readonly (readonly string[] | undefined)[], name: string) {
  const described = [...written.keys()].filter((row) => written[row] !== undefined);
  return {
    good: described.filter((row) => written[row]!.includes(name)),
    without: described.filter((row) => !written[row]!.includes(name)),
  };
}

/** [n] 0..255 each, as they are shipped. */
export const traitsOf = (learned: ReadonlyMap<string, LearnedTrait>): Traits =>
  new Map(
    [...learned].map(([name, { fits }]) => [name, Uint8Array.from(fits, (fit) => Math.round(255 * fit))]),
  );
