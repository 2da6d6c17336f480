import { type Dataset, NO_TIMESTAMP, type Ratings } from "../dataset.ts";
import { countByMovie, countByUser, markedRows, selectRows } from "./rows.ts";

export interface FilterOptions {
  /** Default 20. */
  readonly minRatingsPerUser?: number;
  /** Default 50. */
  readonly minRatingsPerMovie?: number;
  /** Drop ratings whose time is missing or invalid. Default true; switch off for data without times. */
  readonly requireTimestamps?: boolean;
}

export interface TableSize {
  /** Who rated at least one. */
  readonly users: number;
  /** Rated by at least one. */
  readonly movies: number;
  readonly ratings: number;
}

export interface FilterReport {
  readonly before: TableSize;
  readonly after: TableSize;
  readonly droppedWithoutTimestamp: number;
  /** Passes until nothing more fell; 0 when nothing fell at all. */
  readonly rounds: number;
}

/**
 * Leaves out users and movies with too few ratings, again and again until all that stay have enough (the
 * result does not depend on the order of dropping: it is the largest such part, a bipartite core).
 * Users and movies that fell are gone from the numbering.
 */
export function filterDataset(
  dataset: Dataset,
  options: FilterOptions = {},
): { dataset: Dataset; report: FilterReport } {
  const { minRatingsPerUser = 20, minRatingsPerMovie = 50, requireTimestamps = true } = options;
  const { ratings } = dataset;
  const before = sizeOf(ratings);

  const kept = new Uint8Array(ratings.stars.length).fill(1);
  let droppedWithoutTimestamp = 0;
  const userCounts = countByUser(ratings);
  const movieCounts = countByMovie(ratings);
  const drop = (row: number) => {
    kept[row] = 0;
    userCounts[ratings.users[row]!]!--;
    movieCounts[ratings.movies[row]!]!--;
  };

  if (requireTimestamps) {
    for (let row = 0; row < kept.length; row++) {
      if (ratings.atSeconds[row] !== NO_TIMESTAMP) continue;
      drop(row);
      droppedWithoutTimestamp++;
    }
  }
  let rounds = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let row = 0; row < kept.length; row++) {
      if (kept[row] === 0) continue;
      const tooFew =
        userCounts[ratings.users[row]!]! < minRatingsPerUser ||
        movieCounts[ratings.movies[row]!]! < minRatingsPerMovie;
      if (!tooFew) continue;
      drop(row);
      changed = true;
    }
    if (changed) rounds++;
  }

  const filtered = compact(dataset, selectRows(ratings, markedRows(kept)));
  return {
    dataset: filtered,
    report: { before, after: sizeOf(filtered.ratings), droppedWithoutTimestamp, rounds },
  };
}

/** Renumbers the users and movies of these ratings without gaps, in their old order. */
function compact(dataset: Dataset, ratings: Ratings): Dataset {
  const users = renumber(ratings.users, countByUser(ratings));
  const movies = renumber(ratings.movies, countByMovie(ratings));
  return {
    name: dataset.name,
    ratings: {
      ...ratings,
      users: users.column,
      movies: movies.column,
      userIds: Array.from(users.kept, (user) => ratings.userIds[user]!),
      movieIds: Array.from(movies.kept, (movie) => ratings.movieIds[movie]!),
    },
    movies: Array.from(movies.kept, (movie) => dataset.movies[movie]!),
  };
}

function renumber(column: Int32Array, counts: Int32Array): { column: Int32Array; kept: Int32Array } {
  const kept = markedRows(Uint8Array.from(counts, (count) => (count > 0 ? 1 : 0)));
  const numbers = new Int32Array(counts.length);
  for (const [number, old] of kept.entries()) numbers[old] = number;
  return { column: column.map((old) => numbers[old]!), kept };
}

function sizeOf(ratings: Ratings): TableSize {
  const present = (counts: Int32Array) => counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  return {
    users: present(countByUser(ratings)),
    movies: present(countByMovie(ratings)),
    ratings: ratings.stars.length,
  };
}
