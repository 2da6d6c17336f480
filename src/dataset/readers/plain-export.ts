import { csvColumns, csvRows } from "../csv-rows.ts";
import type { DatasetMovie } from "../dataset.ts";
import { RowTally } from "../row-tally.ts";
import type { SourceFolder } from "../source-folder.ts";
import { tenPoints } from "../stars.ts";
import { parseYear } from "../title.ts";
import { readCsvRatings } from "./csv-ratings.ts";
import { imdbIdOf, tmdbIdOf } from "./movie-ids.ts";
import { splitGenres } from "./movie-lines.ts";
import type { DatasetReader, DescribedMovies } from "./reader.ts";

export const MOVIE_FILE = "movie_data.csv";
const RATING_COLUMNS = { user: "user_id", movie: "movie_id", rating: "rating_val", timestamp: "timestamp" };
const REQUIRED = [RATING_COLUMNS.user, RATING_COLUMNS.movie, RATING_COLUMNS.rating];

/** A rating site's tables written out as CSV: ratings 1..10, ids any text, columns in any order. */
export const plainExport: DatasetReader = {
  format: "plain export",
  files: `${MOVIE_FILE} and a CSV file with the columns ${REQUIRED.join(", ")}`,

  async recognises(folder) {
    return folder.files.includes(MOVIE_FILE) && (await ratingFileOf(folder)) !== undefined;
  },

  async read(folder) {
    const { movies, files } = await readExportedMovies(folder);
    const file = (await ratingFileOf(folder))!;
    const reading = await readCsvRatings(folder, file, movies, RATING_COLUMNS, tenPoints);
    return { ...reading, files: [...reading.files, ...files] };
  },
};

async function ratingFileOf(folder: SourceFolder): Promise<string | undefined> {
  for (const file of folder.files.filter((name) => name.endsWith(".csv") && name !== MOVIE_FILE)) {
    const { columns } = await csvColumns(folder, file);
    if (REQUIRED.every((column) => columns.includes(column))) return file;
  }
  return undefined;
}

/** movie_data.csv, without the ratings. */
export async function readExportedMovies(folder: SourceFolder): Promise<DescribedMovies> {
  const tally = new RowTally(folder.pathOf(MOVIE_FILE));
  const movies = new Map<string, DatasetMovie>();
  for await (const { cells, line, tooLong } of csvRows(folder, MOVIE_FILE)) {
    tally.rows++;
    const { movie_id: id, movie_title: title } = cells;
    if (tooLong) tally.bad("extra field", line);
    else if (!id || !title?.trim()) tally.bad("missing field", line);
    else {
      if (movies.has(id)) tally.bad("duplicate", line);
      movies.set(id, toMovie(id, title, cells));
    }
  }
  return { movies, files: [tally.report()] };
}

function toMovie(
  id: string,
  title: string,
  cells: Readonly<Record<string, string | undefined>>,
): DatasetMovie {
  const released = Number(cells.year_released || Number.NaN);
  const imdbId = imdbIdOf(cells.imdb_id ?? "");
  const tmdbId = tmdbIdOf(cells.tmdb_id ?? "");
  return {
    id,
    // A year column makes brackets in the title the title's own.
    ...(Number.isInteger(released) ? { title: title.trim(), year: released } : parseYear(title)),
    alternativeTitles: [],
    genres: readGenres(cells.genres ?? ""),
    ...(imdbId !== undefined && { imdbId }),
    ...(tmdbId !== undefined && { tmdbId }),
  };
}

/** A JSON list, as such exports write it, or "Comedy|Drama". */
function readGenres(text: string): string[] {
  if (!text.startsWith("[")) return splitGenres(text);
  try {
    const genres: unknown = JSON.parse(text);
    return Array.isArray(genres) ? genres.filter((genre) => typeof genre === "string") : [];
  } catch {
    return [];
  }
}
