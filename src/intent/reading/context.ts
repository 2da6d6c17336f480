/** What a message is read in the light of. */
import type { Movie } from "../../catalog/movie.ts";
import type { FilmQuestion } from "./questions/film-question.ts";

/** What was asked last, and is open. */
export type OpenQuestion =
  /** Whether everything is to be forgotten. */
  | { readonly kind: "forget" }
  /** Whether what was brought along from elsewhere is to be noted. */
  | { readonly kind: "takeIn" }
  /** Which of these is meant, or whether the only one is. `isList`: they are suggested side by side, and none need be. */
  | { readonly kind: "which"; readonly movies: readonly Movie[]; readonly isList: boolean }
  /** Which of these people is meant. */
  | { readonly kind: "who"; readonly names: readonly string[] }
  /** Whether films are favourites. `aside`: a movie lies on the table as well, and "y" is of that. */
  | { readonly kind: "favourites"; readonly aside: boolean };

export interface Context {
  /** Whether nothing was said yet, favourites are asked for, or movies are being suggested. */
  readonly phase: "new" | "favourites" | "suggesting";
  /** The movie on the table. */
  readonly table?: Movie | undefined;
  /** The movies of this sitting, the latest first. */
  readonly shown: () => readonly Movie[];
  /** The movies of the list shown last, in its order, while it is spoken of. */
  readonly listed: readonly Movie[];
  /** What "it" means in a question. */
  readonly spokenOf?: Movie | undefined;
  /** The film that was named last, by the person. */
  readonly named?: Movie | undefined;
  /** Of which a verdict was noted just now. */
  readonly noted?: Movie | undefined;
  /** What was just asked of a film: "and Paddington?" asks it again. */
  readonly asked?: Pick<FilmQuestion, "topic" | "suits" | "tags" | "inIt"> | undefined;
  /** Whose films were told or asked for just before: "she". */
  readonly person?: string | undefined;
  readonly question?: OpenQuestion | undefined;
  /** Whether something is asked for, which a message may add to. */
  readonly isAsked?: boolean;
  /** Whether it was asked how the one on the table was. */
  readonly isWeighed: boolean;
  /** Whether something besides the one on the table was spoken of last. */
  readonly isElsewhere: boolean;
}
