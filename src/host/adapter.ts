import type { Card } from "../conversation/card.ts";
import type { Command } from "../conversation/command.ts";
import type { Gesture, Place } from "../conversation/event.ts";
import type { EventId, SuggestionId } from "../conversation/person.ts";
import type { ConversationId, MessageId, UserKey } from "../store/store.ts";

/** Something a person did on a platform. */
export interface Incoming {
  readonly user: UserKey;
  readonly conversation: ConversationId;
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
  /** Wants others to see a suggestion that was made in private. */
  | { readonly kind: "shared"; readonly on: On };

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
}

/** Where a card goes: into a conversation, and where the platform ties replies to what they answer, to that event. */
export interface Destination {
  readonly conversation: ConversationId;
  readonly inReplyTo: EventId;
  /** Whose event is answered. */
  readonly user: UserKey;
  /** For the eyes of that person only, whatever the card says of itself. */
  readonly private?: boolean;
}

/** A chat platform as the host sees it: Incoming in, Card out. One folder under adapters/ each. */
export interface Adapter {
  /** Lower case, stable; the platform of every UserKey and the first part of every ConversationId. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * Resolves once listening. `onIncoming` never rejects; it resolves when the event has been dealt with. The
   * host, not the adapter, keeps the events of one person in order.
   */
  start(onIncoming: (incoming: Incoming) => Promise<void>): Promise<void>;
  /**
   * Resolves once the platform has taken the card, with the message that carries it where it can be named
   * later. Draws what it can; the text always gets through.
   */
  send(destination: Destination, card: Card): Promise<MessageId | undefined>;
  /**
   * Draws the card again on a message that carries it: title, lines and fields change, the rest stays. False where
   * the message has vanished or cannot be changed any more. Present where messages can be edited.
   */
  edit?(message: MessageId, card: Card): Promise<boolean>;
  /** Takes no more events in. Safe to call twice. */
  stop(): Promise<void>;
}
