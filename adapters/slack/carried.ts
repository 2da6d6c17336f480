import { LRUCache } from "lru-cache";
import type { MessageId } from "../../src/host/adapter.ts";
import { atMost } from "./at-most.ts";
import type { Carried, Heard } from "./incoming.ts";

const MESSAGES_AT_HAND = 1_000;
/** The answer to a post may be lost, and what was posted is found before long. */
const UNCLAIMED_MS = 10 * 60_000;

/**
 * What the latest messages carry. The host remembers for good, but only once `send` has resolved: a reaction can come
 * before that, and even before Slack has said that it took the message.
 */
export interface CarriedSuggestions {
  get(message: MessageId): Carried | undefined;
  /** A reaction on a message of which is not known here that it carries anything. */
  unclaimed(message: MessageId, heard: Heard): void;
  /** The message carries this. Returns the reactions that came before that was known, as they are to be taken now. */
  claim(message: MessageId, carried: Carried): readonly Heard[];
}

export function carriedSuggestions(): CarriedSuggestions {
  const known = new LRUCache<MessageId, Carried>(atMost(MESSAGES_AT_HAND));
  const unclaimed = new LRUCache<MessageId, readonly Heard[]>({
    ...atMost(MESSAGES_AT_HAND),
    ttl: UNCLAIMED_MS,
  });
  return {
    get: (message) => known.get(message),
    unclaimed(message, heard) {
      unclaimed.set(message, [...(unclaimed.get(message) ?? []), heard]);
    },
    claim(message, carried) {
      known.set(message, carried);
      const before = unclaimed.get(message) ?? [];
      unclaimed.delete(message);
      return before.map((heard) => carrying(heard, message, carried));
    },
  };
}

/** The event has a name of its own, for under the other it was heard and dropped. */
function carrying(
  { incoming, ...heard }: Heard,
  message: MessageId,
  { suggestion, conversation }: Carried,
): Heard {
  const { did } = incoming;
  return {
    ...heard,
    incoming: {
      ...incoming,
      conversation,
      event: `${incoming.event}:claimed`,
      did: "on" in did ? { ...did, on: { message, suggestion } } : did,
    },
  };
}
