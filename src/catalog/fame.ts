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
