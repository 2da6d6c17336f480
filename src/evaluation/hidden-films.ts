import type { Dataset, Ratings } from "../dataset/dataset.ts";
import { countByMovie } from "../dataset/prepare/rows.ts";
import { createRandom } from "../numerics/random.ts";

/** Of a film that fewer rated, too few sessions can find it. */
const FEWEST_RATINGS = 5;

export interface HiddenFilms {
  /** Rows whose ratings are struck. */
  readonly hidden: Int32Array;
  /** Those of them that are ranked: rated by FEWEST_RATINGS people at least. */
  readonly ranked: Int32Array;
}

/** [folds] every film that enough people rated is hidden in one of them. */
export function hiddenByChance(
  ratings: Ratings,
  { folds, seed }: { readonly folds: number; readonly seed: number },
): HiddenFilms[] {
  const counts = countByMovie(ratings);
  const films = Int32Array.from(counts.keys()).filter((row) => counts[row]! >= FEWEST_RATINGS);
  const order = createRandom(seed).shuffle(films);
  return Array.from({ length: folds }, (_, fold) => {
    const hidden = order.filter((_, at) => at % folds === fold).sort();
    return { hidden, ranked: hidden };
  });
}

/** All films of so many years, the newest that films are of. */
export function hiddenByYear({ ratings, movies }: Dataset, years: number): HiddenFilms {
  const counts = countByMovie(ratings);
  const newest = movies.reduce((latest, { year = 0 }) => Math.max(latest, year), 0);
  const hidden = Int32Array.from(movies.keys()).filter((row) => (movies[row]!.year ?? 0) > newest - years);
  return { hidden, ranked: hidden.filter((row) => counts[row]! >= FEWEST_RATINGS) };
}
