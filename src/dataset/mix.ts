/** Two data sets as one: people stay apart, films are matched by their IMDb ids. */
import type { Movie } from "../catalog/movie.ts";
import { type Dataset, type DatasetMovie, NO_TIMESTAMP, type Ratings } from "./dataset.ts";

export const NO_DATASET: Dataset = {
  name: "own",
  ratings: {
    users: new Int32Array(),
    movies: new Int32Array(),
    stars: new Float32Array(),
    atSeconds: new Uint32Array(),
    userIds: [],
    movieIds: [],
  },
  movies: [],
};

/** Films as a model has them, by their ids. */
export function describedBy(movies: readonly Movie[]): (id: string) => DatasetMovie | undefined {
  const byId = new Map(movies.map((movie) => [movie.id, movie]));
  return (id) => {
    const movie = byId.get(id);
    if (!movie) return undefined;
    const { ratingCount: _, meanStars: __, fame: ___, ...described } = movie;
    return described;
  };
}

/** Somebody's rating of a film, which is named by its IMDb id or an id of its own. */
export interface NamedRating {
  readonly user: string;
  readonly movie: string;
  readonly stars: number;
  readonly atSeconds: number;
}

/**
 * The data set with further people's ratings behind its own. A film that it has is its film; others come after its films, as
 * `describe` tells of them.
 *
 * @param further of each user each film once; users named otherwise than those of the data set
 * @param describe a film by its id; ratings of one that it does not know are left out
 */
export function mixed(
  base: Dataset,
  further: readonly NamedRating[],
  describe: (id: string) => DatasetMovie | undefined,
): Dataset {
  const movies = [...base.movies];
  const rowOf = new Map(
    movies.flatMap(({ id, imdbId }, row) => (imdbId ? [[imdbId, row] as const] : [[id, row] as const])),
  );
  const rowFor = (id: string): number | undefined => {
    const known = rowOf.get(id);
    if (known !== undefined) return known;
    const movie = describe(id);
    if (!movie) return undefined;
    rowOf.set(id, movies.push(movie) - 1);
    return movies.length - 1;
  };
  const users = new Map<string, number>();
  const { ratings } = base;
  const numberOf = (user: string): number => {
    const number = users.get(user) ?? ratings.userIds.length + users.size;
    users.set(user, number);
    return number;
  };
  const rows = further.flatMap(({ user, movie, stars, atSeconds }) => {
    const row = rowFor(movie);
    return row === undefined ? [] : [{ user: numberOf(user), row, stars, atSeconds }];
  });
  const joined = <A extends Int32Array | Float32Array | Uint32Array>(
    own: A,
    values: readonly number[],
  ): A => {
    const column = new (own.constructor as new (length: number) => A)(own.length + values.length);
    column.set(own);
    column.set(values, own.length);
    return column;
  };
  const mixedRatings: Ratings = {
    users: joined(
      ratings.users,
      rows.map(({ user }) => user),
    ),
    movies: joined(
      ratings.movies,
      rows.map(({ row }) => row),
    ),
    stars: joined(
      ratings.stars,
      rows.map(({ stars }) => stars),
    ),
    atSeconds: joined(
      ratings.atSeconds,
      rows.map(({ atSeconds }) => atSeconds || NO_TIMESTAMP),
    ),
    userIds: [...ratings.userIds, ...users.keys()],
    movieIds: movies.map(({ id }) => id),
  };
  return { name: base.name, ratings: mixedRatings, movies };
}
