/** Genres as MovieLens names them. */
export const GENRES = [
  "Action",
  "Adventure",
  "Animation",
  "Children",
  "Comedy",
  "Crime",
  "Documentary",
  "Drama",
  "Fantasy",
  "Film-Noir",
  "Horror",
  "Musical",
  "Mystery",
  "Romance",
  "Sci-Fi",
  "Thriller",
  "War",
  "Western",
] as const;
export type Genre = (typeof GENRES)[number];

/** The share of their genres that two films have in common, of all that either has, in [0, 1]. */
export function genresShared(some: readonly string[], others: readonly string[]): number {
  let both = 0;
  for (const one of some) if (others.includes(one)) both++;
  return both / Math.max(1, some.length + others.length - both);
}
