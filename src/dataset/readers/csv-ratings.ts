import { csvRows } from "../csv-rows.ts";
import { type DatasetMovie, NO_TIMESTAMP } from "../dataset.ts";
import { RatingsBuilder, type RowId } from "../ratings-builder.ts";
import { RowTally } from "../row-tally.ts";
import type { SourceFolder } from "../source-folder.ts";
import type { Scale } from "../stars.ts";
import type { Reading } from "./reader.ts";

export interface RatingColumns {
  readonly user: string;
  readonly movie: string;
  readonly rating: string;
  readonly timestamp: string;
}

/** Reads a rating file whose header names the columns, in any order, beside others; ids are any text. */
export async function readCsvRatings(
  folder: SourceFolder,
  file: string,
  movies: ReadonlyMap<RowId, DatasetMovie>,
  columns: RatingColumns,
  scale: Scale,
): Promise<Reading> {
  const tally = new RowTally(folder.pathOf(file));
  const builder = new RatingsBuilder(movies, tally);
  for await (const { cells, line, tooLong } of csvRows(folder, file)) {
    tally.rows++;
    const { [columns.user]: user, [columns.movie]: movie, [columns.rating]: rating } = cells;
    if (tooLong) tally.bad("extra field", line);
    else if (!user || !movie || !rating) tally.bad("missing field", line);
    else if (Number.isNaN(Number(rating))) tally.bad("not a number", line);
    else
      builder.add(user, movie, scale(Number(rating)), Number(cells[columns.timestamp] || NO_TIMESTAMP), line);
  }
  const { ratings, movies: numbered } = builder.finish();
  return { ratings, movies: numbered, files: [tally.report()] };
}
