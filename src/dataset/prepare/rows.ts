import type { Ratings } from "../dataset.ts";

/** How many ratings each user has. [users] */
export function countByUser(ratings: Ratings): Int32Array {
  return counts(ratings.users, ratings.userIds.length);
}

/** How many ratings each movie has. [movies] */
export function countByMovie(ratings: Ratings): Int32Array {
  return counts(ratings.movies, ratings.movieIds.length);
}

/** A table of these rows alone, in this order; users and movies keep their numbers. */
export function selectRows(ratings: Ratings, rows: Int32Array): Ratings {
  const length = rows.length;
  const users = new Int32Array(length);
  const movies = new Int32Array(length);
  const stars = new Float32Array(length);
  const atSeconds = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const row = rows[i]!;
    users[i] = ratings.users[row]!;
    movies[i] = ratings.movies[row]!;
    stars[i] = ratings.stars[row]!;
    atSeconds[i] = ratings.atSeconds[row]!;
  }
  return { users, movies, stars, atSeconds, userIds: ratings.userIds, movieIds: ratings.movieIds };
}

/** The rows a mask marks with 1, ascending. */
export function markedRows(mask: Uint8Array): Int32Array {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row]!;
  const rows = new Int32Array(count);
  let at = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) rows[at++] = row;
  return rows;
}

function counts(numbers: Int32Array, length: number): Int32Array {
  const result = new Int32Array(length);
  for (const number of numbers) result[number]!++;
  return result;
}
