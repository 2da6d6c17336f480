import type { MovieId } from "../catalog/movie.ts";
import type { Hours, Reading, Shareable } from "../intent/acts.ts";
import type { Command, ExportFormat } from "../intent/reading/command.ts";
import type { Verdict } from "../recommender/feedback.ts";
import type { Brought } from "./brought.ts";
import type { Card, Field } from "./card.ts";
import type { LastingEntry } from "./lasting-log.ts";
import type { Offers } from "./offers.ts";
import type { EventId, LogEntry, Suggestion } from "./person.ts";

/** What takes one touch on a suggestion: three verdicts, of which the last counts, and two that are none. */
export const GESTURES = ["like", "dislike", "skip", "later", "info"] as const;
export type Gesture = (typeof GESTURES)[number];
export const GESTURE_EMOJI: Readonly<Record<Gesture, string>> = {
  like: "👍",
  dislike: "👎",
  skip: "⏭️",
  later: "🔖",
  info: "ℹ️",
};

/** Of these the last one counts; the others stand beside them. */
export const isVerdict = (gesture: Gesture): gesture is Exclude<Gesture, "later" | "info"> =>
  gesture !== "later" && gesture !== "info";

/** What can be said of a suggestion. */
export type AnswerVerdict = Exclude<Verdict, "favourite">;

/** Where several people are together. */
export interface Place {
  /** In the adapter's own words: a server, a channel. */
  readonly id: string;
  /** The person has a say in how things are done there. */
  readonly managed: boolean;
}

/** What somebody presses of films on an evening of several. */
export interface SaidTogether {
  /** A film that they have seen; or one that they will not have tonight, which passes over it as anywhere. */
  readonly verdict: "seen" | "skip";
  /** Of which it holds by now. */
  readonly of: readonly MovieId[];
  /** Of which it was said, and holds no more. */
  readonly notOf: readonly MovieId[];
}

/** Something a person did. Time comes with it (milliseconds since 1970): the conversation reads no clock. */
export type Event = {
  readonly id: EventId;
  readonly atMs: number;
  readonly place?: Place;
  /** How things are done where it happened, which "help" tells first. */
  readonly usage?: readonly Field[];
  /** Where it is what time, as far as that is known: "Europe/Berlin". Default: UTC */
  readonly timeZone?: string;
  /** Whether the platform has it from the person; else it is of the machine that it came in on. Default: no */
  readonly isOwnZone?: boolean;
  /** Which films somebody who has named services can watch with them. Absent: they have not, or it is told nowhere. */
  readonly offers?: Offers;
  /** Whether anybody tells where films can be watched. Default: no */
  readonly knowsOffers?: boolean;
  /** Whether there is a web page that a link can open. Default: no */
  readonly hasPage?: boolean;
} & (
  | { readonly kind: "opened" }
  /** Words, as they were read in the context of the conversation. */
  | ({ readonly kind: "said" } & Reading)
  | { readonly kind: "commanded"; readonly command: Command }
  /** A reaction was put on it: it stands there, so the same again changes nothing. */
  | { readonly kind: "gestured"; readonly gesture: Gesture; readonly suggestion: Suggestion }
  /** A button was pressed: the same again takes it back. */
  | { readonly kind: "pressed"; readonly gesture: Gesture; readonly suggestion: Suggestion }
  /** A reaction was removed; `standing` are the others of that person that are still there, the oldest first. */
  | {
      readonly kind: "gestureTakenBack";
      readonly gesture: Gesture;
      readonly suggestion: Suggestion;
      readonly standing?: readonly Gesture[];
    }
  /** A verdict on a suggestion, from where there are more of them than gestures: the last one counts. */
  | { readonly kind: "answered"; readonly verdict: AnswerVerdict; readonly suggestion: Suggestion }
  /** All that an earlier event said is taken back, whatever else was said since. */
  | { readonly kind: "answerTakenBack"; readonly answer: EventId }
  | { readonly kind: "shared"; readonly suggestion: Suggestion }
  /** Pressed beside the conversation, on an evening of several: noted or taken back, and nothing is said of it. */
  | ({ readonly kind: "saidTogether" } & SaidTogether)
  /** An evening of several that they were in on came to this film. */
  | { readonly kind: "pickedTogether"; readonly movie: MovieId }
  /** They were to be asked whether they have seen it, as they meant to at that time. */
  | { readonly kind: "reminded"; readonly movie: MovieId; readonly meantMs: number }
  /** A file of what was watched and rated elsewhere; or a sentence why it cannot be used. */
  | { readonly kind: "brought"; readonly what: Brought | { readonly unusable: string } }
);

/** What is to be done about it: all of it is kept before anything is shown. */
export type Effect =
  | { readonly kind: "say"; readonly card: Card }
  /**
   * The card of a suggestion as it is now that it was answered, to be drawn where it stands; where it stands
   * nowhere that can be changed, `orSay` is said.
   */
  | { readonly kind: "redraw"; readonly card: Card; readonly orSay?: Card }
  | { readonly kind: "log"; readonly entry: LogEntry }
  | { readonly kind: "refusal"; readonly entry: LastingEntry }
  | { readonly kind: "suggest"; readonly suggestion: Suggestion }
  /** Nothing could be made of the words, and the person is told so. */
  | { readonly kind: "notUnderstood" }
  | { readonly kind: "setPrivate"; readonly private: boolean; readonly whose: "mine" | "place" }
  | { readonly kind: "setTeaching"; readonly teaches: boolean }
  | { readonly kind: "export"; readonly format?: ExportFormat }
  /** Shows a code by which the person is known elsewhere; with one, makes them who was shown it; undoes that. */
  | { readonly kind: "link"; readonly code?: string }
  | { readonly kind: "unlink" }
  /** Makes a link that shows others something of theirs; withdraws such links, as the act has it; tells which there are. */
  | { readonly kind: "sharePage"; readonly what: Shareable }
  | { readonly kind: "stopSharing"; readonly what?: Shareable; readonly id?: string }
  | { readonly kind: "tellShared" }
  /** They are to be asked about a film then, but not at quiet hours. */
  | {
      readonly kind: "remind";
      readonly movie: MovieId;
      /** Milliseconds since 1970. */
      readonly dueMs: number;
      readonly quiet: Hours;
      readonly timeZone: string;
    }
  | { readonly kind: "forget" };
