import { readArtifacts } from "../artifacts/read-artifacts.ts";
import { readKnowledge } from "../artifacts/read-knowledge.ts";
import { createCatalog } from "../catalog/catalog.ts";
import { once } from "../catalog/once.ts";
import { AUDIENCE_TRAITS } from "../conversation/traits.ts";
import type { World } from "../conversation/world.ts";
import { MOODS } from "../intent/terms.ts";
import { createFilmSearch } from "../recommender/film-search.ts";
import { createGenreFits } from "../recommender/genre-fits.ts";
import { genreTagsOf } from "../recommender/genre-tags.ts";
import { readPolicy } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { taggedTraits } from "../recommender/tagged-traits.ts";
import { createToldGenres } from "../recommender/told-genres.ts";

/** Moods and occasions: nobody writes down all that a film has of them. */
const MOOD_TRAITS: ReadonlySet<string> = new Set([...MOODS, ...AUDIENCE_TRAITS]);

/** Loads what every conversation shares: the model, the policy, the catalogue. @throws with what to do about it */
export async function openWorld(artifactsFolder: string, policyFile: string): Promise<World> {
  const [model, policy, knowledge] = await Promise.all([
    readArtifacts(artifactsFolder),
    readPolicy(policyFile),
    readKnowledge(artifactsFolder),
  ]);
  const catalog = createCatalog(model.movies, knowledge);
  const traits = taggedTraits(model, knowledge, MOOD_TRAITS);
  const search = createFilmSearch(catalog.about, catalog.likeness);
  const { facts, likeness } = catalog;
  const genreTags = once(() => genreTagsOf(model, knowledge));
  const fits = createGenreFits(model, genreTags);
  const told = createToldGenres(genreTags);
  return {
    recommender: createRecommender({ ...model, traits }, policy, facts, search, likeness, fits, told),
    catalog,
  };
}
