import type { Model } from "../artifacts/model.ts";
import { contentsOf, versionOf } from "../artifacts/write-artifacts.ts";
import type { Movie } from "../catalog/movie.ts";
import type { DatasetMovie, Ratings } from "../dataset/dataset.ts";
import { type ListedFilm, listed } from "../dataset/films/film-list.ts";
import { countByMovie } from "../dataset/prepare/rows.ts";
import { preferenceWeights } from "../dataset/prepare/transform.ts";
import { ratingSums } from "../dataset/rating-sums.ts";
import { csrOf } from "../numerics/csr.ts";
import type { SvdOptions } from "../numerics/truncated-svd.ts";
import { confidentFactors, svdFactors } from "./factors.ts";
import { placeFilms } from "./placement/place-films.ts";
import type { TrainingData } from "./training-data.ts";
import { learnTraits, traitsOf } from "./traits/learn-traits.ts";
import { toldOf } from "./traits/told.ts";
import { userPriorOf } from "./user-prior.ts";

export type { TrainingData } from "./training-data.ts";

/** How to factorise. Default `dimensions`: 128. */
export interface TrainingOptions extends Partial<SvdOptions> {
  /** At how many stars a rating says nothing: preferenceWeights. Default 2. */
  readonly indifferentStars?: number;
  /**
   * Item embeddings by alternating least squares in which a rating of weight 1 counts so much more than one that is not
   * there; left out, by truncated SVD.
   */
  readonly confidence?: number;
  /** lambda of those alternating least squares. Default 50. */
  readonly regularisation?: number;
}

/** Measured in artifacts/: more gain nothing on 610 users, and a turn's time grows with their square. */
export const DEFAULT_DIMENSIONS = 128;

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
  {
    ratings,
    movies,
    weights,
    traits: atHand,
    examples = new Map(),
    tags = [],
    films = filmsOf(ratings, movies),
    knowledge,
    stories,
  }: TrainingData,
  options: TrainingOptions = {},
): Promise<Model> {
  if (ratings.stars.length === 0) throw new RangeError("no ratings to train on");
  if (weights && options.confidence !== undefined)
    throw new RangeError("people's weights and a confidence do not go together: leave one of them out");
  const { numbers, count, kept } = usersWithRatings(ratings, weights);
  const matrix = csrOf({
    rowCount: count,
    columnCount: ratings.movieIds.length,
    rows: numbers,
    columns: ratings.movies,
    values: preferenceWeights(ratings.stars, options.indifferentStars),
  });
  const dimensions = Math.min(options.dimensions ?? DEFAULT_DIMENSIONS, matrix.rows, matrix.columns);
  const { confidence } = options;
  const factors = await (confidence === undefined
    ? svdFactors(matrix, { ...options, dimensions }, kept)
    : confidentFactors(matrix, confidence, { ...options, dimensions }));
  const trainedOn = new Int32Array(films.length);
  trainedOn.set(countByMovie(ratings));
  const embeddings = new Float32Array(films.length * dimensions);
  embeddings.set(factors.movies);
  const items = { movies: films.map(({ movie }) => movie), dimensions, embeddings, trainedOn };
  const prior = userPriorOf(factors, kept);
  const { threads } = options;
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

/** Users numbered anew without those who rated nothing: as rows of zeros they would draw the prior to 0. */
function usersWithRatings(
  { users, userIds }: Ratings,
  weights?: Float64Array,
): { numbers: Int32Array; count: number; kept?: Float64Array } {
  const rated = new Uint8Array(userIds.length);
  for (const user of users) rated[user] = 1;
  let count = 0;
  const numberOf = Int32Array.from(rated, (any) => (any ? count++ : -1));
  const kept = weights?.filter((_, user) => rated[user] === 1);
  if (kept?.some((weight) => !(weight > 0 && Number.isFinite(weight))))
    throw new RangeError("people who count as none: leave their ratings out instead");
  return { numbers: users.map((user) => numberOf[user]!), count, ...(kept && { kept }) };
}

/** The movies of a data set as people know them, with the number and mean of its own ratings. */
export const describeMovies = (ratings: Ratings, facts: readonly DatasetMovie[] | undefined): Movie[] =>
  filmsOf(ratings, facts).map(({ movie }) => movie);

function filmsOf(ratings: Ratings, facts: readonly DatasetMovie[] | undefined): ListedFilm[] {
  const sums = ratingSums(ratings);
  return ratings.movieIds.map((id, row) => {
    const film = facts?.[row] ?? { id, title: id, alternativeTitles: [], genres: [] };
    return listed(film, film.imdbId ?? id, sums.get(id));
  });
}
