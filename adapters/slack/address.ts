import type { ConversationId } from "../../src/store/store.ts";

/** A place in Slack where a conversation is held. Channels of one person and the bot begin with "D". */
export interface Address {
  readonly channel: string;
  /** The thread in it, by its first message. */
  readonly thread?: string;
}

/** "slack:C024BE91L", in a thread "slack:C024BE91L:1716.000200". */
export function conversationAt({ channel, thread }: Address): ConversationId {
  return thread === undefined ? `slack:${channel}` : `slack:${channel}:${thread}`;
}

export function addressOf(conversation: ConversationId): Address {
  const [, channel = "", thread] = conversation.split(":");
  return thread === undefined ? { channel } : { channel, thread };
}

/** The App Home tab of a person, which is drawn whole: "slack:home:U012AB3CD". */
export const homeOf = (user: string): ConversationId => `slack:home:${user}`;
export const isHome = (conversation: ConversationId): boolean => conversation.startsWith("slack:home:");

/** The name of a message in PostedSuggestions. */
export const messageAt = (channel: string, ts: string): string => `slack:${channel}:${ts}`;

/** Nobody but the person reads along there. */
export const isDirect = ({ channel }: Address): boolean => channel.startsWith("D");
