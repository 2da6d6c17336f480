import type { MovieId } from "../../../catalog/movie.ts";
import type { PersonAsked } from "./person-asked.ts";
import type { Topic } from "./topics.ts";

/** What somebody wants to know of a film. */
export interface FilmQuestion {
  /** Undefined where no film was named or lies on the table. */
  readonly movie?: MovieId;
  readonly isNamed: boolean;
  /** Whether it is about some film at all, and not about anything under the sun. */
  readonly isOfFilms: boolean;
  readonly person?: PersonAsked;
  readonly topic?: Topic;
  /** Whether it is for children, and how old the youngest of them is. */
  readonly suits?: { readonly age?: number };
  /** What is asked to be in it, in the words of the question. */
  readonly inIt?: string;
  /** Words that films are described by: "is it scary?" */
  readonly tags: readonly string[];
}
