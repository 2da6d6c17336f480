import type { Card } from "../../src/conversation/card.ts";
import { GESTURE_EMOJI, GESTURES } from "../../src/conversation/event.ts";
import type { Api } from "./api.ts";
import { isRefusal, isVanished, withoutWords } from "./api-error.ts";
import type { Log } from "./log.ts";
import type { Posted } from "./posting.ts";
import { render } from "./render.ts";

/** Puts the four gestures under suggestions, in the background: the message is there, and can be answered. */
export interface Seeding {
  /** As reactions, or as buttons where the bot may not react. A card that suggests nothing is left as it is. */
  seed(message: Posted, card: Card, owner: string): void;
  /** Resolves when all of them are there. */
  idle(): Promise<void>;
}

/** @param closed once it is, what is missing is left to the next start */
export function createSeeding(api: Api, log: Log, closed: AbortSignal): Seeding {
  const underWay = new Set<Promise<void>>();

  async function seedNow({ id, channel_id }: Posted, card: Card, owner: string): Promise<void> {
    try {
      for (const gesture of GESTURES) await api.react(channel_id, id, GESTURE_EMOJI[gesture]);
    } catch (error) {
      if (isVanished(error)) return;
      if (!isRefusal(error)) throw error;
      const { components } = render(card, { owner, private: false, gestureButtons: true });
      await api.edit("seed", channel_id, id, { components });
    }
  }

  return {
    seed(message, card, owner) {
      if (card.suggestion === undefined) return;
      const done = seedNow(message, card, owner)
        .catch((error: unknown) => {
          if (closed.aborted) return;
          log.warn({ err: withoutWords(error), message: message.id }, "no reactions under a suggestion");
        })
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
