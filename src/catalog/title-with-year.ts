import type { Movie } from "./movie.ts";

/** "Heat (1995)". The year always goes with the title, since so many titles are shared. */
export function titleWithYear({ title, year }: Pick<Movie, "title" | "year">): string {
  return year === undefined ? title : `${title} (${year})`;
}
