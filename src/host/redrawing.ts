import type { Card } from "../conversation/card.ts";
import type { MessageId, UserKey } from "../store/store.ts";
import type { Adapter } from "./adapter.ts";
import { keyedQueue } from "./keyed-queue.ts";

/** Draws cards again where they stand, behind everything else: it is cosmetic, and neither delays nor fails a turn. */
export interface Redrawing {
  /** @param otherwise where none of the messages could be drawn */
  redraw(
    messages: readonly MessageId[],
    card: Card,
    owner: UserKey,
    otherwise: () => Promise<void> | undefined,
  ): void;
  /** Resolves when nothing is left to draw. */
  idle(): Promise<void>;
}

/** @param onTrouble is told of what a platform threw */
export function createRedrawing(adapter: Adapter, onTrouble: (error: unknown) => void): Redrawing {
  const queue = keyedQueue();

  /** Undefined where nobody knows. */
  async function drawn(message: MessageId, card: Card, owner: UserKey): Promise<boolean | undefined> {
    try {
      return await adapter.edit?.(message, card, owner);
    } catch (error) {
      onTrouble(error);
      return undefined;
    }
  }

  return {
    redraw(messages, card, owner, otherwise) {
      const [key = ""] = messages;
      void queue.run(key, async () => {
        const all = await Promise.all(messages.map((message) => drawn(message, card, owner)));
        if (all.every((one) => one === false)) await otherwise();
      });
    },
    idle: queue.idle,
  };
}
