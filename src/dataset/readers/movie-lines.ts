import type { DatasetMovie } from "../dataset.ts";
import { type FileReport, RowTally } from "../row-tally.ts";
import type { SourceFolder } from "../source-folder.ts";

/**
 * Reads a movie file of one movie a line under numeric ids, without quoting: u.item and the .dat files.
 *
 * @param toMovie from the line's fields; the first is the id, the second the title
 */
export async function readMovieLines(
  folder: SourceFolder,
  file: string,
  { separator, fieldCount }: { readonly separator: string; readonly fieldCount: number },
  toMovie: (fields: readonly string[]) => DatasetMovie,
): Promise<{ movies: Map<number, DatasetMovie>; report: FileReport }> {
  const tally = new RowTally(folder.pathOf(file));
  const movies = new Map<number, DatasetMovie>();
  const lines = (await folder.text(file)).split(/\r?\n/);
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    tally.rows++;
    const line = index + 1;
    const fields = text.split(separator);
    const id = Number(fields[0]);
    if (fields.length < fieldCount || !fields[1]) tally.bad("missing field", line);
    else if (fields.length > fieldCount) tally.bad("extra field", line);
    else if (!Number.isInteger(id)) tally.bad("not a number", line);
    else {
      if (movies.has(id)) tally.bad("duplicate", line);
      movies.set(id, toMovie(fields));
    }
  }
  return { movies, report: tally.report() };
}

/** "Comedy|Drama" to genres; nothing and "(no genres listed)" are none. */
export function splitGenres(text: string): string[] {
  return text.split("|").filter((genre) => genre !== "" && genre !== "(no genres listed)");
}
