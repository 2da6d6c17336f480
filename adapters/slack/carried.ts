import { LRUCache } from "lru-cache";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { MessageId } from "../../src/host/adapter.ts";
import type { ConversationId } from "../../src/store/store.ts";

/** A suggestion that a message carries, and where it was asked for. */
export interface Carried {
  readonly suggestion: SuggestionId;
  readonly conversation: ConversationId;
}

/**
 * What the latest messages carry. The host remembers for good, but only once `send` has resolved: a reaction
 * can come before that, while the bot is still putting its own under the message.
 */
export type CarriedSuggestions = LRUCache<MessageId, Carried>;

export const carriedSuggestions = (): CarriedSuggestions => new LRUCache({ max: 1_000 });
