/** Evenings of several people, kept as what happened on them: src/together. */
import type { EventId } from "../conversation/person.ts";
import type { EveningId, Happened, MemberId } from "../together/evening.ts";
import type { CommitOutcome, ConversationId, MessageId, UserKey } from "./keys.ts";
import type { Showing } from "./showing.ts";

/** What was committed last; 0 before anything was. */
export type EveningRevision = number;

export interface KeptEvening {
  readonly id: EveningId;
  readonly conversation: ConversationId;
  readonly revision: EveningRevision;
  /** Oldest first. */
  readonly happened: readonly Happened[];
  /** Everybody of whom anything is there. */
  readonly people: readonly UserKey[];
  /** On which it stands, once the platform has it. */
  readonly message?: MessageId;
}

/** What one thing that somebody did changes. */
export interface EveningChange {
  readonly evening: EveningId;
  readonly conversation: ConversationId;
  /** Did it; absent: the time was over. */
  readonly user?: UserKey;
  readonly event: EventId;
  readonly atMs: number;
  /** What this was computed from. */
  readonly revision: EveningRevision;
  readonly happened: readonly Happened[];
  /** When votes are counted at the latest, from now on. */
  readonly endsMs?: number;
  /** What is to be shown of it, to whom it is due; kept until it was. */
  readonly showing?: { readonly to: UserKey; readonly what: Showing };
}

/** Of the person, on every evening. */
export const memberIdOf = ({ platform, id }: UserKey): MemberId => `${platform}:${id}`;

export function userOf(member: MemberId): UserKey {
  const colon = member.indexOf(":");
  return { platform: member.slice(0, colon), id: member.slice(colon + 1) };
}

export interface Evenings {
  load(id: EveningId): Promise<KeptEvening | undefined>;
  /** The one that was opened last in a conversation. */
  latestIn(conversation: ConversationId): Promise<EveningId | undefined>;
  /** All or nothing, and durable once resolved. "duplicate": this event had its effect before. */
  commit(change: EveningChange): Promise<CommitOutcome>;
  /** The evenings of a platform whose votes are open, by when they are counted, the next first. */
  due(platform: string): Promise<readonly { readonly id: EveningId; readonly endsMs: number }[]>;
  /** Evenings on which two of these or more took part, at most so many of the latest, oldest first. */
  shared(users: readonly UserKey[], limit: number): Promise<readonly KeptEvening[]>;
  /** Where it stands from now on. */
  posted(id: EveningId, message: MessageId): Promise<void>;
  /** What is kept of a person's evenings. */
  of(
    user: UserKey,
  ): Promise<readonly { readonly evening: EveningId; readonly happened: readonly Happened[] }[]>;
}
