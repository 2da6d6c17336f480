/**
 * Messages and reactions as the gateway dispatches them: discord.js itself drops those from direct messages that it
 * has not cached, and a bot is given no list of them at start.
 */
import { GatewayDispatchEvents, type GatewayDispatchPayload } from "discord.js";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { Did } from "../../src/host/adapter.ts";
import type { Api } from "./api.ts";
import { withoutWords } from "./api-error.ts";
import type { CarriedSuggestions } from "./carried.ts";
import {
  isForUs,
  type MessageData,
  messageId,
  type ReactionData,
  readReaction,
  readWords,
} from "./incoming.ts";
import type { Log } from "./log.ts";
import type { Occasion } from "./occasions.ts";
import type { Turns } from "./turns.ts";

export interface DispatchOptions {
  readonly api: Api;
  readonly botId: () => string;
  readonly turns: Turns;
  readonly carried: CarriedSuggestions;
  readonly log: Log;
  /** A message whose answer takes longer is answered by "typing" first. */
  readonly slowAfterMs: number;
  /** A session could not be resumed: dispatches were missed. */
  readonly onGap: () => void;
}

/** What to do about a dispatch that came in through a shard. */
export function createDispatches({
  api,
  botId,
  turns,
  carried,
  log,
  slowAfterMs,
  onGap,
}: DispatchOptions): (payload: GatewayDispatchPayload, shard: number) => void {
  /** By shard: dispatches are numbered within a gateway session, and keep their number when a resume replays them. */
  const sessions = new Map<number, string>();

  async function onMessage({ id, channel_id, guild_id, author, content }: MessageData): Promise<void> {
    const where = occasionIn(channel_id, guild_id);
    const occasion = guild_id === undefined ? where : { ...where, answers: id };
    const typing = setTimeout(() => void showTyping(channel_id), slowAfterMs);
    const turn = turns.take({ id, user: author.id, did: readWords(content, botId()), occasion });
    await turn.finally(() => clearTimeout(typing));
  }

  async function showTyping(channel: string): Promise<void> {
    try {
      await api.typing(channel);
    } catch (error) {
      log.info({ err: withoutWords(error) }, "cannot show typing");
    }
  }

  async function onReaction(
    kind: "gestured" | "gestureTakenBack",
    data: ReactionData,
    id: string,
  ): Promise<void> {
    const gesture = readReaction(data, botId());
    if (!gesture) return;
    const { channel_id, guild_id, user_id, message_id } = data;
    const message = messageId(channel_id, message_id);
    const gestured = (suggestion: SuggestionId | undefined): Did => ({
      kind,
      gesture,
      on: suggestion === undefined ? { message } : { message, suggestion },
    });
    const suggestion = carried.carriedBy(message);
    const did = suggestion instanceof Promise ? suggestion.then(gestured) : gestured(suggestion);
    await turns.take({ id, user: user_id, did, occasion: occasionIn(channel_id, guild_id) });
  }

  return ({ t, d, s }, shard) => {
    const id = `${sessions.get(shard)}:${s}`;
    switch (t) {
      case GatewayDispatchEvents.Ready:
        if (sessions.has(shard)) onGap();
        sessions.set(shard, d.session_id);
        break;
      case GatewayDispatchEvents.MessageCreate:
        if (isForUs(d, botId())) turns.begin("a message", () => onMessage(d), { isToldOnce: true });
        break;
      case GatewayDispatchEvents.MessageReactionAdd:
        turns.begin("a reaction", () => onReaction("gestured", d, id));
        break;
      case GatewayDispatchEvents.MessageReactionRemove:
        turns.begin("a reaction", () => onReaction("gestureTakenBack", d, id));
        break;
    }
  };
}

/** Whoever hears of a message or a reaction there is a member. */
function occasionIn(channel: string, guild: string | undefined): Occasion {
  return {
    channel,
    alone: guild === undefined,
    member: true,
    reacts: true,
    ...(guild !== undefined && { place: { id: guild, managed: false } }),
  };
}
