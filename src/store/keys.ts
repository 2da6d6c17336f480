/** By which people, places and messages are named, wherever they are remembered. */
import type { EventId } from "../conversation/person.ts";

/** A person as a platform names them. The same human on two platforms is two users, who may be linked: then they are one person. */
export interface UserKey {
  /** The adapter's name: "terminal", "discord", "slack". */
  readonly platform: string;
  readonly id: string;
}

/** Where several people are together, in the adapter's own words: a server, a channel. */
export type PlaceId = string;

/** Where the talk happens, in the adapter's own words: "slack:C024BE91L". Dialogues are kept per user in it. */
export type ConversationId = string;

/** A platform's message, in the adapter's own words: "slack:C024BE91L:1716.000200". */
export type MessageId = string;

/**
 * "duplicate": this event was committed before; nothing changed. "conflict": somebody else committed for
 * this user since `revision` was loaded; nothing changed, load and compute again.
 */
export type CommitOutcome = "committed" | "duplicate" | "conflict";

/**
 * Which state of a user something was computed from: the event committed last, null for somebody new. No
 * state has another's revision, not even after the user was forgotten and came back.
 */
export type Revision = EventId | null;
