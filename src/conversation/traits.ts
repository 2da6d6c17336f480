/** What the model knows its movies by beyond genres and years, in the words of a request. */
import type { Genre } from "../catalog/genres.ts";
import { type Audience, type Mood, OCCASION_OF } from "../intent/terms.ts";
import type { World } from "./world.ts";

/** What suits whom is known by the occasion. */
export const TRAIT_OF_AUDIENCE: Readonly<Partial<Record<Audience, string>>> = {
  ...OCCASION_OF,
  kids: "kids",
};
export const AUDIENCE_TRAITS: ReadonlySet<string> = new Set(Object.values(TRAIT_OF_AUDIENCE));

/** Where a model knows no moods, a genre stands for some of them. */
export const GENRE_OF_MOOD: Readonly<Partial<Record<Mood, Genre>>> = {
  funny: "Comedy",
  romantic: "Romance",
  scary: "Horror",
  tense: "Thriller",
  exciting: "Action",
};

export const isKnown = ({ recommender }: World, trait: string): boolean =>
  recommender.model.traits.has(trait);
