import type { APIMessage } from "discord.js";
import { LRUCache } from "lru-cache";
import type { Card } from "../../src/conversation/card.ts";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { MessageId } from "../../src/host/adapter.ts";
import { messageId, readMessageId } from "./incoming.ts";

/** So many of the latest messages are known to carry their suggestions. */
const REMEMBERED = 10_000;

/** Which message carries which suggestion, for what comes in before the host has kept it. */
export interface CarriedSuggestions {
  /** Passes on what is being sent into a channel, and notes what it carries before anybody is told of it. */
  carrying<T extends APIMessage | undefined>(channel: string, card: Card, sending: Promise<T>): Promise<T>;
  /** Waits for what is on its way into the message's channel. */
  carriedBy(message: MessageId): SuggestionId | undefined | Promise<SuggestionId | undefined>;
}

export function carriedSuggestions(): CarriedSuggestions {
  const carried = new LRUCache<MessageId, SuggestionId>({ max: REMEMBERED });
  /** What is being sent now, by channel. */
  const underWay = new Map<string, Set<Promise<unknown>>>();
  return {
    async carrying(channel, { suggestion }, sending) {
      if (suggestion === undefined) return sending;
      const noted = sending.then((message) => {
        if (message) carried.set(messageId(message.channel_id, message.id), suggestion);
        return message;
      });
      const here = underWay.get(channel) ?? new Set();
      underWay.set(channel, here.add(noted));
      try {
        return await noted;
      } finally {
        here.delete(noted);
        if (here.size === 0) underWay.delete(channel);
      }
    },

    carriedBy(message) {
      const known = carried.get(message);
      const sending = underWay.get(readMessageId(message).channel);
      return known === undefined && sending
        ? Promise.allSettled(sending).then(() => carried.get(message))
        : known;
    },
  };
}
