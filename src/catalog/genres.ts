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

/** Films of two genres that go by a name of their own: whoever wants none of them still watches either. */
export const MIXED_GENRES: Readonly<Record<string, readonly [Genre, Genre]>> = {
  "romantic comedy": ["Comedy", "Romance"],
  "romantic drama": ["Drama", "Romance"],
  "horror comedy": ["Comedy", "Horror"],
  "action comedy": ["Action", "Comedy"],
  "musical comedy": ["Comedy", "Musical"],
};

/** What films of just these genres are called; undefined where they have no name. */
export function mixedGenreOf(genres: readonly string[]): string | undefined {
  const isAll = ([, pair]: readonly [string, readonly string[]]): boolean =>
    genres.length === pair.length && pair.every((genre) => genres.includes(genre));
  return Object.entries(MIXED_GENRES).find(isAll)?.[0];
}
