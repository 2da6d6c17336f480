import type { MovieId } from "../catalog/movie.ts";
import type { Card, Field } from "../conversation/card.ts";
import type { AnswerVerdict, Gesture, Place, SaidTogether } from "../conversation/event.ts";
import type { EventId, SuggestionId } from "../conversation/person.ts";
import type { History } from "../history/row.ts";
import type { Command } from "../intent/reading/command.ts";
import type { ConversationId, DeliveryId, MessageId, UserKey } from "../store/store.ts";
import type { EveningId } from "../together/evening.ts";

/** Something a person did on a platform. */
export interface Incoming {
  readonly user: UserKey;
  readonly conversation: ConversationId;
  /** How the others there know the person, where the platform tells. */
  readonly name?: string;
  /** The platform's own id of it, so that the same thing delivered twice has effect once. */
  readonly event: EventId;
  readonly atMs: number;
  readonly did: Did;
  /** Where several people are together; absent where the person is alone with the bot. */
  readonly place?: Place;
  /**
   * Asked for an answer that nobody else sees, or did this where nobody else is; false where one for all to
   * see was asked for. Absent: as the person or the place prefers.
   */
  readonly private?: boolean;
}

export type { MessageId } from "../store/store.ts";

/** What a gesture was made on: a reaction knows only the message, a button also the suggestion it belongs to. */
export type On =
  | { readonly suggestion: SuggestionId; readonly message?: MessageId }
  | { readonly message: MessageId };

export type Did =
  /** Came in, without a word: the terminal was started, a chat was opened. */
  | { readonly kind: "opened" }
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "commanded"; readonly command: Command }
  /** Put a reaction on a message, or pressed a button of it. */
  | { readonly kind: "gestured"; readonly gesture: Gesture; readonly on: On }
  | { readonly kind: "pressed"; readonly gesture: Gesture; readonly on: On }
  | { readonly kind: "gestureTakenBack"; readonly gesture: Gesture; readonly on: On }
  | { readonly kind: "answered"; readonly verdict: AnswerVerdict; readonly on: On }
  /** Takes back what was said of movies by an earlier event. */
  | { readonly kind: "answerTakenBack"; readonly answer: EventId }
  /** Wants others to see a suggestion that was made in private. */
  | { readonly kind: "shared"; readonly on: On }
  /** Pressed on an evening of several that they have seen a film, or will not have it. */
  | ({ readonly kind: "saidTogether" } & SaidTogether)
  /** An evening of several that they were in on came to this film. */
  | { readonly kind: "pickedTogether"; readonly movie: MovieId }
  /** It is time to ask whether they have seen a film that they meant to watch. */
  | { readonly kind: "reminded"; readonly movie: MovieId; readonly meantMs: number }
  /** Sent a file of what they watched and rated elsewhere: what it says, or why it cannot be used. */
  | { readonly kind: "brought"; readonly history: History | { readonly unusable: string } };

/** What a platform can do. The host and the contract suite ask; nothing is tried that is not declared. */
export interface Capabilities {
  /** People can put 👍 on a message, and take it back. */
  readonly reactions: boolean;
  readonly buttons: boolean;
  /** A message can be changed after it was sent. */
  readonly edits: boolean;
  readonly images: boolean;
  /** A message can be shown to one person of several. */
  readonly ephemeral: boolean;
  /** People can be written to while they are away. Otherwise what waits for them is shown when they come. */
  readonly reachesAway: boolean;
  /** Each process is a window of its own, which a person may open twice: what was shown in the other is not on its screen. */
  readonly windows: boolean;
  /** Every conversation is one person's, and nobody else's to see: what several do together they come to by its id. */
  readonly apart?: boolean;
}

/** Where a card goes: into a conversation, and where the platform ties replies to what they answer, to that event. */
export interface Destination {
  readonly conversation: ConversationId;
  readonly inReplyTo: EventId;
  /** When that happened, in milliseconds since 1970: nothing that answers it is older. */
  readonly atMs: number;
  /** Whose event is answered. */
  readonly user: UserKey;
  /** For the eyes of that person only, whatever the card says of itself. */
  readonly private?: boolean;
  /** Names what is shown, the same on every try; letters, digits, "-" and "_", at most 24. */
  readonly delivery: DeliveryId;
  /**
   * It was tried before, perhaps by a process that is gone, and nobody knows whether the platform took it: where the
   * platform can tell, it is looked for before it is shown again.
   */
  readonly again?: boolean;
}

/** What became of a card. */
export type Sent =
  /** The platform has it; with the message that carries it where it can be named later. */
  | { readonly kind: "shown"; readonly message?: MessageId }
  /** There is no way, and will be none: refused for good, or an aside that could not be whispered. */
  | { readonly kind: "refused" };

/** A message that carries a suggestion, and whom that was made to. */
export interface Suggested {
  readonly message: MessageId;
  readonly suggestion: SuggestionId;
  readonly owner: UserKey;
}

/** A gesture that somebody has put under a message. */
export interface Reaction {
  readonly user: UserKey;
  readonly gesture: Gesture;
}

/** A chat platform as the host sees it: Incoming in, Card out. One folder under adapters/ each. */
export interface Adapter {
  /** Lower case, stable; the platform of every UserKey and the first part of every ConversationId. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** It is the web page, where links to pages need not say where that is. */
  readonly isPage?: true;
  /** How things are done here (gestures, slash commands), which "help" tells first. */
  readonly usage: readonly Field[];
  /**
   * Resolves once listening. `onIncoming` never rejects; it resolves when the event has been dealt with. The
   * host, not the adapter, keeps the events of one person in order. `onGap` is told that events may have been missed
   * while the platform was out of reach, once it is back. `untilSafe` resolves once an event that was handed on cannot
   * get lost any more, whatever ends the process: a platform that does not deliver again what was acknowledged is
   * acknowledged then.
   */
  start(
    onIncoming: (incoming: Incoming) => Promise<void>,
    onGap?: () => void,
    untilSafe?: (event: EventId) => Promise<void>,
  ): Promise<void>;
  /**
   * Resolves once the platform has taken the card, or refused it for good by every way there is. Draws what it can;
   * the text always gets through. Waits for no decoration of it, such as reactions to press.
   *
   * @throws where it may be tried again: the platform is out of reach, or asks for patience
   */
  send(destination: Destination, card: Card): Promise<Sent>;
  /**
   * Draws the owner's card again on a message that carries it: title, lines and fields change, the rest stays. False
   * where the message has vanished or cannot be changed any more. Present where messages can be edited.
   */
  edit?(message: MessageId, card: Card, owner: UserKey): Promise<boolean>;
  /**
   * Looks at a suggestion that was posted: completes what was left half made of it, such as reactions to press, and
   * tells all the gestures that people have put there. Undefined where it has vanished or cannot be read. Present
   * where there are reactions.
   */
  review?(suggested: Suggested): Promise<readonly Reaction[] | undefined>;
  /**
   * Told that an evening of several went on, and who is in or was until now: what they have before them is old. Present
   * where conversations are apart.
   */
  eveningWentOn?(id: EveningId, people: readonly UserKey[]): void;
  /**
   * Whether the person is before a page of this process just now, and can be shown what waits for them. Present where
   * people cannot be reached while they are away, and may be before another process than the one that they asked.
   */
  isOpenTo?(user: UserKey): boolean;
  /**
   * Where it is what time with somebody, as they have told the platform: "Europe/Berlin", a name that this machine knows.
   * Undefined where it is not known, or not at once. Never rejects; asked at every event. Present where the platform has it.
   */
  zoneOf?(user: UserKey): Promise<string | undefined>;
  /**
   * Finishes what was begun, and takes no more events in, but meanwhile those that a platform would tell no second time.
   * Safe to call twice.
   */
  stop(): Promise<void>;
}
