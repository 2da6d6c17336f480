import type { DatasetMovie, Ratings } from "../dataset.ts";
import type { RowId } from "../ratings-builder.ts";
import type { FileReport } from "../row-tally.ts";
import type { SourceFolder } from "../source-folder.ts";

/** One published format. */
export interface DatasetReader {
  /** "MovieLens 100K" */
  readonly format: string;
  /** The files it needs, for the message to a person whose folder no reader knows. */
  readonly files: string;
  /** Looks at names and first lines only. */
  recognises(folder: SourceFolder): Promise<boolean>;
  /** @throws DatasetError on an empty file or too many bad rows */
  read(folder: SourceFolder): Promise<Reading>;
}

export interface Reading {
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`. */
  readonly movies: readonly DatasetMovie[];
  readonly files: readonly FileReport[];
}

/** What a data set says of movies, by their ids as its ratings have them. */
export interface DescribedMovies {
  readonly movies: ReadonlyMap<RowId, DatasetMovie>;
  readonly files: readonly FileReport[];
}
