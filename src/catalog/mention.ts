/** A film that a text speaks of, and what mentions are told by. */
import type { NamedFilm } from "./film-names.ts";
import type { Movie } from "./movie.ts";
import { moviesIn, type TitleMatch, type TitleSource } from "./title-match.ts";

export interface Mention {
  /** Character offsets in the text, end exclusive; with the year behind the title. */
  readonly start: number;
  readonly end: number;
  /**
   * sure: the first of the movies is meant. likely: one of the movies, or the only one if the person says so. name only: a
   * film that cannot be suggested.
   */
  readonly sureness: "sure" | "likely" | "name only";
  /** Best first; of a film known by name only those of the same name. */
  readonly movies: readonly Movie[];
  /** Films known by name only that are meant or may be, best known first. */
  readonly named: readonly NamedFilm[];
}

export interface MentionSource extends TitleSource {
  /** Ratings of all films of whoever has this full or last name, as wordsOf gives it; 0 where nobody has. */
  fameOfPerson(words: readonly string[]): number;
  /** From which fame on a film is among those that everybody has heard of, and among those that many have. */
  readonly famous: number;
  readonly known: number;
}

export const filmsOf = (match: TitleMatch): readonly (Movie | NamedFilm)[] =>
  match.kind === "named" ? match.films : moviesIn(match);

export function mentionOf(match: TitleMatch, start: number, end: number, surely: boolean): Mention {
  const movies =
    match.kind === "named" || match.kind === "none"
      ? match.suggestions
      : [...moviesIn(match), ...(match.kind === "one" ? (match.others ?? []) : [])];
  const named = match.kind === "named" ? match.films : [];
  const sureness = match.kind === "named" ? "name only" : match.kind === "one" && surely ? "sure" : "likely";
  return { start, end, sureness, movies, named };
}
