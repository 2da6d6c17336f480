/**
 * Who has a claim to a name, and which of them is meant: the year decides, then whose name it is to the letter, then how
 * well each is known. One who is better known by far is taken, and the others are told with it; else nobody is.
 */
import { fameOf } from "./fame.ts";
import type { NamedFilm } from "./film-names.ts";
import type { Movie } from "./movie.ts";
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";

/** A movie that can be suggested, or a film known by name only. */
export type Claimant =
  | { readonly movie: Movie; readonly named?: never }
  | { readonly named: NamedFilm; readonly movie?: never };

/** Best first. */
export interface Claims {
  /** Whether the first is meant; else each may be. */
  readonly decided: boolean;
  readonly claimants: readonly Claimant[];
}

/** Times as many ratings that make a film the one that is meant by a name it shares. */
export const BY_FAR = 15;
/** People and data sets are often a year apart. */
export const YEAR_SLACK = 1;

const ratingsOf = (claimant: Claimant): number => fameOf(filmOf(claimant));
export const filmOf = ({ movie, named }: Claimant): Movie | NamedFilm => movie ?? named!;

/** Undefined where none of them is of the year that was said. */
export function decide(
  claimants: readonly Claimant[],
  year: number | undefined,
  isExact: (claimant: Claimant) => boolean = () => true,
): Claims | undefined {
  const ofYear = year === undefined ? claimants : nearestTo(claimants, year);
  if (ofYear.length === 0) return undefined;
  const byFame = [...ofYear].sort((a, b) => ratingsOf(b) - ratingsOf(a));
  const exact = byFame.filter(isExact);
  const [best, next] = exact.length > 0 ? exact : byFame;
  const mostKnown = Math.max(...byFame.filter((one) => !exact.includes(one)).map(ratingsOf), 0);
  const overshadowed = exact.length > 0 && mostKnown >= BY_FAR * (ratingsOf(best!) + 1);
  const decided = !overshadowed && (!next || ratingsOf(best!) >= BY_FAR * Math.max(1, ratingsOf(next)));
  const first =
    exact.length > 0 && !overshadowed ? [...exact, ...byFame.filter((one) => !isExact(one))] : byFame;
  return { decided, claimants: first };
}

/** Those of the year, else those that are a year apart from it. */
function nearestTo(claimants: readonly Claimant[], year: number): readonly Claimant[] {
  const apart = (claimant: Claimant) => Math.abs((filmOf(claimant).year ?? Number.NaN) - year);
  const same = claimants.filter((claimant) => apart(claimant) === 0);
  return same.length > 0 ? same : claimants.filter((claimant) => apart(claimant) <= YEAR_SLACK);
}

/** Whether a film goes by exactly these words, article and all. */
export function goesBy(words: readonly string[]): (film: Movie | NamedFilm) => boolean {
  const key = keyOf(words);
  return ({ title, alternativeTitles }) =>
    [title, ...alternativeTitles].some((name) => keyOf(wordsOf(name)) === key);
}

/** Films known by name only that are not in the catalogue under the same name and year. */
export function withoutKnown(named: readonly NamedFilm[], movies: readonly Movie[]): readonly NamedFilm[] {
  const bareKey = (name: string) => keyOf(withoutArticle(wordsOf(name)));
  return named.filter(
    ({ title, year }) =>
      !movies.some((movie) => movie.year === year && bareKey(movie.title) === bareKey(title)),
  );
}
