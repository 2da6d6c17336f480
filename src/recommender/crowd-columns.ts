/** What is known of the films of a model by how many rated them and how: kept in columns, and put right where a film moves. */
import type { Model } from "../artifacts/model.ts";
import { fameOf } from "../catalog/fame.ts";
import type { Movie } from "../catalog/movie.ts";
import { perModel } from "./per-model.ts";
import type { Policy } from "./policy.ts";

type Films = Pick<Model, "movies">;
type Standings = Pick<Policy, "standings">;

/** [n] log(1 + fame) */
export const logFames = perModel(({ movies }: Films) => Float64Array.from(movies, logFameOf));

const logFameOf = (movie: Movie): number => Math.log1p(fameOf(movie));

/** [n] stars above those of all movies, few ratings proving little: 0 for a movie that nobody has rated. */
export function esteemOf(model: Films, { standings }: Standings): Float64Array {
  const known = esteems(model);
  const imagined = standings.imagined_ratings;
  const esteem = known.get(imagined) ?? Float64Array.from(model.movies, aboveAll(model, imagined));
  known.set(imagined, esteem);
  return esteem;
}

const esteems = perModel((_: Films) => new Map<number, Float64Array>());

/**
 * A mean of few ratings is pulled towards the mean of all, as if so many ratings more had been given at it: the
 * Bayesian average. Source: Efron & Morris, "Stein's Paradox in Statistics", Scientific American 236(5), 1977.
 *
 * (ratings * mean + imagined * mean of all) / (ratings + imagined)
 */
export function bayesianAverage(model: Films, imagined: number): (movie: Movie) => number {
  const { stars: overall } = atLarge(model);
  return ({ ratingCount, meanStars }) =>
    ratingCount + imagined === 0
      ? 0
      : (ratingCount * meanStars + imagined * overall) / (ratingCount + imagined);
}

const aboveAll = (model: Films, imagined: number) => {
  const average = bayesianAverage(model, imagined);
  const { stars: overall } = atLarge(model);
  return (movie: Movie): number => average(movie) - overall;
};

/** The mean of all ratings as they were trained on, 0 without any: what films are measured by stays where it is. */
const atLarge = perModel(({ movies }: Films) => {
  let [stars, ratings] = [0, 0];
  for (const { ratingCount, meanStars } of movies) {
    stars += ratingCount * meanStars;
    ratings += ratingCount;
  }
  return { stars: ratings === 0 ? 0 : stars / ratings };
});

/** The movie in a row has so many ratings from now on, and this mean. */
export function moveFilm(model: Films, row: number, ratingCount: number, meanStars: number): void {
  atLarge(model);
  const movie = model.movies[row]!;
  Object.assign(movie, { ratingCount, meanStars } satisfies Partial<Movie>);
  logFames(model)[row] = logFameOf(movie);
  for (const [imagined, esteem] of esteems(model)) esteem[row] = aboveAll(model, imagined)(movie);
}
