import type { MovieId } from "../catalog/movie.ts";
import type { Dialogue } from "../conversation/dialogue.ts";
import type { Gesture } from "../conversation/event.ts";
import type { Heard } from "../conversation/heard.ts";
import type { LastingEntry } from "../conversation/lasting-log.ts";
import type { EventId, LogEntry, SaidEntry, Suggestion, SuggestionId } from "../conversation/person.ts";
import type { Happened } from "../together/evening.ts";
import type { Evenings } from "./evenings.ts";
import type { Count, Day } from "./figures.ts";
import type { CommitOutcome, ConversationId, MessageId, PlaceId, Revision, UserKey } from "./keys.ts";
import type { SharedPage, SharedPages } from "./shared-pages.ts";
import type { DeliveryId, Showing } from "./showing.ts";
import type { Recommended, TopLists } from "./top-lists.ts";

export type { CommitOutcome, ConversationId, MessageId, PlaceId, Revision, UserKey } from "./keys.ts";
export type { DeliveryId, Showing } from "./showing.ts";

/** A suggestion where it stands on a platform. A reaction on it names the message alone. */
export interface PostedSuggestion {
  readonly message: MessageId;
  readonly suggestion: SuggestionId;
  /** Where it was asked for: an answer to it goes on there. */
  readonly conversation: ConversationId;
  /** Shown to others by the person: what the person answers is not drawn into it. */
  readonly shared: boolean;
}

/** A reaction of a person that stands under a message, as far as is known. */
export interface StandingReaction {
  readonly user: UserKey;
  readonly message: MessageId;
  readonly gesture: Gesture;
  readonly atMs: number;
}

/** The user embedding as last computed, and the model it belongs to. */
export interface StoredEmbedding {
  readonly modelVersion: string;
  /** [d] */
  readonly values: Float64Array;
}

/** What is known of a person so far, as bytes: what their log and suggestions give, for as long as the version holds. */
export interface Snapshot {
  readonly version: string;
  readonly known: Uint8Array;
}

/** What a turn of a user goes on from, and where one conversation of theirs stands. */
export interface Remembered {
  readonly revision: Revision;
  /** What was known after all but the following. */
  readonly snapshot?: Snapshot["known"];
  /** All about the movies of which anything was said since the snapshot; where there is none, the whole log. Oldest first. */
  readonly log: readonly LogEntry[];
  /** Made since the snapshot; where there is none, all. Oldest first. */
  readonly suggestions: readonly Suggestion[];
  /** All there are, oldest first. */
  readonly refusals: readonly LastingEntry[];
  readonly dialogue?: Dialogue;
}

/** What one event changes. */
export interface Change {
  readonly user: UserKey;
  readonly conversation: ConversationId;
  readonly event: EventId;
  readonly atMs: number;
  /** What this change was computed from. */
  readonly revision: Revision;
  readonly entries: readonly LogEntry[];
  readonly suggestions: readonly Suggestion[];
  /** Default: none */
  readonly refusals?: readonly LastingEntry[];
  readonly embedding: StoredEmbedding;
  /** What is known after this change; takes the place of the one before. */
  readonly snapshot?: Snapshot;
  readonly dialogue: Dialogue;
  /** What is to be shown of it, in this order; kept until it was. */
  readonly showings: readonly Showing[];
  /** A reaction that was put under a message, or taken away there. */
  readonly reaction?: { readonly message: MessageId; readonly gesture: Gesture; readonly stands: boolean };
  /** Answers for the person's eyes only by default, or for everybody's in a place. */
  readonly preference?: { readonly private: boolean; readonly place?: PlaceId };
  /** Whether the person's answers may be learned from for others. */
  readonly teaches?: boolean;
  /** How words were heard, to be counted. */
  readonly heard?: Heard;
}

/**
 * "gone": not a byte is left on the disk. "goingSoon": others who read just now keep some there; they go as soon as
 * may be, without being asked. "goneHere": for all who share the database; what its operator keeps of it besides, archives of
 * its log, replicas and backups, holds it until that is deleted.
 */
export type Wiped = "gone" | "goingSoon" | "goneHere";

/**
 * What became of a link code: the users are one person now; they were already; or it is nobody's code, was used by
 * somebody else, or is of use no more.
 */
export type Linked = "linked" | "same" | "unknown";

/**
 * Everything stored about one person, as plain JSON values, for them to take away. Without the snapshot, which
 * says nothing that does not follow from the log.
 */
export interface UserExport {
  readonly user: UserKey;
  /** Who they are elsewhere. */
  readonly linked: readonly UserKey[];
  readonly log: readonly LogEntry[];
  readonly suggestions: readonly Suggestion[];
  readonly refusals: readonly LastingEntry[];
  readonly embedding: { readonly modelVersion: string; readonly values: readonly number[] } | null;
  /** Without those that this program cannot read: it treats them as not there. */
  readonly dialogues: readonly { readonly conversation: ConversationId; readonly dialogue: Dialogue }[];
  readonly events: readonly { readonly id: EventId; readonly atMs: number }[];
  readonly messages: readonly PostedSuggestion[];
  /** What they have not been shown yet. */
  readonly showings: readonly Showing[];
  readonly reactions: readonly Omit<StandingReaction, "user">[];
  /** Answers are for their eyes only by default. */
  readonly private: boolean;
  /** Whether their answers may be learned from for others; null where they have not said. */
  readonly teaches: boolean | null;
  /** Words in common use of what they wrote and nobody understood. */
  readonly unread: readonly string[];
  /** What they did and what was worked out of them where several looked for one film. */
  readonly evenings: readonly { readonly evening: string; readonly happened: readonly Happened[] }[];
  /** What was put on lists that were made for everybody at once. */
  readonly recommendations: readonly Recommended[];
  /** What they show others by links, without the links. */
  readonly sharedPages: readonly SharedPage[];
}

/** Which movies were suggested since a day, to anybody. */
export interface Coverage {
  readonly movies: number;
  /** All times together. */
  readonly suggestions: number;
  /** Of those the ones of the hundred movies that were suggested most. */
  readonly ofTheFirstHundred: number;
}

/** A word, and how many people wrote it without being understood. */
export interface UnreadWord {
  readonly word: string;
  readonly people: number;
}

/**
 * Where people are remembered. What is asked about a user is answered of the person, on whichever platforms; events,
 * dialogues, what waits to be shown and what is preferred are the user's own. Asynchronous, so that a database over the network can stand here too.
 * Several processes may share what is behind it; `commit` is what keeps them from losing each other's work.
 */
export interface Store {
  /** Processes elsewhere may be at the same people, and end without a word. */
  readonly isShared?: true;
  /** Where several people look for one film. */
  readonly evenings: Evenings;
  /** Lists that are made for everybody at once. */
  readonly topLists: TopLists;
  /** What people show others by links. */
  readonly sharedPages: SharedPages;
  /** @param version of a snapshot that can be gone on from; left out, none can */
  load(user: UserKey, conversation: ConversationId, version?: string): Promise<Remembered>;
  /** Where a conversation stands; undefined before its first event. */
  dialogue(user: UserKey, conversation: ConversationId): Promise<Dialogue | undefined>;
  /** All that was said of a movie and taken back, oldest first. */
  logOn(user: UserKey, movie: MovieId): Promise<readonly LogEntry[]>;
  /** The latest of what was said and not taken back, so much at most, oldest first. */
  latestSaid(user: UserKey, count: number): Promise<readonly SaidEntry[]>;
  /** Oldest first. */
  log(user: UserKey): Promise<readonly LogEntry[]>;
  /** Oldest first. */
  suggestions(user: UserKey): Promise<readonly Suggestion[]>;
  /** The user's revision alone: tells whether what was loaded or committed before is still all there is. */
  revision(user: UserKey): Promise<Revision>;
  /** Whether an event of the person was committed. */
  knows(user: UserKey, event: EventId): Promise<boolean>;
  /** When the earliest event of the person happened that is remembered; undefined for somebody new or forgotten. */
  knownSince(user: UserKey): Promise<number | undefined>;
  /** All or nothing, and durable once resolved: a power cut afterwards loses none of it. */
  commit(change: Change): Promise<CommitOutcome>;
  /** Of a suggestion that was made to the person, wherever; undefined for one that was made to somebody else. */
  suggestionTo(user: UserKey, id: SuggestionId): Promise<Suggestion | undefined>;
  /** A suggestion and whom it was made to. */
  suggestion(id: SuggestionId): Promise<{ suggestion: Suggestion; user: UserKey } | undefined>;
  /** What was committed for the person and not shown yet, oldest first. */
  waiting(user: UserKey): Promise<readonly Showing[]>;
  /**
   * What waits for the person, to be shown by this process, oldest first: for a while no other is given it. Nothing where another
   * process shows something to them just now, and sees to the rest as well.
   */
  take(user: UserKey): Promise<readonly Showing[]>;
  /** What was taken and is not shown is anybody's again. */
  letGo(user: UserKey): Promise<void>;
  /**
   * Everybody of a platform for whom something waits that no other process is showing just now.
   *
   * @param dueMs and was due then; default: at any time
   */
  waitedFor(platform: string, dueMs?: number): Promise<readonly UserKey[]>;
  /**
   * Something waits no more; with the message that carries a suggestion, where there is one to remember. Survives the
   * end of the process; a power cut at once may bring it back. No effect where the person is forgotten meanwhile.
   */
  shown(id: DeliveryId, posted?: PostedSuggestion): Promise<void>;
  /** The latest messages of a platform that carry suggestions made since then, when and to whom; the latest first. */
  postedSince(
    platform: string,
    sinceMs: number,
    limit: number,
  ): Promise<readonly (PostedSuggestion & { readonly owner: UserKey; readonly atMs: number })[]>;
  /** The reactions known to stand under a message, oldest first. */
  reactions(message: MessageId): Promise<readonly StandingReaction[]>;
  /** What a message carries; undefined where it is none of ours, or forgotten. */
  postedIn(message: MessageId): Promise<PostedSuggestion | undefined>;
  /** Every message that carries the suggestion, the latest last. */
  postedOf(suggestion: SuggestionId): Promise<readonly PostedSuggestion[]>;
  /** Whether answers are for the person's eyes only by default: by their own wish, or by that of the place. */
  prefersPrivate(user: UserKey, place?: PlaceId): Promise<boolean>;
  export(user: UserKey): Promise<UserExport>;
  /** Keeps a code for a while by which the user can be linked; the one before it is void. False where it is somebody else's. */
  offerLink(user: UserKey, code: string, atMs: number): Promise<boolean>;
  /** Makes the user one person with whoever was offered the code. What each of them said stays as it is. */
  link(user: UserKey, code: string, atMs: number): Promise<Linked>;
  /** Undoes the latest link of the person, with all that follows from it; false where there is none of the last day. */
  unlink(user: UserKey, atMs: number): Promise<boolean>;
  /** Sums from one day to another, both included, in the order of days, platforms and names. They stay when people are forgotten. */
  figures(from: Day, to: Day): Promise<readonly Count[]>;
  /** Adds to sums what no turn keeps: how long it took, what went wrong. */
  tally(counts: readonly Count[]): Promise<void>;
  /** Of the movies that were suggested on that day or later to people who are remembered; suggestions are counted of all days. */
  coverage(from: Day): Promise<Coverage>;
  /** What so many people or more wrote since a day, and nobody understood; most people first. */
  unreadWords(from: Day, people: number): Promise<readonly UnreadWord[]>;
  /** Keeps a run of the tests of understanding, as JSON; the oldest go where there are many. */
  keepRun(atMs: number, run: string): Promise<void>;
  /** Latest first. */
  runs(limit: number): Promise<readonly string[]>;
  /**
   * Deletes every trace of the person, on whichever platforms. All or nothing; what is left of it on the disk then is wiped.
   *
   * @param onDeleted told once it is decided: nothing brings the user back any more
   */
  forget(user: UserKey, onDeleted?: () => void): Promise<Wiped>;
  /** Safe to call twice. */
  close(): Promise<void>;
}
