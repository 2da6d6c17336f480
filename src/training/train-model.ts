import type { Model } from "../artifacts/model.ts";
import { contentsOf, versionOf } from "../artifacts/write-artifacts.ts";
import type { Movie } from "../catalog/movie.ts";
import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import { type ListedFilm, listed } from "../dataset/films/film-list.ts";
import { type RatingSums, ratingSums } from "../dataset/rating-sums.ts";
import { type LearnedTaste, learnTaste, type TrainingOptions } from "./learn-taste.ts";
import { placeFilms } from "./placement/place-films.ts";
import type { AboutFilms, TrainingData } from "./training-data.ts";
import { learnTraits, traitsOf } from "./traits/learn-traits.ts";
import { toldOf } from "./traits/told.ts";

export { DEFAULT_DIMENSIONS, type TrainingOptions } from "./learn-taste.ts";
export type { TrainingData } from "./training-data.ts";

/**
 * Learns item embeddings, the user prior, and from examples the traits. The embeddings are a truncated SVD of the
 * preference weights [m x n], A ~ U S V', as it is, without centring or scaling: V are the items', U S the users'. Every movie of the data keeps its row; one that nobody rated has an embedding of 0.
 *
 * With fewer users or movies than dimensions, the dimensions are as many as there are.
 *
 * The same data, seed and options give the same bytes, on any number of threads.
 *
 * Sources: Cremonesi, Koren & Turrin, RecSys 2010, for the factorisation; src/training/truncated-svd.ts and
 * src/numerics/alternating-least-squares.ts name those of the algorithms.
 *
 * @returns a model whose version is a hash over its files
 * @throws RangeError without ratings, where a user rated a movie twice, or of weights beside a confidence
 */
export async function trainModel(
  { ratings, movies, weights, films = filmsOf(ratings, movies), ...about }: TrainingData,
  options: TrainingOptions = {},
): Promise<Model> {
  return completeModel(await learnTaste(ratings, weights, options), { films, ...about }, options);
}

/**
 * A whole model around what was learned from ratings, wherever it was: films that hardly anybody rated are placed, and
 * traits are learned.
 *
 * @param films in the order of the taste's rows; films beyond those were rated by nobody
 */
export async function completeModel(
  { dimensions, embeddings: learned, trainedOn: counts, prior }: LearnedTaste,
  {
    films,
    traits: atHand,
    examples = new Map(),
    tags = [],
    knowledge,
    stories,
  }: AboutFilms & { readonly films: readonly ListedFilm[] },
  { threads }: Pick<TrainingOptions, "threads"> = {},
): Promise<Model> {
  const trainedOn = new Int32Array(films.length);
  trainedOn.set(counts);
  const embeddings = new Float32Array(films.length * dimensions);
  embeddings.set(learned);
  const items = { movies: films.map(({ movie }) => movie), dimensions, embeddings, trainedOn };
  const placement =
    knowledge &&
    (await placeFilms({ ...items, prior, knowledge, ...(threads !== undefined && { threads }) }));
  const placed = { ...items, ...(placement && { placement }) };
  const written = knowledge && items.movies.map(({ id }) => knowledge.wordsOf(id)?.tags);
  const told = stories && toldOf(items.movies, tags, stories);
  const traits = atHand ?? traitsOf(learnTraits(placed, examples, tags, written, told));
  const model = { ...placed, prior, traits };
  return {
    version: versionOf(
      contentsOf(
        model,
        films.map(({ sourceId }) => sourceId),
      ),
    ),
    ...model,
  };
}

/** The movies of a data set as people know them, with the number and mean of its own ratings. */
export const describeMovies = (ratings: Ratings, facts: readonly DatasetMovie[] | undefined): Movie[] =>
  filmsOf(ratings, facts).map(({ movie }) => movie);

const filmsOf = (ratings: Ratings, facts: readonly DatasetMovie[] | undefined): ListedFilm[] =>
  listedFilms(
    ratings.movieIds.map((id, row) => facts?.[row] ?? { id, title: id, alternativeTitles: [], genres: [] }),
    ratingSums(ratings),
  );

/** These movies as films of a model, with the ratings that the data set itself has of them. */
export const listedFilms = (
  movies: readonly DatasetMovie[],
  sums: ReadonlyMap<string, RatingSums>,
): ListedFilm[] => movies.map((movie) => listed(movie, movie.imdbId ?? movie.id, sums.get(movie.id)));
