/** What is said to events, from when a request brings one in until the answer goes out, and a while beyond. */
import { LRUCache } from "lru-cache";
import type { Card } from "../../src/conversation/card.ts";
import type { EventId } from "../../src/conversation/person.ts";
import type { Destination } from "../../src/host/adapter.ts";

/** Events whose answers are at hand for a request that is sent again. */
const REMEMBERED = 2_000;
/** Longer ones, as of an export, are not kept. In characters. */
const LONGEST_REMEMBERED = 20_000;

export interface Exchanges {
  /** Runs what deals with an event, and gives back all that was said to it, now or at an earlier request. */
  during(person: string, event: EventId, deal: () => Promise<void>): Promise<readonly Card[]>;
  /** Leaves nothing of what was said to a person. */
  forget(person: string): void;
  /** False where nobody waits for it. */
  take(destination: Destination, card: Card): boolean;
}

interface Exchange {
  readonly person: string;
  readonly said: Map<Destination["delivery"], Card>;
}

export function createExchanges(): Exchanges {
  const remembered = new LRUCache<EventId, Exchange>({ max: REMEMBERED });
  /** Of each person, those in hand, the latest last. */
  const inHand = new Map<string, { readonly event: EventId; readonly exchange: Exchange }[]>();

  return {
    async during(person, event, deal) {
      const exchange = remembered.get(event) ?? { person, said: new Map() };
      remembered.set(event, exchange);
      const own = inHand.get(person) ?? [];
      inHand.set(person, own);
      const entry = { event, exchange };
      own.push(entry);
      try {
        await deal();
      } finally {
        own.splice(own.indexOf(entry), 1);
        if (own.length === 0) inHand.delete(person);
      }
      const cards = [...exchange.said.values()];
      if (cards.some(({ file }) => (file?.text.length ?? 0) > LONGEST_REMEMBERED)) remembered.delete(event);
      return cards;
    },

    forget(person) {
      for (const [event, exchange] of remembered) if (exchange.person === person) remembered.delete(event);
    },

    take({ user, inReplyTo, delivery }, card) {
      const own = inHand.get(user.id);
      const { exchange } = own?.find(({ event }) => event === inReplyTo) ?? own?.at(-1) ?? {};
      exchange?.said.set(delivery, card);
      return exchange !== undefined;
    },
  };
}
