/** Conversations in channels go on in threads, one for each question, so that they are in nobody's way. */
import { LRUCache } from "lru-cache";
import type { EventId } from "../../src/conversation/person.ts";
import type { ConversationId } from "../../src/store/store.ts";
import { type Address, addressOf } from "./address.ts";
import { atMost } from "./at-most.ts";

const PEOPLE_AT_HAND = 10_000;

/** Where one person's eyes are: Slack shows a whisper in a thread only once there are answers in it. */
export const whisperedAt = (to: Address, inReplyTo: EventId): Address =>
  to.thread !== undefined && inReplyTo === `slack:${to.channel}:${to.thread}` ? { channel: to.channel } : to;

/** What was whispered into a channel last, by channel and person, belongs to this conversation. */
export interface Whispers {
  note(conversation: ConversationId, user: string): void;
  of(channel: string | undefined, user: string): ConversationId | undefined;
}

export function createWhispers(): Whispers {
  const latest = new LRUCache<string, ConversationId>(atMost(PEOPLE_AT_HAND));
  return {
    note: (conversation, user) => void latest.set(`${addressOf(conversation).channel} ${user}`, conversation),
    of: (channel, user) => latest.get(`${channel} ${user}`),
  };
}
