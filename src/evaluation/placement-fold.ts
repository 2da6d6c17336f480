/**
 * How well films are placed that nobody of the training has rated: the ratings of some films are struck, the films are placed by
 * what is known of them, and sessions are played with people whom no model has seen and whose favourites are other films.
 */
import type { FilmFacts } from "../catalog/film-facts.ts";
import type { WordsOfFilm } from "../catalog/knowledge.ts";
import type { MovieId } from "../catalog/movie.ts";
import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import type { ListedFilm } from "../dataset/films/film-list.ts";
import { markedRows, selectRows } from "../dataset/prepare/rows.ts";
import { holdOutUsers } from "../dataset/prepare/split.ts";
import type { Policy } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { type TrainingOptions, trainModel } from "../training/train-model.ts";
import type { Contender } from "./contender.ts";
import { recommending } from "./contenders.ts";
import { type TestPerson, testPeople } from "./people.ts";
import { type OpenOutcome, playOpenSession } from "./sessions.ts";

export interface PlacementFoldTask {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`. */
  readonly movies: readonly DatasetMovie[];
  /** The same films, with the counts and means of a crowd without the people of `ratings`. */
  readonly films: readonly ListedFilm[];
  /** What is known of the films besides. */
  readonly facts: ReadonlyMap<MovieId, FilmFacts>;
  readonly words: ReadonlyMap<MovieId, WordsOfFilm>;
  /** Rows whose ratings are struck. */
  readonly hidden: Int32Array;
  /** Those of them that are ranked. */
  readonly ranked: Int32Array;
  /** Users to test on. */
  readonly test: Int32Array;
  readonly policy: Policy;
  readonly training: TrainingOptions;
  readonly seed: number;
}

/** Of the films whose ratings were struck, and of all films together. */
export const POOLS = ["hidden", "all"] as const;
export type Pool = (typeof POOLS)[number];

export const PLACEMENT_ROWS = ["popularity", "placed", "not placed", "true embeddings"] as const;
export type PlacementRow = (typeof PLACEMENT_ROWS)[number];

/** By pool and row, an outcome per person who likes any of the pool, in the same order for every row. */
export type PlacementOutcomes = Readonly<
  Record<Pool, Partial<Readonly<Record<PlacementRow, readonly OpenOutcome[]>>>>
>;

export async function evaluatePlacementFold(
  task: PlacementFoldTask,
  onPerson: () => void = () => {},
): Promise<PlacementOutcomes> {
  const { policy, seed, training } = task;
  const isHidden = new Uint8Array(task.movies.length);
  for (const row of task.hidden) isHidden[row] = 1;
  const { train, heldOut } = holdOutUsers(task.ratings, task.test);
  const known = (ratings: Ratings) => where(ratings, (movie) => isHidden[movie] === 0);
  const { movies, films, facts, words } = task;
  const knowledge = { factsOf: (id: MovieId) => facts.get(id), wordsOf: (id: MovieId) => words.get(id) };
  const placed = await trainModel({ ratings: known(train), movies, films, knowledge }, training);
  const whole = await trainModel({ ratings: train, movies, films }, training);
  const { placement: _, ...without } = placed;
  const contenders: Record<PlacementRow, Contender> = {
    popularity: byPopularity(films),
    placed: recommending("placed", createRecommender(placed, policy)),
    "not placed": recommending("not placed", createRecommender(without, policy)),
    "true embeddings": recommending("true embeddings", createRecommender(whole, everyFilm(policy))),
  };

  const isRanked = new Set(task.ranked);
  const outcomes: { [P in Pool]: Partial<Record<PlacementRow, OpenOutcome[]>> } = {
    hidden: { popularity: [], placed: [], "true embeddings": [] },
    all: { popularity: [], placed: [], "not placed": [], "true embeddings": [] },
  };
  for (const { number, favourites, hidden } of testPeople(heldOut, seed, (row) => isHidden[row] === 0)) {
    const play = (pool: Pool, person: TestPerson, accepts: (row: number) => boolean) => {
      for (const row of PLACEMENT_ROWS)
        outcomes[pool][row]?.push(playOpenSession(among(contenders[row], accepts), person));
    };
    const own = new Map([...hidden].filter(([row]) => isRanked.has(row)));
    play("hidden", { number, favourites, hidden: own }, (row) => isRanked.has(row));
    play("all", { number, favourites, hidden }, () => true);
    onPerson();
  }
  return outcomes;
}

function where(ratings: Ratings, wanted: (movie: number) => boolean): Ratings {
  return selectRows(ratings, markedRows(Uint8Array.from(ratings.movies, (movie) => Number(wanted(movie)))));
}

/** A film that four of five people trained on did not rate may have been rated by the fifth: it must not be left out. */
const everyFilm = (policy: Policy): Policy => ({
  ...policy,
  candidates: { ...policy.candidates, min_ratings: 0 },
});

function byPopularity(films: readonly ListedFilm[]): Contender {
  const counts = films.map(({ movie }) => movie.ratingCount);
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  return {
    name: "popularity",
    meet: () => ({
      best: (limit, accepts) => {
        const best: number[] = [];
        for (const row of order) {
          if (best.length === limit) break;
          if (accepts(row)) best.push(row);
        }
        return best;
      },
      observe() {},
    }),
  };
}

/** The same, with nothing to suggest but these. */
const among = ({ name, meet }: Contender, inPool: (row: number) => boolean): Contender => ({
  name,
  meet(favourites, person) {
    const encounter = meet(favourites, person);
    return {
      best: (limit, accepts) => encounter.best(limit, (row) => inPool(row) && accepts(row)),
      observe: encounter.observe,
    };
  },
});
