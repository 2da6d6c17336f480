import type { Dataset, DatasetMovie, Ratings } from "../dataset.ts";

/** A rating table written out in a test: [user, movie, stars, seconds] a row, users and movies by number. */
export function ratingTable(rows: readonly (readonly [number, number, number, number?])[]): Ratings {
  const ids = (numbers: readonly number[]) =>
    Array.from({ length: Math.max(-1, ...numbers) + 1 }, (_, number) => String(number));
  return {
    users: Int32Array.from(rows, ([user]) => user),
    movies: Int32Array.from(rows, ([, movie]) => movie),
    stars: Float32Array.from(rows, ([, , stars]) => stars),
    atSeconds: Uint32Array.from(rows, ([, , , atSeconds = 0]) => atSeconds),
    userIds: ids(rows.map(([user]) => user)),
    movieIds: ids(rows.map(([, movie]) => movie)),
  };
}

/** A data set around a table, its movies named after their numbers. */
export function datasetOf(ratings: Ratings): Dataset {
  const movies = ratings.movieIds.map(
    (id): DatasetMovie => ({ id, title: `Movie ${id}`, alternativeTitles: [], genres: [] }),
  );
  return { name: "table", ratings, movies };
}
