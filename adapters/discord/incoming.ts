/** From what Discord tells to what a person did. Pure. */
import {
  type APIEmoji,
  type ChatInputCommandInteraction,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
  MessageType,
} from "discord.js";
import { GESTURE_EMOJI, GESTURES, type Gesture } from "../../src/conversation/event.ts";
import type { EventId } from "../../src/conversation/person.ts";
import type { Did, MessageId } from "../../src/host/adapter.ts";
import type { ConversationId, UserKey } from "../../src/store/store.ts";
import { COMMANDS } from "./commands.ts";
import type { Press } from "./custom-id.ts";

export const PLATFORM = "discord";

export const userKey = (id: string): UserKey => ({ platform: PLATFORM, id });
/** @param id Discord's, the same when it is delivered again */
export const eventOf = (id: string): EventId => `${PLATFORM}:${id}`;
export const conversationOf = (channel: string): ConversationId => `${PLATFORM}:${channel}`;
export const channelOf = (conversation: ConversationId): string => conversation.slice(PLATFORM.length + 1);

export const messageId = (channel: string, message: string): MessageId => `${PLATFORM}:${channel}:${message}`;
export function readMessageId(id: MessageId): { channel: string; message: string } {
  const [, channel = "", message = ""] = id.split(":");
  return { channel, message };
}

export function readSlash({ commandName, options }: ChatInputCommandInteraction): {
  dids: readonly Did[];
  /** Absent where nothing was said about it. */
  private?: boolean;
} {
  const command = COMMANDS[commandName];
  const given = (option: string) => options.get(option)?.value?.toString().trim() || undefined;
  const isPrivate = command?.private ? true : (options.getBoolean("private") ?? undefined);
  return {
    dids: command?.reads(given) ?? [],
    ...(isPrivate !== undefined && { private: isPrivate }),
  };
}

export function readPress(press: Press, on: MessageId): Did {
  switch (press.kind) {
    case "gesture":
      return { kind: "pressed", gesture: press.gesture, on: { suggestion: press.suggestion, message: on } };
    case "undo":
      return {
        kind: "gestureTakenBack",
        gesture: press.gesture,
        on: { suggestion: press.suggestion, message: on },
      };
    case "share":
      return { kind: "shared", on: { suggestion: press.suggestion, message: on } };
    case "say":
      return { kind: "said", text: press.says };
  }
}

export type MessageData = GatewayMessageCreateDispatchData;

const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/** Written by a person, in a direct message or where the bot is mentioned. */
export function isForUs(
  { type, author, webhook_id, guild_id, mentions }: MessageData,
  botId: string,
): boolean {
  const byPerson = WRITTEN.includes(type) && !author.bot && webhook_id === undefined;
  return byPerson && (guild_id === undefined || mentions.some(({ id }) => id === botId));
}

/** What was written, without the mention that it was addressed by. */
export function readWords(content: string, botId: string): Did {
  const text = content.replaceAll(new RegExp(`<@!?${botId}>`, "g"), " ").trim();
  return text === "" ? { kind: "opened" } : { kind: "said", text };
}

export type ReactionData = GatewayMessageReactionAddDispatchData | GatewayMessageReactionRemoveDispatchData;

/** The gesture that a reaction is; undefined for other emoji, other bots, and what is on other people's messages. */
export function readReaction(data: ReactionData, botId: string): Gesture | undefined {
  const isBot = data.user_id === botId || ("member" in data && data.member?.user?.bot === true);
  const isElsewhere =
    "message_author_id" in data && data.message_author_id !== undefined && data.message_author_id !== botId;
  return isBot || isElsewhere ? undefined : gestureOf(data.emoji);
}

/** Undefined for an emoji that is none. */
export function gestureOf({ id, name }: Pick<APIEmoji, "id" | "name">): Gesture | undefined {
  if (id !== null || name === null) return undefined;
  return GESTURES.find((gesture) => bare(GESTURE_EMOJI[gesture]) === bare(name));
}

/** An emoji whatever its skin tone, and whether or not a selector says that it is one. */
const bare = (emoji: string): string => emoji.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, "");
