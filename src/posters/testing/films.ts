import type { PosterFilm } from "../film.ts";

/** A film that says little of itself. */
export const aFilm = (more: Partial<PosterFilm> = {}): PosterFilm => ({
  id: "tt0000001",
  title: "The Long Way Home",
  year: 1994,
  genres: ["Drama"],
  tags: [],
  countries: ["France"],
  directors: ["Ada Example"],
  cast: ["Bo Example", "Cy Example"],
  line: "",
  ...more,
});

const KINDS: readonly Partial<PosterFilm>[] = [
  { genres: ["Western"], tags: ["revenge", "desert"], year: 1966 },
  { genres: ["Horror"], tags: ["haunted house", "scary"], year: 1982 },
  { genres: ["Comedy", "Romance"], tags: ["wedding", "romcom"], year: 1999 },
  { genres: ["Sci-Fi"], tags: ["outer space", "aliens"], year: 2014 },
  { genres: ["Film-Noir"], tags: ["detective"], year: 1946 },
  { genres: ["Children", "Animation"], tags: ["talking animals", "kids"], year: 2003 },
  { genres: ["War"], tags: ["world war ii"], year: 1970 },
  { genres: ["Documentary"], tags: ["music"], year: 2022 },
  { genres: ["Action", "Thriller"], tags: ["assassin", "neon"], year: 1988 },
  { genres: ["Drama", "Musical"], tags: ["stage", "female lead"], year: 1936 },
  { genres: ["Adventure", "Fantasy"], tags: ["quest", "dragons"], year: 2001 },
  { genres: [], tags: [], year: 1925 },
];

/** Films of every tone and most decades. */
export const MANY_KINDS: readonly PosterFilm[] = KINDS.map((kind, at) => aFilm({ id: `tt${at}`, ...kind }));
