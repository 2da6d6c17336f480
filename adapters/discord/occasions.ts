import { ChannelType } from "discord.js";
import { LRUCache } from "lru-cache";
import type { Place } from "../../src/conversation/event.ts";
import type { EventId } from "../../src/conversation/person.ts";
import type { Destination } from "../../src/host/adapter.ts";
import type { Api } from "./api.ts";
import { unlessRefused } from "./api-error.ts";
import { channelOf } from "./incoming.ts";
import type { Reply } from "./reply.ts";

/** Where something happened, and what can be done about it there. */
export interface Occasion {
  readonly channel: string;
  /** The person and the bot are alone there: everything is private, nothing has to be hidden. */
  readonly alone: boolean;
  /** The bot is there itself, not only called by somebody's command. */
  readonly member: boolean;
  /** As far as is known, it may put reactions there. */
  readonly reacts: boolean;
  /** The server, where it is one. */
  readonly place?: Place;
  readonly reply?: Reply;
  /** The message that is answered. */
  readonly answers?: string;
}

/** An interaction's token speaks for 15 minutes. */
export const TOKEN_MS = 15 * 60_000;
const REMEMBERED = 10_000;

export interface Occasions {
  /** Remembers the occasion of an event, until Discord takes no answer to it any more. */
  remember(event: EventId, occasion: Occasion): void;
  /** Of an event from before a restart the channel is all that is known. */
  of(destination: Destination): Promise<Occasion>;
}

export function createOccasions(api: Api): Occasions {
  const occasions = new LRUCache<EventId, Occasion>({ max: REMEMBERED, ttl: TOKEN_MS });
  return {
    remember: (event, occasion) => void occasions.set(event, occasion),

    async of({ inReplyTo, conversation }) {
      const known = occasions.get(inReplyTo);
      if (known) return known;
      const id = channelOf(conversation);
      const channel = await unlessRefused(api.channel(id));
      const alone = channel?.type === ChannelType.DM;
      return { channel: id, alone, member: channel !== undefined, reacts: true };
    },
  };
}
