/** What somebody does by what they say: the one type that every reading comes to, and that the conversation obeys. */
import type { MovieId } from "../catalog/movie.ts";
import type { Command } from "./reading/command.ts";
import type { BotTopic } from "./reading/questions/about-bot.ts";
import type { FilmQuestion } from "./reading/questions/film-question.ts";
import type { Measure } from "./reading/questions/measures.ts";
import type { SmallTalk } from "./reading/small-talk.ts";
import type { MovieRequest } from "./request.ts";
import type { ObviousnessShift } from "./terms.ts";

/** What is said of the movie on the table that is no verdict on it. */
export type Remark =
  /** They take it, and cannot know yet how they like it. */
  | "willWatch"
  | "unseen"
  /** It may be praise or not, or be about another movie: to be asked about. */
  | "doubt"
  /** Of "the second one", and no list was shown. */
  | "noList"
  /** Of the one before, and none was shown. */
  | "noneBefore"
  /** "Yes", and nothing was asked. */
  | "yes"
  /** Something was said of some movie. */
  | "unclear";

/** Hours of the day in minutes since midnight, the first of them inclusive; over midnight where they begin later than they end. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** When something holds, where somebody is: at all times where nothing is named. */
export interface Times {
  /** Default: all day */
  readonly hours?: Hours;
  /** Of the week, ascending, Sunday being 0. Default: every day */
  readonly days?: readonly number[];
  /** At all other times. */
  readonly isOutside?: true;
}

/** What somebody can show others: what they keep for later, or what they love. */
export type Shareable = "list" | "taste";

export type Act =
  /** What a button or a platform's own command does as well. "answer" judges the movie on the table, "mark" a named one. */
  | Command
  /** Answers what was asked: by yes, by no or none of these, or by the movie or the person that is meant. */
  | { readonly kind: "answered"; readonly answer: "yes" | "no" }
  | { readonly kind: "picked"; readonly movie: MovieId }
  | { readonly kind: "pickedPerson"; readonly name: string }
  /** `likeThis`: like the movie on the table, besides; `isOfList`: from what they keep for later; `isUnheard`: something was said that films cannot be found by, and nothing else. */
  | {
      readonly kind: "ask";
      readonly request: MovieRequest;
      readonly likeThis?: boolean;
      readonly isOfList?: boolean;
      readonly isUnheard?: boolean;
    }
  /** What was just said of a film was meant of this one, by title or id. */
  | { readonly kind: "correct"; readonly title: string }
  /** What the request names is never to be shown again; or at these times. */
  | { readonly kind: "refuse"; readonly request: MovieRequest; readonly times?: Times }
  /** Nothing but what one of the requests names is to be shown from now on; or at these times. */
  | { readonly kind: "insist"; readonly requests: readonly MovieRequest[]; readonly times?: Times }
  /** What somebody wanted for good, or never, holds no longer: all that goes by the words, or is of what the request names; of these times alone, where they are named. */
  | {
      readonly kind: "allow";
      readonly said: string;
      readonly request?: MovieRequest;
      readonly times?: Times;
    }
  /** Shows others something of theirs: as a picture, or by a link that can be withdrawn. */
  | { readonly kind: "shareOwn"; readonly what: Shareable; readonly by?: "link" }
  /** Links open nothing any more: all to this, the one of this id, or all there are. */
  | { readonly kind: "stopSharing"; readonly what?: Shareable; readonly id?: string }
  /** What they show others by links. */
  | { readonly kind: "tellShared" }
  /** They want to be asked tomorrow whether they have seen a film, by title; without one, that on the table. */
  | { readonly kind: "remind"; readonly title?: string }
  /** What holds from now on. */
  | {
      readonly kind: "settle";
      /** Whether films with subtitles will do. */
      readonly subtitles?: "fine" | "never";
      /** Where it is what time. */
      readonly timeZone?: string;
      /** Where they can watch films, as they call it. */
      readonly services?: readonly string[];
      /** Whether they want to be asked afterwards how a film was that they meant to watch. */
      readonly reminds?: boolean;
      /** When they are not to be asked. */
      readonly quiet?: Hours;
      /** A time zone that nobody knows by that name. */
      readonly unknownZone?: string;
    }
  /** Films they love, which steer what comes next. */
  | { readonly kind: "love"; readonly titles: readonly string[] }
  /** How obvious films are to be from now on, whatever is asked for. */
  | { readonly kind: "keepObviousness"; readonly shift: ObviousnessShift }
  /** Some want what others do not. */
  | { readonly kind: "torn"; readonly what: string }
  /** A film, and nothing of it: by title. */
  | { readonly kind: "name"; readonly title: string }
  | { readonly kind: "question"; readonly question: FilmQuestion }
  /** How films stand side by side; `isPicked`: the one that comes out ahead is wanted. */
  | {
      readonly kind: "compare";
      readonly movies: readonly MovieId[];
      readonly by: Measure;
      readonly isPicked?: boolean;
    }
  /** The list shown last, in another order, or with one film less or another for it. */
  | {
      readonly kind: "relist";
      readonly without?: MovieId;
      readonly isSwapped?: boolean;
      readonly by?: Measure;
    }
  /** The film at one end of what is known. */
  | { readonly kind: "extreme"; readonly by: Measure }
  /** What they have asked for so far. */
  | { readonly kind: "askedFor" }
  /** `movie`: which was spoken of. */
  | { readonly kind: "aboutBot"; readonly what: BotTopic; readonly movie?: MovieId }
  | { readonly kind: "remark"; readonly remark: Remark }
  | { readonly kind: "talk"; readonly sort: SmallTalk }
  /** Writes in a script that nobody here reads: its English name, "" for one without. */
  | { readonly kind: "strangeScript"; readonly script: string }
  /** Would have the machine do what it must not. */
  | { readonly kind: "unsafe" }
  /** Somebody speaks of harming themselves. */
  | { readonly kind: "despair" };

/** A whole message. */
export interface Reading {
  /** In the order in which they are said. */
  readonly acts: readonly Act[];
  /** Of something else than the movie on the table: a later "it" may mean that. */
  readonly speaksOfOthers: boolean;
  /** Whether it was too long for all of it to be read. */
  readonly isCut: boolean;
  /** What somebody is after was read by a language model. Absent: by rules. */
  readonly by?: "model";
}
