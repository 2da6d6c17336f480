import type { Movie } from "../catalog/movie.ts";

/**
 * Soft genre profile: how much a person leans to each genre, in [0, 1]. The genre most often found among the
 * movies they like weighs 1, the others in proportion to it. Empty for somebody who has liked nothing.
 */
export type GenreProfile = ReadonlyMap<string, number>;

export function genreProfile(liked: readonly Movie[]): GenreProfile {
  const counts = new Map<string, number>();
  for (const { genres } of liked) for (const genre of genres) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const heaviestFirst = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Map(heaviestFirst.map(([genre, count]) => [genre, count / most]));
}

/**
 * How well a movie's genres fit a profile, in [0, 1]: the mean weight of its genres. 1 for every movie while
 * the profile is empty, since nothing is known against any. The genre distance is 1 - affinity.
 */
export function genreAffinity(profile: GenreProfile, genres: readonly string[]): number {
  if (profile.size === 0) return 1;
  let sum = 0;
  for (const genre of genres) sum += profile.get(genre) ?? 0;
  return genres.length === 0 ? 0 : sum / genres.length;
}
