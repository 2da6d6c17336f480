/** What a title is looked up in, and what is found. */
import type { FilmNames, NamedFilm } from "./film-names.ts";
import type { SeriesIndex } from "./film-series.ts";
import type { Movie } from "./movie.ts";
import type { OverlapIndex } from "./overlap.ts";
import type { TitleIndex } from "./title-index.ts";

/** Whom a text names. Not knowing is an answer, not an error. */
export type TitleMatch =
  /**
   * `loosely`: by some words that it shares with the text, and not by a name of its own, misspelt or not.
   * `others`: films of the same name that are hardly known beside it, the best known first.
   */
  | {
      readonly kind: "one";
      readonly movie: Movie;
      readonly loosely?: true;
      readonly others?: readonly Movie[];
    }
  /** From one to five, best first. A single one is a doubtful match, to be confirmed. */
  | { readonly kind: "several"; readonly movies: readonly Movie[] }
  /** A film that is known by name only; `films` are those of that name, best known first, `suggestions` as below. */
  | { readonly kind: "named"; readonly films: readonly NamedFilm[]; readonly suggestions: readonly Movie[] }
  /**
   * The suggestions, at most five, share something with the text but not enough to be meant by it. `unknownPart`: what is
   * named would be a later part or another version of them: "Gladiator 9".
   */
  | { readonly kind: "none"; readonly suggestions: readonly Movie[]; readonly unknownPart?: true };

export interface TitleSource {
  readonly movies: readonly Movie[];
  readonly titles: TitleIndex;
  readonly overlap: OverlapIndex;
  readonly names: FilmNames;
  /** Those that are known of, whatever their films are called. */
  readonly series: SeriesIndex;
}

/** Of several movies that fit a text. */
export const MOST_OFFERED = 5;

export function moviesIn(match: TitleMatch): readonly Movie[] {
  if (match.kind === "one") return [match.movie];
  return match.kind === "several" ? match.movies : [];
}
