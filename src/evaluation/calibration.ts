/** Whether a number means what it says: what was predicted, in groups, against what came of it. */
import type { Recommender } from "../recommender/recommender.ts";
import type { TestPerson } from "./people.ts";
import { LIKED_STARS } from "./sessions.ts";

export interface ScoredRating {
  /** v_j . u, before the policy's other terms: 1 is what a liked movie aims at. */
  readonly score: number;
  readonly liked: boolean;
}

/** The scores that a person's favourites alone give to the other movies they rated. */
export function scoreRated(recommender: Recommender, { favourites, hidden }: TestPerson): ScoredRating[] {
  const { embeddings, dimensions: d } = recommender.model;
  const { embedding } = recommender.taste(
    favourites.map((row) => ({ movie: recommender.movie(row).id, verdict: "favourite", atMs: 0 })),
  );
  return Array.from(hidden, ([row, stars]) => ({
    score: embedding.reduce((sum, value, k) => sum + value * embeddings[row * d + k]!, 0),
    liked: stars >= LIKED_STARS,
  }));
}

export interface ScoreGroup {
  /** Mean score. */
  readonly score: number;
  readonly likeShare: number;
  readonly ratings: number;
}

const GROUPS = 10;

/** Tenths by score, lowest first; fewer where there are fewer ratings. */
export function likesByScore(rated: readonly ScoredRating[]): ScoreGroup[] {
  const ordered = [...rated].sort((a, b) => a.score - b.score);
  const start = (group: number) => Math.round((group * ordered.length) / GROUPS);
  return Array.from({ length: GROUPS }, (_, group) => ordered.slice(start(group), start(group + 1)))
    .filter(({ length }) => length > 0)
    .map((group) => ({
      score: group.reduce((sum, { score }) => sum + score, 0) / group.length,
      likeShare: group.filter(({ liked }) => liked).length / group.length,
      ratings: group.length,
    }));
}

/** Sums over the ratings that were predicted to be about as many stars. */
export interface StarSums {
  readonly ratings: number;
  readonly predicted: number;
  readonly given: number;
}

export interface StarGroup {
  /** Mean stars predicted. */
  readonly predicted: number;
  /** Mean stars given. */
  readonly given: number;
  readonly ratings: number;
}

/** The nearest half star: what ratings are grouped by. */
export const halfStars = (stars: number): number => Math.round(2 * stars) / 2;

/** Several splits' groups together, fewest stars first. */
export function starsByPrediction(splits: readonly ReadonlyMap<number, StarSums>[]): StarGroup[] {
  const groups = new Map<number, StarSums>();
  for (const [stars, sums] of splits.flatMap((split) => [...split]))
    groups.set(stars, addSums(groups.get(stars), sums));
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, { ratings, predicted, given }]) => ({
      predicted: predicted / ratings,
      given: given / ratings,
      ratings,
    }));
}

export const addSums = (sums: StarSums | undefined, more: StarSums): StarSums => ({
  ratings: (sums?.ratings ?? 0) + more.ratings,
  predicted: (sums?.predicted ?? 0) + more.predicted,
  given: (sums?.given ?? 0) + more.given,
});
