/**
 * A data set in memory: one table of ratings in typed columns, and the movies they speak of.
 *
 * Users and movies are numbered from 0 in order of first appearance in the ratings file (movies nobody
 * rated follow); columns hold those numbers, so that 32 million ratings take 512 MB and no string each.
 */
export interface Ratings {
  /** [length] index into `userIds` */
  readonly users: Int32Array;
  /** [length] index into `movieIds` */
  readonly movies: Int32Array;
  /** [length] 0.5..5, whatever scale the file used */
  readonly stars: Float32Array;
  /** [length] seconds since 1970, or NO_TIMESTAMP */
  readonly atSeconds: Uint32Array;
  /** As written in the file. */
  readonly userIds: readonly string[];
  /** As written in the file. */
  readonly movieIds: readonly string[];
}

/** Marks a rating whose time the file does not give or gives wrongly. */
export const NO_TIMESTAMP = 0;

/** A movie as the data set describes it; row i belongs to `ratings.movieIds[i]`. */
export interface DatasetMovie {
  /** The data set's own id, as written in the file. */
  readonly id: string;
  /** Article in front, no year: "The Matrix". */
  readonly title: string;
  /** Other names of it, in no particular order. */
  readonly alternativeTitles: readonly string[];
  /** Of release; absent where the data set does not say. */
  readonly year?: number;
  /** As the data set spells them; empty where unknown. */
  readonly genres: readonly string[];
  /** As people wrote them; one that several gave comes as often. */
  readonly tags?: readonly string[];
  /** "tt0113277" */
  readonly imdbId?: string;
  readonly tmdbId?: number;
}

/** What a reader makes of a folder: ratings, and what is known of the movies. */
export interface Dataset {
  /** "ml-latest-small", or the folder's name. */
  readonly name: string;
  readonly ratings: Ratings;
  /** One per `ratings.movieIds`, same order. */
  readonly movies: readonly DatasetMovie[];
}
