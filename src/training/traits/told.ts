import type { Movie } from "../../catalog/movie.ts";
import type { TrainingData } from "../training-data.ts";
import type { Told } from "./movie-features.ts";
import { createStoryTerms, storyTermsOf } from "./story-terms.ts";

/** @param tags [n] what those who rated the movies tagged them with */
export function toldOf(
  movies: readonly Movie[],
  tags: readonly (readonly string[])[],
  { of, kindsOf, concepts }: NonNullable<TrainingData["stories"]>,
): Told {
  const texts = movies.map(({ id }, row) => [of(id) ?? "", ...(tags[row] ?? [])].join("\n"));
  return {
    stories: createStoryTerms(texts, concepts),
    kinds: storyTermsOf(movies.map(({ id }) => kindsOf(id))),
  };
}
