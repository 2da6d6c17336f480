import { csvRows } from "../csv-rows.ts";
import type { DatasetMovie } from "../dataset.ts";
import type { RowId } from "../ratings-builder.ts";
import { type FileReport, RowTally } from "../row-tally.ts";
import type { SourceFolder } from "../source-folder.ts";
import { halfStars } from "../stars.ts";
import { parseMovieLensTitle } from "../title.ts";
import { readCsvRatings } from "./csv-ratings.ts";
import { imdbIdOf, tmdbIdOf } from "./movie-ids.ts";
import { splitGenres } from "./movie-lines.ts";
import { readNumericRatings } from "./numeric-ratings.ts";
import type { DatasetReader, DescribedMovies } from "./reader.ts";

const RATING_COLUMNS = { user: "userId", movie: "movieId", rating: "rating", timestamp: "timestamp" };
/** As published since 2015. Under any other header the file is read as CSV at large, more slowly. */
const PUBLISHED_HEADER = "userId,movieId,rating,timestamp";

/** latest-small, latest, 20M, 25M and 32M. */
export const movieLensCsv: DatasetReader = {
  format: "MovieLens CSV",
  files: "ratings.csv and movies.csv (and links.csv, tags.csv)",

  async recognises({ files }) {
    return files.includes("ratings.csv") && files.includes("movies.csv");
  },

  async read(folder) {
    const isPublishedHeader = (await folder.firstLine("ratings.csv")).trim() === PUBLISHED_HEADER;
    const { movies, files } = await readMovieLensMovies(folder, isPublishedHeader ? Number : String);
    const reading = isPublishedHeader
      ? await readNumericRatings(folder, "ratings.csv", movies, {
          separator: ",",
          headerLines: 1,
          scale: halfStars,
        })
      : await readCsvRatings(folder, "ratings.csv", movies, RATING_COLUMNS, halfStars);
    return { ...reading, files: [...reading.files, ...files] };
  },
};

/** movies.csv, with what links.csv and tags.csv say of them where they are there; without the ratings. */
export async function readMovieLensMovies(
  folder: SourceFolder,
  keyOf: (id: string) => RowId,
): Promise<DescribedMovies> {
  const links = folder.files.includes("links.csv") ? await readLinks(folder) : undefined;
  const tags = folder.files.includes("tags.csv") ? await readTags(folder) : undefined;
  const { movies, report } = await readMovies(folder, { links: links?.byId, tags: tags?.byId }, keyOf);
  return { movies, files: [report, ...(links ? [links.report] : []), ...(tags ? [tags.report] : [])] };
}

type Links = Pick<DatasetMovie, "imdbId" | "tmdbId">;

async function readLinks(folder: SourceFolder): Promise<{ byId: Map<string, Links>; report: FileReport }> {
  const tally = new RowTally(folder.pathOf("links.csv"));
  const byId = new Map<string, Links>();
  for await (const { cells, line } of csvRows(folder, "links.csv")) {
    tally.rows++;
    const imdbId = imdbIdOf(cells.imdbId ?? "");
    const tmdbId = tmdbIdOf(cells.tmdbId ?? "");
    if (!cells.movieId || !cells.imdbId) tally.bad("missing field", line);
    else if (imdbId === undefined) tally.bad("not a number", line);
    else byId.set(cells.movieId, { imdbId, ...(tmdbId !== undefined && { tmdbId }) });
  }
  return { byId, report: tally.report() };
}

async function readTags(folder: SourceFolder): Promise<{ byId: Map<string, string[]>; report: FileReport }> {
  const tally = new RowTally(folder.pathOf("tags.csv"));
  const byId = new Map<string, string[]>();
  for await (const { cells, line } of csvRows(folder, "tags.csv")) {
    tally.rows++;
    const { movieId, tag } = cells;
    if (!movieId || !tag) {
      tally.bad("missing field", line);
      continue;
    }
    const tags = byId.get(movieId);
    if (tags) tags.push(tag);
    else byId.set(movieId, [tag]);
  }
  return { byId, report: tally.report() };
}

interface Facts {
  readonly links: ReadonlyMap<string, Links> | undefined;
  readonly tags: ReadonlyMap<string, readonly string[]> | undefined;
}

async function readMovies(
  folder: SourceFolder,
  { links, tags }: Facts,
  keyOf: (id: string) => RowId,
): Promise<{ movies: Map<RowId, DatasetMovie>; report: FileReport }> {
  const tally = new RowTally(folder.pathOf("movies.csv"));
  const movies = new Map<RowId, DatasetMovie>();
  for await (const { cells, line, tooLong } of csvRows(folder, "movies.csv")) {
    tally.rows++;
    const { movieId: id, title, genres } = cells;
    if (tooLong) tally.bad("extra field", line);
    else if (!id || !title || genres === undefined) tally.bad("missing field", line);
    else {
      if (movies.has(keyOf(id))) tally.bad("duplicate", line);
      const own = tags?.get(id);
      movies.set(keyOf(id), {
        id,
        ...parseMovieLensTitle(title),
        genres: splitGenres(genres),
        ...links?.get(id),
        ...(own && { tags: own }),
      });
    }
  }
  return { movies, report: tally.report() };
}
