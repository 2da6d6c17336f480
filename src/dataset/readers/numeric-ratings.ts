import type { DatasetMovie } from "../dataset.ts";
import { MISSING, scanNumericRows } from "../numeric-rows.ts";
import { RatingsBuilder, type RowId } from "../ratings-builder.ts";
import { RowTally } from "../row-tally.ts";
import type { SourceFolder } from "../source-folder.ts";
import type { Scale } from "../stars.ts";
import type { Reading } from "./reader.ts";

export interface NumericRatingsFormat {
  readonly separator: "\t" | "," | "::";
  readonly headerLines: number;
  readonly scale: Scale;
}

/** Reads a rating file of four numbers a line: user, movie, rating, seconds. The time may be missing. */
export async function readNumericRatings(
  folder: SourceFolder,
  file: string,
  movies: ReadonlyMap<RowId, DatasetMovie>,
  { separator, headerLines, scale }: NumericRatingsFormat,
): Promise<Reading> {
  const tally = new RowTally(folder.pathOf(file));
  const builder = new RatingsBuilder(movies, tally);
  await scanNumericRows(
    folder.bytes(file),
    separator,
    { skipLines: headerLines },
    (user, movie, rating, timestamp, fieldCount, line) => {
      tally.rows++;
      if (fieldCount > 4) tally.bad("extra field", line);
      else if (user === MISSING || movie === MISSING || rating === MISSING) tally.bad("missing field", line);
      else if (Number.isNaN(user + movie + rating)) tally.bad("not a number", line);
      else builder.add(user, movie, scale(rating), timestamp, line);
    },
  );
  const { ratings, movies: numbered } = builder.finish();
  return { ratings, movies: numbered, files: [tally.report()] };
}
