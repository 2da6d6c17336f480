import type { Movie } from "./movie.ts";

type Known = Pick<Movie, "ratingCount" | "fame">;

/** How well a movie is known, in ratings: those that it has, or of a film too new for them those that such films have. */
export const fameOf = ({ ratingCount, fame = 0 }: Known): number => Math.max(ratingCount, fame);

/** Share of a catalogue that nearly everybody has heard of; of a small one so many are. */
const WELL_KNOWN_SHARE = 0.02;
const FEWEST_WELL_KNOWN = 50;

/** The fame from which on a movie is among those of a catalogue that nearly everybody has heard of. */
export function wellKnownFrom(movies: readonly Known[]): number {
  const fames = Float64Array.from(movies, fameOf).sort().reverse();
  const count = Math.max(FEWEST_WELL_KNOWN, Math.ceil(WELL_KNOWN_SHARE * fames.length));
  return fames[count - 1] ?? 0;
}

/** As many movies are known to everybody, and to whoever watches some. */
const FAMOUS = 3000;
const KNOWN = 8000;

/** The fame of the last of those movies that everybody has heard of, and of those that many have. */
export function leastFames(movies: readonly Known[]): { readonly famous: number; readonly known: number } {
  const fames = Float64Array.from(movies, fameOf).sort().reverse();
  return { famous: fames[FAMOUS] ?? 0, known: fames[KNOWN] ?? 0 };
}
