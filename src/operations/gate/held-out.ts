/** Whom two models are judged by: people whom neither has seen, and the films that both know. */
import type { MovieId } from "../../catalog/movie.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { leftOut, type Part } from "../../dataset/prepare/left-out.ts";
import { holdOutUsers } from "../../dataset/prepare/split.ts";
import { type TestPerson, testPeople } from "../../evaluation/people.ts";
import { createRandom } from "../../numerics/random.ts";
import type { Recommender } from "../../recommender/recommender.ts";
import { OWN } from "../harvest/harvest.ts";

/** People of the public ratings, and people who answered here. */
export const GROUPS = ["public", "own"] as const;
export type Group = (typeof GROUPS)[number];

/** Films by their ids, for models number them otherwise. */
export interface Judge {
  readonly number: number;
  readonly favourites: readonly MovieId[];
  /** Stars. */
  readonly hidden: ReadonlyMap<MovieId, number>;
}

export interface HoldOut {
  /** The part of the people that the models were trained without. */
  readonly part: Part;
  readonly seed: number;
  /** So many of a group at the most, drawn by chance. */
  readonly limit: number;
}

/** @param isKnown whether both models know a film: others are passed over */
export function judgesIn(
  { ratings, movies }: Dataset,
  isKnown: (movie: MovieId) => boolean,
  { part, seed, limit }: HoldOut,
): Record<Group, Judge[]> {
  const { heldOut } = holdOutUsers(ratings, leftOut(ratings.userIds, part));
  const ids = movies.map(({ id, imdbId }) => imdbId ?? id);
  const known = ids.map(isKnown);
  const people = testPeople(heldOut, seed, (movie) => known[movie]!);
  const drawn = createRandom(seed).shuffle(people);
  const of = (group: Group) =>
    drawn
      .filter(({ number }) => ratings.userIds[number]!.startsWith(OWN) === (group === "own"))
      .map(({ number, favourites, hidden }) => ({
        number,
        favourites: favourites.map((movie) => ids[movie]!),
        hidden: new Map(
          [...hidden].flatMap(([movie, stars]) => (known[movie] ? [[ids[movie]!, stars]] : [])),
        ),
      }))
      .filter(({ hidden }) => hidden.size > 0)
      .slice(0, limit)
      .sort((a, b) => a.number - b.number);
  return { public: of("public"), own: of("own") };
}

/** The same person, as a model numbers the films. */
export function seenBy(recommender: Recommender, { number, favourites, hidden }: Judge): TestPerson {
  const rowOf = (movie: MovieId) => recommender.rowOf(movie)!;
  return {
    number,
    favourites: favourites.map(rowOf),
    hidden: new Map([...hidden].map(([movie, stars]) => [rowOf(movie), stars])),
  };
}
