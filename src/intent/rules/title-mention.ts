/** A film or a series that a text names, and what it is named for. */
import type { TitleVerdict } from "../understood.ts";
import type { Span } from "./spans.ts";

/** "mentioned": nothing is said of it. "known": it was seen, and no more is said of it. */
export type TitleRole = "like" | "loved" | "refused" | "known" | "mentioned";

export interface TitleMention extends Span {
  /** As the catalogue spells it, with the year where the title alone may be another film's. */
  readonly titles: readonly string[];
  readonly role: TitleRole;
  /** A series as a whole: "the Bourne movies". */
  readonly series?: SeriesMention;
  /** Of whoever speaks, and of films that are meant for sure. */
  readonly verdict?: TitleVerdict;
  /** Words besides in which something is said of it: "and he was glued to the screen". */
  readonly told?: readonly Span[];
}

export interface SeriesMention {
  /** As the catalogue gives it: "Rocky films". */
  readonly name: string;
  /** How many it has. */
  readonly films: number;
  /** Whether each of them is spoken of: "all the Rockys". */
  readonly isAll: boolean;
}
