/** What a model does for people whom it has never seen. */
import type { MovieId } from "../../catalog/movie.ts";
import { type ScoredRating, scoreRated } from "../../evaluation/calibration.ts";
import { recommending } from "../../evaluation/contenders.ts";
import { meanOf } from "../../evaluation/mean.ts";
import { type Outcome, playSessions } from "../../evaluation/sessions.ts";
import type { Feedback } from "../../recommender/feedback.ts";
import type { Recommender } from "../../recommender/recommender.ts";
import { GROUPS, type Group, type Judge, seenBy } from "./held-out.ts";

export interface Played {
  readonly person: number;
  readonly outcome: Outcome;
  /** In the session over the whole catalogue. */
  readonly suggested: readonly MovieId[];
  readonly scored: readonly ScoredRating[];
  /** Where each favourite is put once all that the person rated is known. */
  readonly favourites: ReadonlyMap<MovieId, Standing>;
}

export interface Standing {
  /** The share of films that it is put above. */
  readonly above: number;
  /** Its score, in standard deviations of all films' scores: about 0 for a film of which the model says nothing. */
  readonly deviations: number;
}

export interface Measured {
  readonly version: string;
  readonly played: Readonly<Record<Group, readonly Played[]>>;
  /** Of each suggestion, how many rated it by what the first of the models knows of the crowd. */
  readonly popularities: readonly number[];
  /** That rankings took, in milliseconds. */
  readonly turnsMs: readonly number[];
}

/**
 * Several measurings of a recipe as one: each was trained without another part of the people, so that everybody judges and none was
 * ever seen (cross-validation; Stone, J. R. Stat. Soc. B 36(2), 1974). It goes by the name of the first.
 */
export function together(parts: readonly Measured[]): Measured {
  return {
    version: parts[0]!.version,
    played: {
      public: parts.flatMap(({ played }) => played.public),
      own: parts.flatMap(({ played }) => played.own),
    },
    popularities: parts.flatMap(({ popularities }) => popularities),
    turnsMs: parts.flatMap(({ turnsMs }) => turnsMs),
  };
}

/**
 * Plays sessions under several models with the same people, person by person, so that whatever the machine does besides slows
 * all of them alike.
 */
export function measure(
  recommenders: readonly Recommender[],
  judges: Readonly<Record<Group, readonly Judge[]>>,
  clock: () => number,
  onPerson: () => void = () => {},
): Measured[] {
  const tables = recommenders.map((recommender) => ({
    recommender,
    turnsMs: [] as number[],
    popularities: [] as number[],
    played: { public: [] as Played[], own: [] as Played[] },
  }));
  const [first] = recommenders;
  const popularityOf = (movie: MovieId): number => {
    const row = first!.rowOf(movie);
    return row === undefined ? 0 : first!.movie(row).ratingCount;
  };
  for (const group of GROUPS) {
    for (const judge of judges[group]) {
      for (const { recommender, turnsMs, popularities, played } of tables) {
        const contender = recommending("model", timed(recommender, clock, turnsMs));
        const outcome = playSessions(contender, seenBy(recommender, judge));
        for (const row of outcome.suggested) popularities.push(popularityOf(recommender.movie(row).id));
        played[group].push({
          person: judge.number,
          outcome,
          suggested: outcome.suggested.map((row) => recommender.movie(row).id),
          scored: scoreRated(recommender, seenBy(recommender, judge)),
          favourites: standingOfFavourites(recommender, judge),
        });
      }
      onPerson();
    }
  }
  return tables.map(({ recommender, ...measured }) => ({ version: recommender.model.version, ...measured }));
}

function timed(recommender: Recommender, clock: () => number, times: number[]): Recommender {
  return {
    ...recommender,
    rank(taste, options) {
      const startedMs = clock();
      const ranked = recommender.rank(taste, options);
      times.push(clock() - startedMs);
      return ranked;
    },
  };
}

const LIKED = 4;
const DISLIKED = 3;

/** Where a person's favourites stand among all films, by score alone, once all that they rated is folded in. */
function standingOfFavourites(
  recommender: Recommender,
  { favourites, hidden }: Judge,
): Map<MovieId, Standing> {
  const said = (movie: MovieId, verdict: Feedback["verdict"]): Feedback => ({ movie, verdict, atMs: 0 });
  const feedback = [
    ...favourites.map((movie) => said(movie, "favourite")),
    ...[...hidden].flatMap(([movie, stars]) =>
      stars >= LIKED ? [said(movie, "like")] : stars <= DISLIKED ? [said(movie, "dislike")] : [],
    ),
  ];
  const { embedding } = recommender.taste(feedback);
  const { embeddings, dimensions: d, movies } = recommender.model;
  const score = (row: number): number => {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += embedding[k]! * embeddings[row * d + k]!;
    return sum;
  };
  const scores = Float64Array.from(movies, (_, row) => score(row)).sort();
  const deviation = deviationOf([...scores]);
  const below = (value: number): number => {
    let [low, high] = [0, scores.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (scores[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low / scores.length;
  };
  return new Map(
    favourites.map((movie) => {
      const own = score(recommender.rowOf(movie)!);
      return [movie, { above: below(own), deviations: deviation === 0 ? 0 : own / deviation }];
    }),
  );
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
