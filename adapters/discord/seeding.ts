/** The gestures under suggestions, in the background: the message is there, and can be answered. */
import type { APIMessage } from "discord.js";
import { GESTURE_EMOJI, GESTURES, type Gesture } from "../../src/conversation/event.ts";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { Api } from "./api.ts";
import { isRefusal, isVanished, withoutWords } from "./api-error.ts";
import { gestureRows } from "./buttons.ts";
import { customIdsOf, isOnSuggestion, readCustomId } from "./custom-id.ts";
import { gestureOf } from "./incoming.ts";
import { LIMITS } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Gestures } from "./settings.ts";
import { standingOf } from "./standing.ts";
import type { Standings } from "./standings.ts";
import type { Urgency } from "./traffic.ts";

export interface Seeding {
  /** Puts them there without being waited for. A message that suggests nothing is left as it is. */
  seed(message: APIMessage, suggestion: SuggestionId | undefined): void;
  /** Puts those there that are missing: as reactions, or as buttons where the bot may not react. */
  complete(message: APIMessage, suggestion: SuggestionId, urgency: Urgency): Promise<void>;
  /** Resolves when all of them are there. */
  idle(): Promise<void>;
}

export interface SeedingOptions {
  readonly api: Api;
  readonly standings: Standings;
  /** How suggestions are answered where both can be. Those with buttons are whole when they are posted. */
  readonly gestures: Gestures;
  readonly log: Log;
  /** Once it is, what is missing is left to the next start. */
  readonly closed: AbortSignal;
}

export function createSeeding({ api, standings, gestures, log, closed }: SeedingOptions): Seeding {
  const underWay = new Set<Promise<void>>();

  async function complete(message: APIMessage, suggestion: SuggestionId, urgency: Urgency): Promise<void> {
    const { id, channel_id, components = [] } = message;
    const missing = missingOn(message);
    if (gestures === "buttons" && missing.length === GESTURES.length) return;
    try {
      for (const gesture of missing) await api.react(urgency, channel_id, id, GESTURE_EMOJI[gesture]);
    } catch (error) {
      if (isVanished(error)) return;
      if (!isRefusal(error)) throw error;
      const rows = [...gestureRows(suggestion), ...components].slice(0, LIMITS.rows);
      standings.note(id, standingOf(await api.edit(urgency, channel_id, id, { components: rows })));
    }
  }

  return {
    complete,

    seed(message, suggestion) {
      if (suggestion === undefined) return;
      const done = complete(message, suggestion, "seed")
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

function missingOn(message: APIMessage): Gesture[] {
  const presses = customIdsOf(message).map(readCustomId);
  if (presses.some(isOnSuggestion)) return [];
  const { reactions = [] } = message;
  const there = reactions.flatMap(({ me, emoji }) => (me ? (gestureOf(emoji) ?? []) : []));
  return GESTURES.filter((gesture) => !there.includes(gesture));
}
