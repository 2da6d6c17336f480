/** Messages of the bot's own, once each: what may have been posted before is looked for first. */
import { type APIMessage, SnowflakeUtil } from "discord.js";
import { LRUCache } from "lru-cache";
import type { Card } from "../../src/conversation/card.ts";
import type { Destination } from "../../src/host/adapter.ts";
import type { Api } from "./api.ts";
import { isNoReply, unlessRefused } from "./api-error.ts";
import { isDrawingOf } from "./likeness.ts";
import type { Drawing, Poster } from "./render.ts";

/** How far this machine's clock may be ahead of Discord's. */
const SKEW_MS = 10_000;
const REMEMBERED = 10_000;

/** A card on its way. */
export interface Letter {
  readonly to: Destination;
  readonly card: Card;
  readonly poster?: Poster | undefined;
}

/** A message that stands there. */
export type Posted = Pick<APIMessage, "id" | "channel_id">;

export interface Posting {
  /** What this process knows to be shown of a delivery. */
  shown(delivery: string): Posted | undefined;
  note(delivery: string, message: Posted): void;
  /** Whether the card stands in the channel already. @throws where it cannot be found out now */
  find(channel: string, letter: Letter, drawing: Drawing): Promise<APIMessage | undefined>;
  /** @param addressed drawn so that it says whom it is for, where the message that it answers cannot be named */
  post(
    channel: string,
    { to }: Letter,
    drawing: Drawing,
    answers?: string,
    addressed?: Drawing,
  ): Promise<APIMessage>;
}

/** @param botId the bot's own, once it is known */
export function createPosting(api: Api, botId: () => string): Posting {
  const messages = new LRUCache<string, Posted>({ max: REMEMBERED });
  /** Messages that are known to show something, so nothing else. */
  const taken = new LRUCache<string, string>({ max: REMEMBERED });

  return {
    shown: (delivery) => messages.get(delivery),

    note(delivery, { id, channel_id }) {
      messages.set(delivery, { id, channel_id });
      taken.set(id, delivery);
    },

    async find(channel, { to, card }, drawing) {
      const since = notOlderThan(to);
      const latest = (await unlessRefused(api.latest(channel))) ?? [];
      return latest.findLast(
        (message) =>
          message.author.id === botId() &&
          BigInt(message.id) >= since &&
          !taken.has(message.id) &&
          isDrawingOf(message, card, drawing),
      );
    },

    async post(channel, { to }, drawing, answers, addressed = drawing) {
      const nonce = to.delivery;
      if (answers === undefined) return api.post(channel, drawing, { nonce });
      try {
        return await api.post(channel, drawing, { nonce, answers });
      } catch (error) {
        if (!isNoReply(error)) throw error;
        return api.post(channel, addressed, { nonce });
      }
    },
  };
}

/** Discord's ids tell the time: an answer to a message or an interaction has a later one. */
function notOlderThan({ inReplyTo, atMs }: Destination): bigint {
  const answered = /^discord:(\d{17,20})(?:#\d+)?$/.exec(inReplyTo)?.[1];
  return answered === undefined ? (BigInt(atMs - SKEW_MS) - SnowflakeUtil.epoch) << 22n : BigInt(answered);
}
