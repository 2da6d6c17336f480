import type { Message } from "discord.js";
import type { Card } from "../../src/conversation/card.ts";
import { GESTURE_EMOJI, GESTURES } from "../../src/conversation/event.ts";
import { isClosed, isVanished, withoutWords } from "./api-error.ts";
import type { Log } from "./log.ts";
import { render } from "./render.ts";
import type { Sendable } from "./sendable-channels.ts";

/** Puts the four gestures under suggestions, in the background: the message is there, and can be answered. */
export interface Seeding {
  /** As reactions, or as buttons where the bot may not react. A card that suggests nothing is left as it is. */
  seed(message: Message, card: Card, owner: string): void;
  /** Resolves when all of them are there. */
  idle(): Promise<void>;
}

export function createSeeding(sendable: Sendable, log: Log): Seeding {
  const underWay = new Set<Promise<void>>();

  async function seedNow({ id, channelId }: Message, card: Card, owner: string): Promise<void> {
    const channel = await sendable(channelId);
    try {
      for (const gesture of GESTURES) await channel?.messages.react(id, GESTURE_EMOJI[gesture]);
    } catch (error) {
      if (isVanished(error)) return;
      if (!isClosed(error)) throw error;
      const { components } = render(card, { owner, private: false, gestureButtons: true });
      await channel?.messages.edit(id, { components });
    }
  }

  return {
    seed(message, card, owner) {
      if (card.suggestion === undefined) return;
      const done = seedNow(message, card, owner)
        .catch((error: unknown) =>
          log.warn({ err: withoutWords(error), message: message.id }, "no reactions under a suggestion"),
        )
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
