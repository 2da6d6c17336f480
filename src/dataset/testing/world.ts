import { createRandom } from "../../numerics/random.ts";
import type { Dataset, DatasetMovie } from "../dataset.ts";

export interface WorldOptions {
  readonly users: number;
  readonly movies: number;
  /** Groups of taste; user u and movie m of one group suit each other. */
  readonly groups: number;
  readonly ratingsPerUser: number;
  readonly seed: number;
  /** Share of a user's ratings that go to movies of the own group; the rest go anywhere. Default 0.6. */
  readonly loyalty?: number;
}

/** A data set whose tastes are known, so that a test knows what a good recommender must answer. */
export interface World {
  readonly dataset: Dataset;
  /** [users] the group of `ratings.userIds[u]` */
  readonly groupOfUser: Int32Array;
  /** [movies] the group of `ratings.movieIds[m]` */
  readonly groupOfMovie: Int32Array;
}

/** Also the group's genre; a group past the end of the list starts over. */
const GENRES = ["Comedy", "Horror", "Romance", "Western", "Documentary", "Sci-Fi", "War", "Musical"];
const FIRST_SECOND = 946_684_800; // 2000-01-01
const MEAN_SECONDS_BETWEEN_RATINGS = 86_400;
const OWN_GROUP = { meanStars: 4.25, deviation: 0.6 };
const OTHER_GROUP = { meanStars: 2.25, deviation: 0.7 };

/**
 * Generates users who rate movies of their own group around 4.25 stars and the others around 2.25, popular
 * movies more often than the rest (the k-th movie of a group by 1 / (k + 5)), each movie at most once.
 *
 * Users and movies are numbered as a reader numbers them, by first appearance; users' timestamps ascend.
 * Every movie has a distinct title, a year, the group's genre, an IMDb and a TMDB id.
 */
export function generateWorld(options: WorldOptions): World {
  const { users, movies, groups, ratingsPerUser, seed, loyalty = 0.6 } = options;
  if (ratingsPerUser > movies) {
    throw new RangeError(`${ratingsPerUser} ratings per user of ${movies} movies: expected at most one each`);
  }
  const random = createRandom(seed);
  const cumulative = cumulativePopularity(Math.ceil(movies / groups));

  const length = users * ratingsPerUser;
  const ratings = {
    users: new Int32Array(length),
    movies: new Int32Array(length),
    stars: new Float32Array(length),
    atSeconds: new Uint32Array(length),
  };
  const numbering = new Map<number, number>(); // movie as generated -> movie by first appearance
  const numberOf = (movie: number) => {
    const number = numbering.get(movie) ?? numbering.size;
    numbering.set(movie, number);
    return number;
  };

  let row = 0;
  for (let user = 0; user < users; user++) {
    const ownGroup = user % groups;
    const rated = new Set<number>();
    let atSeconds = FIRST_SECOND + random.int(5 * 365 * 86_400);
    while (rated.size < ratingsPerUser) {
      const group = random.uniform() < loyalty ? ownGroup : random.int(groups);
      let movie = group + groups * drawFrom(cumulative, random.uniform());
      if (rated.has(movie)) movie = random.int(movies); // keeps going when a group's hits are used up
      if (movie >= movies || rated.has(movie)) continue;
      rated.add(movie);
      const { meanStars, deviation } = movie % groups === ownGroup ? OWN_GROUP : OTHER_GROUP;
      atSeconds += 1 + random.int(2 * MEAN_SECONDS_BETWEEN_RATINGS);
      ratings.users[row] = user;
      ratings.movies[row] = numberOf(movie);
      ratings.stars[row] = toHalfStars(meanStars + deviation * random.normal());
      ratings.atSeconds[row] = atSeconds;
      row++;
    }
  }
  for (let movie = 0; movie < movies; movie++) numberOf(movie);

  const described = [...numbering.keys()].map((movie) => describeMovie(movie, movie % groups));
  return {
    dataset: {
      name: `world-${seed}`,
      ratings: {
        ...ratings,
        userIds: Array.from({ length: users }, (_, user) => String(user + 1)),
        movieIds: described.map(({ id }) => id),
      },
      movies: described,
    },
    groupOfUser: Int32Array.from({ length: users }, (_, user) => user % groups),
    groupOfMovie: Int32Array.from(numbering.keys(), (movie) => movie % groups),
  };
}

function describeMovie(movie: number, group: number): DatasetMovie {
  const genre = GENRES[group % GENRES.length]!;
  return {
    id: String(3 * movie + 1), // gaps, so that no id passes for an index
    title: `The ${genre} No. ${movie + 1}`,
    alternativeTitles: [`${genre} nº ${movie + 1}`],
    year: 1950 + (movie % 70),
    genres: [genre],
    imdbId: `tt${String(100_000 + movie).padStart(7, "0")}`,
    tmdbId: 5_000 + movie,
  };
}

/** [count] cumulative shares of 1 / (k + 5) */
function cumulativePopularity(count: number): Float64Array {
  const cumulative = new Float64Array(count);
  let sum = 0;
  for (let k = 0; k < count; k++) {
    sum += 1 / (k + 5);
    cumulative[k] = sum;
  }
  return cumulative.map((value) => value / sum);
}

function drawFrom(cumulative: Float64Array, uniform: number): number {
  const index = cumulative.findIndex((share) => uniform < share);
  return index === -1 ? cumulative.length - 1 : index;
}

function toHalfStars(stars: number): number {
  return Math.min(5, Math.max(0.5, Math.round(stars * 2) / 2));
}
