import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { type Catalog, createCatalog } from "../catalog/catalog.ts";
import type { Movie } from "../catalog/movie.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import type { History } from "./fitted-model.ts";

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

/** Names of the columns in lower case, as MovieLens, IMDb, Letterboxd and people write them; the first found counts. */
const COLUMNS = {
  id: ["movieid", "movie_id", "id", "const", "imdb_id", "imdbid", "tconst"],
  title: ["title", "name", "movie"],
  year: ["year", "release year"],
  rating: ["rating", "your rating", "stars", "score"],
} as const;

/**
 * Reads one person's ratings: a CSV file with a header, a column of ratings, and movies by the data set's id, by
 * IMDb id, or by title and year. A title that may mean several movies is left out and said to be, never guessed.
 *
 * @param mostPoints 5: ratings are stars, 0.5 to 5; 10: points, 1 to 10
 * @throws Error naming the file, and what it must look like, where nothing in it can be used
 */
export async function readUserRatings(
  file: string,
  known: RatedMovies,
  mostPoints: 5 | 10,
): Promise<UserRatings> {
  const text = await readFile(file, "utf8");
  try {
    return userRatingsFrom(text, known, mostPoints);
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
}

export function userRatingsFrom(text: string, known: RatedMovies, mostPoints: 5 | 10): UserRatings {
  const records: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
    bom: true,
    columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const columns = new Set(Object.keys(records[0]?.record ?? {}));
  const column = (names: readonly string[]) => names.find((name) => columns.has(name));
  const [id, title, year, rating] = [COLUMNS.id, COLUMNS.title, COLUMNS.year, COLUMNS.rating].map(column);
  if (rating === undefined || (id === undefined && title === undefined)) {
    throw new Error(
      `expected a header with a rating and a movieId or a title, such as "title,year,rating"; found ${[...columns].join(", ") || "nothing"}`,
    );
  }

  const find = movieFinder(known);
  const starsByRow = new Map<number, number>();
  const leftOut: string[] = [];
  for (const { info, record } of records) {
    const line = `line ${info.lines}`;
    const stars = starsOf(record[rating] ?? "", mostPoints);
    if (typeof stars === "string") {
      leftOut.push(`${line}: ${stars}`);
      continue;
    }
    const found = find({
      id: id === undefined ? "" : (record[id] ?? ""),
      title: title === undefined ? "" : (record[title] ?? ""),
      year: year === undefined ? "" : (record[year] ?? ""),
    });
    if (typeof found === "string") leftOut.push(`${line}: ${found}`);
    else {
      if (starsByRow.has(found)) leftOut.push(`${line}: rated before, this rating counts`);
      starsByRow.set(found, stars);
    }
  }
  if (starsByRow.size === 0) {
    throw new Error(`no rating that can be used\n${leftOut.slice(0, 10).join("\n")}`);
  }
  return {
    history: { rows: Int32Array.from(starsByRow.keys()), stars: Float32Array.from(starsByRow.values()) },
    leftOut,
  };
}

/** The stars, or why there are none. */
function starsOf(text: string, mostPoints: 5 | 10): number | string {
  const points = Number(text.replace(",", "."));
  const least = mostPoints === 5 ? 0.5 : 1;
  if (text === "" || !(points >= least && points <= mostPoints)) {
    const hint = points > 5 && points <= 10 ? ", or 1 to 10 with --scale 10" : "";
    return `the rating is "${text}", expected ${least} to ${mostPoints}${hint}`;
  }
  return (5 * points) / mostPoints;
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly year: string;
}

/** From what a line says of a movie to its row, or to why it has none. */
function movieFinder({ movies, movieIds }: RatedMovies): (named: Named) => number | string {
  const catalog: Catalog = createCatalog(movies);
  const rowOf = new Map(movieIds.map((movieId, row) => [movieId, row]));
  return ({ id, title, year }) => {
    const byId = id === "" ? undefined : (rowOf.get(id) ?? catalog.rowOf(id));
    if (byId !== undefined) return byId;
    if (title === "") return id === "" ? "no movie is named" : `no movie has the id "${id}"`;
    const name = /^\d{4}$/.test(year) ? `${title} (${year})` : title;
    const found = catalog.find(name);
    if (found.kind === "one" && !found.others) return catalog.rowOf(found.movie.id)!;
    const possible =
      found.kind === "one" ? [found.movie, ...found.others!] : found.kind === "several" && found.movies;
    if (possible)
      return `"${name}" may be ${possible.slice(0, 3).map(titleWithYear).join(" or ")}: give its year`;
    return `no movie is called "${name}"`;
  };
}
