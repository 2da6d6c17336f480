import type { Model } from "../artifacts/model.ts";
import type { Movie } from "../catalog/movie.ts";
import { perModel } from "./per-model.ts";

/**
 * Soft genre profile: how much a person leans to each genre, in [0, 1]. The genre most often found among the
 * movies they like weighs 1, the others in proportion to it. Empty for somebody who has liked nothing.
 */
export type GenreProfile = ReadonlyMap<string, number>;

export function genreProfile(liked: readonly Movie[]): GenreProfile {
  return genreProfiler(liked)(liked.keys());
}

/** Profiles of who likes the movies in some of these rows: the genres are looked up once, for the profiles are many. */
export function genreProfiler(movies: readonly Movie[]): (liked: Iterable<number>) => GenreProfile {
  const names = [...new Set(movies.flatMap(({ genres }) => genres))];
  const places = new Map(names.map((genre, place) => [genre, place]));
  const starts = new Uint32Array(movies.length + 1);
  for (const [row, { genres }] of movies.entries()) starts[row + 1] = starts[row]! + genres.length;
  /** The genres of all movies, one after the other: a list of its own for each would take five times as much. */
  const listed = Uint16Array.from(
    movies.flatMap(({ genres }) => genres),
    (genre) => places.get(genre)!,
  );
  return (liked) => {
    const counts = new Float64Array(names.length);
    for (const row of liked)
      for (let at = starts[row]!; at < starts[row + 1]!; at++) counts[listed[at]!]! += 1;
    const most = Math.max(...counts);
    return new Map(
      [...counts.entries()]
        .filter(([, count]) => count > 0)
        .map(([genre, count]) => [names[genre]!, count / most] as const)
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    );
  };
}

/** The distinct sets of genres, and by row which of them a movie has. */
const genreSets = perModel(({ movies }: Model) => {
  const placeOf = new Map<string, number>();
  const sets: (readonly string[])[] = [];
  const of = Uint32Array.from(movies, ({ genres }) => {
    const key = genres.join("|");
    const place = placeOf.get(key) ?? sets.push(genres) - 1;
    placeOf.set(key, place);
    return place;
  });
  return { sets, of };
});

/** By row whether a movie has a genre. */
export function hasGenre(model: Model, genre: string): (row: number) => boolean {
  const { sets, of } = genreSets(model);
  const has = sets.map((genres) => genres.includes(genre));
  return (row) => has[of[row]!]!;
}

/** Jaccard similarity of the genres of the movies in two rows: the share of their genres that both have. 0 where neither has any. */
export function likenessOfGenres(model: Model, row: number, other: number): number {
  const { sets, of } = genreSets(model);
  const own = sets[of[row]!]!;
  const others = sets[of[other]!]!;
  const both = own.filter((genre) => others.includes(genre)).length;
  return both === 0 ? 0 : both / (own.length + others.length - both);
}

/**
 * How well movies' genres fit a profile, in [0, 1]: the mean weight of the genres. 1 for every movie while the profile is
 * empty, since nothing is known against any. The genre distance is 1 - affinity.
 *
 * By set of genres, with which set a movie has by row: worked out once for all that have the same genres, and once for a
 * profile.
 */
export function genreAffinities(
  model: Model,
  profile: GenreProfile,
): { readonly fits: Float64Array; readonly setOf: Uint32Array } {
  return { fits: affinitiesOf(model)(profile), setOf: genreSets(model).of };
}

const affinitiesOf = perModel((model: Model) => {
  const { sets } = genreSets(model);
  const names = [...new Set(sets.flat())];
  const places = sets.map((genres) => genres.map((genre) => names.indexOf(genre)));
  return perModel((profile: GenreProfile) => {
    if (profile.size === 0) return new Float64Array(sets.length).fill(1);
    const weights = Float64Array.from(names, (genre) => profile.get(genre) ?? 0);
    return Float64Array.from(places, (genres) => meanOf(weights, genres));
  });
});

function meanOf(weights: Float64Array, places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += weights[place]!;
  return places.length === 0 ? 0 : sum / places.length;
}
