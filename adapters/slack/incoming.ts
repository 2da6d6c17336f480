/** From what Slack sends to what the host understands. Pure; what is none of ours comes out as undefined. */
import type { BlockAction, ButtonAction, SlashCommand, types } from "@slack/bolt";
import { z } from "zod";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { Did, Incoming, MessageId } from "../../src/host/adapter.ts";
import type { Command } from "../../src/intent/reading/command.ts";
import type { ConversationId } from "../../src/store/store.ts";
import { conversationAt, messageAt } from "./address.ts";
import type { Pressed } from "./buttons.ts";
import { gestureOf } from "./emoji.ts";
import { wordsOf } from "./text.ts";

type PressedInMessage = Exclude<Pressed, { kind: "home" | "tab" }>;

/** A file that was shared, as Slack tells of it. */
export interface SharedFile {
  readonly name: string;
  readonly size: number;
  readonly url: string;
}

/** What the person did, and what an answer to it can make use of. */
export interface Heard {
  readonly incoming: Incoming;
  /** It came along with the words, and may be a history to take in. */
  readonly file?: SharedFile;
  /** An address that takes answers where the bot itself may not post: five, within 30 minutes. */
  readonly responseUrl?: string;
}

/** A suggestion that a message carries, and where it was asked for. */
export interface Carried {
  readonly suggestion: SuggestionId;
  readonly conversation: ConversationId;
}

type Message = Pick<types.GenericMessageEvent, "channel" | "ts" | "user" | "text" | "thread_ts" | "bot_id">;

/** Words all the same: with a file, as "/me", and from a thread shown to the channel as well. */
const WORDS: ReadonlySet<types.MessageEvent["subtype"]> = new Set([
  undefined,
  "file_share",
  "me_message",
  "thread_broadcast",
]);

/** A channel is everybody's in it to agree on; a direct message is no place. */
const placeOf = (channel: string): Pick<Incoming, "place"> =>
  channel.startsWith("D") ? {} : { place: { id: channel, managed: true } };

/**
 * Words in the person's own conversation with the bot. Edits, echoes and messages of bots have no effect. The answer
 * goes into the thread they stand in, if any.
 */
export function fromDirectMessage(event: types.MessageEvent, botUser: string): Heard | undefined {
  if (event.channel_type !== "im" || !WORDS.has(event.subtype)) return undefined;
  const { user, bot_id, thread_ts, files, ...message } = event as Message & {
    readonly user?: string;
    readonly files?: unknown;
  };
  if (user === undefined || bot_id !== undefined || user === botUser) return undefined;
  const file = historyAmong(files);
  const heard = fromWords(
    { ...message, user },
    botUser,
    thread_ts === undefined ? {} : { thread: thread_ts },
  );
  return file ? { ...heard, file } : heard;
}

const filesSchema = z.array(
  z
    .object({ name: z.string(), size: z.number(), url_private_download: z.string() })
    .transform(({ name, size, url_private_download: url }): SharedFile => ({ name, size, url }))
    .or(z.unknown().transform(() => undefined)),
);

/** The first of the files that a history of films may be: no picture is. */
function historyAmong(files: unknown): SharedFile | undefined {
  return filesSchema
    .safeParse(files)
    .data?.find((file) => file && /\.(?:csv|tsv|txt|json|zip)$/i.test(file.name));
}

/** Words in a channel, meant for the bot. The answer goes into their thread, which it begins where there is none. */
export function fromMention(event: types.AppMentionEvent, botUser: string): Heard | undefined {
  const { user, bot_id, ts, thread_ts = ts } = event;
  if (user === undefined || bot_id !== undefined || user === botUser) return undefined;
  return fromWords({ ...event, user }, botUser, { thread: thread_ts });
}

/**
 * The id is made of channel and time: a mention comes as two events with ids of their own, and is one
 * message; it is the same when either is delivered again.
 */
function fromWords(
  { channel, ts, user, text = "" }: Message,
  botUser: string,
  thread: { readonly thread?: string },
): Heard {
  const words = wordsOf(text, botUser);
  return {
    incoming: {
      user: { platform: "slack", id: user },
      conversation: conversationAt({ channel, ...thread }),
      event: `slack:${channel}:${ts}`,
      atMs: msOf(ts),
      did: words === "" ? { kind: "opened" } : { kind: "said", text: words },
      ...placeOf(channel),
    },
  };
}

const TOGETHER = "/together";

/** "/recommend", "/recommend something funny", "/recommend privately", "/recommend privately undo"; "/together no horror". */
export function fromCommand(command: SlashCommand, nowMs: number): Heard {
  const typed = wordsOf(command.text, "");
  const said = command.command === TOGETHER ? ["together", typed].filter(Boolean).join(": ") : typed;
  const words = said.replace(/^privately\b/i, "").trim();
  return {
    responseUrl: command.response_url,
    incoming: {
      user: { platform: "slack", id: command.user_id },
      conversation: conversationAt({ channel: command.channel_id }),
      name: command.user_name,
      event: `slack:${command.trigger_id}`,
      atMs: nowMs,
      did: words === "" ? { kind: "commanded", command: { kind: "next" } } : { kind: "said", text: words },
      ...(words !== said && { private: true }),
      ...placeOf(command.channel_id),
    },
  };
}

/**
 * A reaction on a message of the bot, however old.
 *
 * @param carried what the message carries, where that is still at hand; else the host will know
 */
export function fromReaction(
  { type, user, reaction, event_ts, item }: types.ReactionAddedEvent | types.ReactionRemovedEvent,
  eventId: string,
  carried: Carried | undefined,
): Heard | undefined {
  const gesture = gestureOf(reaction);
  if (gesture === undefined) return undefined;
  const message = messageAt(item.channel, item.ts);
  return {
    incoming: {
      user: { platform: "slack", id: user },
      conversation: carried?.conversation ?? conversationAt({ channel: item.channel }),
      event: `slack:${eventId}`,
      atMs: msOf(event_ts),
      did: {
        kind: type === "reaction_added" ? "gestured" : "gestureTakenBack",
        gesture,
        on: carried ? { message, suggestion: carried.suggestion } : { message },
      },
      ...placeOf(item.channel),
    },
  };
}

/**
 * A pressed button in a message. Answers to private messages are private.
 *
 * @param whisperedIn the conversation that such a message belongs to, where it does not stand in its thread
 */
export function fromButton(
  { user, trigger_id, response_url, container, channel }: BlockAction<ButtonAction>,
  pressed: PressedInMessage,
  nowMs: number,
  whisperedIn?: ConversationId,
): Heard | undefined {
  const channelId: string | undefined = channel?.id ?? container.channel_id;
  if (channelId === undefined) return undefined;
  const thread: string | undefined = container.thread_ts;
  return {
    responseUrl: response_url,
    incoming: {
      user: { platform: "slack", id: user.id },
      conversation:
        (isWhispered(container) && thread === undefined && whisperedIn) ||
        conversationAt({ channel: channelId, ...(thread !== undefined && { thread }) }),
      ...(user.name !== undefined && { name: user.name }),
      event: `slack:${trigger_id}`,
      atMs: nowMs,
      did: didBy(pressed, isWhispered(container) ? messageAt(channelId, container.message_ts) : undefined),
      ...(isWhispered(container) && pressed.kind !== "share" && { private: true }),
      ...placeOf(channelId),
    },
  };
}

/** One person alone sees the message: nobody knows of it but by its buttons. */
export const isWhispered = (container: BlockAction["container"]): boolean => container.is_ephemeral === true;

function didBy(pressed: PressedInMessage, whispered: MessageId | undefined): Did {
  switch (pressed.kind) {
    case "gesture":
    case "undo": {
      const { kind, gesture, suggestion } = pressed;
      return {
        kind: kind === "undo" ? "gestureTakenBack" : "pressed",
        gesture,
        on: { suggestion, ...(whispered !== undefined && { message: whispered }) },
      };
    }
    case "share":
      return { kind: "shared", on: { suggestion: pressed.suggestion } };
    case "words":
      return { kind: "said", text: pressed.says };
  }
}

/** A command of the program's own, on a person's behalf. */
export function commanded(
  { user, ...when }: Pick<Incoming, "conversation" | "event" | "atMs"> & { readonly user: string },
  command: Command,
): Heard {
  const did = { kind: "commanded", command } as const;
  return { incoming: { ...when, user: { platform: "slack", id: user }, did, private: true } };
}

/** Slack's times are seconds, with six digits behind the point that also name the message. */
function msOf(ts: string): number {
  return Math.round(Number(ts) * 1000);
}
