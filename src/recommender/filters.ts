import type { Movie } from "../catalog/movie.ts";

/** What a movie must be to be suggested, as far as the catalogue knows its movies. */
export interface Filters {
  /** All of these. */
  readonly genresIn: readonly string[];
  /** None of these. */
  readonly genresOut: readonly string[];
  /** Inclusive; 0 is no bound. A movie of unknown year passes no bound. */
  readonly yearFrom: number;
  readonly yearTo: number;
}

export const NO_FILTERS: Filters = { genresIn: [], genresOut: [], yearFrom: 0, yearTo: 0 };

export const isUnfiltered = ({ genresIn, genresOut, yearFrom, yearTo }: Filters): boolean =>
  genresIn.length === 0 && genresOut.length === 0 && yearFrom === 0 && yearTo === 0;

export function passes({ genres, year }: Movie, { genresIn, genresOut, yearFrom, yearTo }: Filters): boolean {
  if (yearFrom > 0 && (year === undefined || year < yearFrom)) return false;
  if (yearTo > 0 && (year === undefined || year > yearTo)) return false;
  return (
    genresIn.every((genre) => genres.includes(genre)) && !genresOut.some((genre) => genres.includes(genre))
  );
}

/** The same with less asked, what is given up first first: the years, then one wanted genre after the other. */
export function relaxed(filters: Filters): Filters | undefined {
  if (filters.yearFrom > 0 || filters.yearTo > 0) return { ...filters, yearFrom: 0, yearTo: 0 };
  if (filters.genresIn.length > 0) return { ...filters, genresIn: filters.genresIn.slice(0, -1) };
  return undefined;
}
