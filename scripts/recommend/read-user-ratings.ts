import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createCatalog } from "../../src/catalog/catalog.ts";
import type { Movie } from "../../src/catalog/movie.ts";
import { titleWithYear } from "../../src/catalog/title-with-year.ts";
import type { NamedFile } from "../../src/history/files-in.ts";
import { type Found, filmFinder } from "../../src/history/film-finder.ts";
import { readHistory } from "../../src/history/read-history.ts";
import type { NamedFilm } from "../../src/history/row.ts";
import type { History } from "../../src/models/fitted-model.ts";

/** The movies that somebody's ratings may be of. */
export interface RatedMovies {
  /** [n] by row */
  readonly movies: readonly Movie[];
  /** [n] the data set's own ids, by row */
  readonly movieIds: readonly string[];
}

export interface UserRatings {
  readonly history: History;
  /** Lines that are not in the history, each with its reason. */
  readonly leftOut: readonly string[];
}

/**
 * Reads one person's ratings, from a file of any service that the chat takes as well. A title that may mean several movies
 * is left out and said to be, never guessed.
 *
 * @param mostPoints 5: ratings are stars, 0.5 to 5; 10: points, 1 to 10; absent: told by the file
 * @throws Error naming the file, and what it must look like, where nothing in it can be used
 */
export async function readUserRatings(
  file: string,
  known: RatedMovies,
  mostPoints?: 5 | 10,
): Promise<UserRatings> {
  const bytes = await readFile(file);
  try {
    return userRatingsFrom({ name: basename(file), bytes }, known, mostPoints);
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
}

export function userRatingsFrom(
  file: NamedFile,
  { movies, movieIds }: RatedMovies,
  mostPoints?: 5 | 10,
): UserRatings {
  const read = readHistory(file, mostPoints === undefined ? {} : { most: mostPoints });
  const catalog = createCatalog(movies);
  const find = filmFinder(catalog, new Map(movieIds.map((id, row) => [id, row])));
  const starsByRow = new Map<number, number>();
  const leftOut: string[] = [...read.unreadable];
  for (const { film, rating, at } of read.rows) {
    if (!rating) continue; // watched, or to be watched
    const found = find(film);
    if (found.kind !== "one") leftOut.push(`${at}: ${whyNot(film, found)}`);
    else {
      const row = catalog.rowOf(found.movie.id)!;
      if (starsByRow.has(row)) leftOut.push(`${at}: rated before, this rating counts`);
      starsByRow.set(row, rating.stars);
    }
  }
  if (starsByRow.size === 0)
    throw new Error(`no rating that can be used\n${leftOut.slice(0, 10).join("\n")}`);
  return {
    history: { rows: Int32Array.from(starsByRow.keys()), stars: Float32Array.from(starsByRow.values()) },
    leftOut: leftOut.sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

/** "line 3: ..." */
const placeOf = (reason: string): number => Number(/\d+/.exec(reason)?.[0] ?? 0);

function whyNot({ id, imdbId, title, year }: NamedFilm, found: Exclude<Found, { kind: "one" }>): string {
  if (title === undefined) return `no movie has the id "${id ?? imdbId}"`;
  const name = titleWithYear({ title, ...(year !== undefined && { year }) });
  return found.kind === "several"
    ? `"${name}" may be ${found.movies.slice(0, 3).map(titleWithYear).join(" or ")}: give its year`
    : `no movie is called "${name}"`;
}
