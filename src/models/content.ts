import type { DatasetMovie } from "../dataset/dataset.ts";
import { type Csr, csrOf, transposed } from "../numerics/csr.ts";
import { checkpoint } from "../numerics/work.ts";
import type { FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { tieBreak } from "./popularity.ts";
import { ratingMatrix } from "./rating-matrix.ts";

/** The stars that say nothing for or against a movie, and how many more say all there is to say. */
const NEUTRAL_STARS = 3;
const STARS_TO_LIKE = 2;

/**
 * Movies as documents, their words the genres, the tags, the year and the decade. Of a word that a document has
 * tf times and that df of n documents have, the weight is (1 + ln tf) (1 + ln((1 + n) / (1 + df))); documents
 * have length 1. A person is the sum of the rated documents times (stars - 3) / 2; scores are cosines.
 *
 * Sources: Salton & Buckley, Information Processing & Management 24(5), 1988, for TF-IDF, smoothed as
 * scikit-learn's; Rocchio, in The SMART Retrieval System, 1971, for a person as what they liked less what not.
 */
export async function fitContent(
  { ratings, movies = [] }: FitData,
  options: FitOptions = {},
): Promise<FittedModel<Float64Array>> {
  const ties = tieBreak(ratingMatrix(ratings));
  const documents = ratings.movieIds.map((_, row) => wordsOf(movies[row]));
  const byMovie = weightedWords(documents);
  const byWord = transposed(byMovie);
  await checkpoint(options, 1);
  return {
    name: "content",
    foldIn({ rows, stars }) {
      const profile = new Float64Array(byWord.rows);
      for (const [at, row] of rows.entries()) {
        const weight = (stars[at]! - NEUTRAL_STARS) / STARS_TO_LIKE;
        for (let entry = byMovie.starts[row]!; entry < byMovie.starts[row + 1]!; entry++)
          profile[byMovie.indices[entry]!]! += weight * byMovie.values[entry]!;
      }
      const length = Math.hypot(...profile) || 1;
      return profile.map((value) => value / length);
    },
    score(profile) {
      const scores = ties.slice();
      for (let word = 0; word < profile.length; word++) {
        if (profile[word] === 0) continue;
        for (let entry = byWord.starts[word]!; entry < byWord.starts[word + 1]!; entry++)
          scores[byWord.indices[entry]!]! += profile[word]! * byWord.values[entry]!;
      }
      return scores;
    },
  };
}

/** "genre:drama", "tag:time travel", "1995", "1990s". */
function wordsOf(movie: DatasetMovie | undefined): string[] {
  const { genres = [], tags = [], year } = movie ?? {};
  return [
    ...genres.map((genre) => `genre:${genre.toLowerCase()}`),
    ...tags.map((tag) => `tag:${tag.trim().toLowerCase()}`),
    ...(year === undefined ? [] : [`${year}`, `${10 * Math.floor(year / 10)}s`]),
  ];
}

/** [documents x words] in TF-IDF, each row of length 1. */
function weightedWords(documents: readonly (readonly string[])[]): Csr {
  const numberOf = new Map<string, number>();
  const rows: number[] = [];
  const columns: number[] = [];
  const values: number[] = [];
  for (const [row, words] of documents.entries()) {
    const times = new Map<string, number>();
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
    for (const [word, count] of times) {
      const number = numberOf.get(word) ?? numberOf.size;
      numberOf.set(word, number);
      rows.push(row);
      columns.push(number);
      values.push(1 + Math.log(count));
    }
  }
  const frequency = new Int32Array(numberOf.size);
  for (const column of columns) frequency[column]!++;
  const weights = values.map(
    (value, at) => value * (1 + Math.log((1 + documents.length) / (1 + frequency[columns[at]!]!))),
  );
  const squares = new Float64Array(documents.length);
  for (const [at, weight] of weights.entries()) squares[rows[at]!]! += weight * weight;
  return csrOf({
    rowCount: documents.length,
    columnCount: numberOf.size,
    rows: Int32Array.from(rows),
    columns: Int32Array.from(columns),
    values: Float32Array.from(weights, (weight, at) => weight / Math.sqrt(squares[rows[at]!]!)),
  });
}
