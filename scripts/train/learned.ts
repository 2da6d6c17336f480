import type { ModelCard } from "../../src/artifacts/manifest.ts";
import type { DatasetMovie } from "../../src/dataset/dataset.ts";
import type { RatingSums } from "../../src/dataset/rating-sums.ts";
import type { LearnedTaste } from "../../src/training/learn-taste.ts";

/** What an engine makes of a data set's ratings: all of the training that grows with them. */
export interface Learned {
  /** Of the model card. */
  readonly dataset: ModelCard["dataset"];
  /** [n] in the order of the taste's rows */
  readonly movies: readonly DatasetMovie[];
  /** Of those trained on, by the data set's id. */
  readonly sums: ReadonlyMap<string, RatingSums>;
  readonly taste: LearnedTaste;
}

/** Of fewer people or movies no taste can be learned: embeddings would only repeat what is there. */
const FEWEST_PEOPLE = 20;
const FEWEST_MOVIES = 20;

/** @throws Error where a model would mean nothing; what was there stays */
export function refuseTooLittle(ratings: number, people: number, movies: number): void {
  if (people >= FEWEST_PEOPLE && movies >= FEWEST_MOVIES) return;
  throw new Error(
    `Too little to train on: ${ratings} ratings by ${people} people of ${movies} movies. It takes ${FEWEST_PEOPLE} people and ${FEWEST_MOVIES} movies at the least; nothing was written.`,
  );
}
