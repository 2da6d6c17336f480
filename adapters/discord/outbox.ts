/** How a card finds its person: as the answer to an interaction, else into the channel, else as a direct message. */
import { randomBytes } from "node:crypto";
import type { Client, Message, SendableChannels } from "discord.js";
import { LRUCache } from "lru-cache";
import type { Card } from "../../src/conversation/card.ts";
import type { Place } from "../../src/conversation/event.ts";
import type { EventId, SuggestionId } from "../../src/conversation/person.ts";
import type { Destination, MessageId, Sent } from "../../src/host/adapter.ts";
import { unlessClosed, withoutWords } from "./api-error.ts";
import { carriedSuggestions } from "./carried.ts";
import { channelOf, messageId, readMessageId } from "./incoming.ts";
import type { Log } from "./log.ts";
import { type Drawing, embed, render } from "./render.ts";
import type { Reply } from "./reply.ts";
import { createSeeding } from "./seeding.ts";
import { sendableChannels } from "./sendable-channels.ts";

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

export interface Outbox {
  /** Remembers the occasion of an event, until Discord takes no answer to it any more. */
  remember(event: EventId, occasion: Occasion): void;
  /** This message can be changed through that reply. */
  reaches(message: string, reply: Reply): void;
  /**
   * The suggestion that one of the latest messages carries. A reaction can come before the host has kept it, and
   * even before Discord has told which message it made: waits for what is on its way into that channel.
   */
  carriedBy(message: MessageId): SuggestionId | undefined | Promise<SuggestionId | undefined>;
  send(destination: Destination, card: Card): Promise<Sent>;
  edit(message: MessageId, card: Card): Promise<boolean>;
  /** Resolves when all reactions have been put under what was sent. */
  idle(): Promise<void>;
}

/** An interaction's token speaks for 15 minutes. */
const TOKEN_MS = 15 * 60_000;
const REMEMBERED = 10_000;

export function createOutbox(client: Client, log: Log): Outbox {
  const occasions = new LRUCache<EventId, Occasion>({ max: REMEMBERED, ttl: TOKEN_MS });
  /** Through which interaction a message came, and can be changed where the bot itself may not go. */
  const repliesOf = new LRUCache<string, Reply>({ max: REMEMBERED, ttl: TOKEN_MS });
  const { carrying, carriedBy } = carriedSuggestions();
  const sendable = sendableChannels(client);
  const { seed, idle } = createSeeding(sendable, log);

  /** An event from before a restart: all that is known is the channel. */
  async function forgotten({ conversation }: Destination): Promise<Occasion> {
    const id = channelOf(conversation);
    const channel = await sendable(id);
    return { channel: id, alone: channel?.isDMBased() ?? false, member: channel !== undefined, reacts: true };
  }

  async function toReply(
    { channel, reply, member, reacts }: Occasion,
    card: Card,
    owner: string,
    hush: boolean,
  ) {
    if (!reply) return undefined;
    const gestureButtons = hush || !member || !reacts;
    const drawing = render(card, { owner, private: hush, gestureButtons });
    const message = await carrying(channel, card, reply.send(drawing, hush));
    if (!message) return undefined;
    repliesOf.set(message.id, reply);
    if (!gestureButtons) seed(message, card, owner);
    return message;
  }

  async function toChannel({ channel, alone, answers }: Occasion, card: Card, owner: string) {
    const addressed = !alone && answers === undefined;
    const drawing = render(card, { owner, private: false, gestureButtons: false, addressed });
    return write(await sendable(channel), drawing, card, owner, answers);
  }

  async function toDirectMessage({ channel, alone, member, answers }: Occasion, card: Card, owner: string) {
    if (alone) return undefined;
    const message = await write(
      await unlessClosed(client.users.createDM(owner)),
      render(card, { owner, private: false, gestureButtons: false }),
      card,
      owner,
    );
    if (member && answers !== undefined) {
      const where = message ? "I have answered in a direct message." : CLOSED_TO_ME;
      await write(
        await sendable(channel),
        render({ lines: [where] }, TO_ANYBODY),
        { lines: [] },
        owner,
        answers,
      );
    }
    return message;
  }

  async function write(
    channel: SendableChannels | undefined,
    drawing: Drawing,
    card: Card,
    owner: string,
    answers?: string,
  ): Promise<Message | undefined> {
    if (!channel) return undefined;
    const sending: Promise<Message> = channel.send({
      ...drawing,
      // A request that is tried again after a lost answer is recognised by its nonce, and not sent twice.
      nonce: randomBytes(12).toString("base64url"),
      enforceNonce: true,
      ...(answers !== undefined && { reply: { messageReference: answers, failIfNotExists: false } }),
    });
    const message = await carrying(channel.id, card, unlessClosed(sending));
    if (message) seed(message, card, owner);
    return message;
  }

  async function send(destination: Destination, card: Card): Promise<Sent> {
    const occasion = occasions.get(destination.inReplyTo) ?? (await forgotten(destination));
    const owner = destination.user.id;
    const hush = !occasion.alone && (destination.private === true || card.private === true);
    if (card.aside && !occasion.alone && !occasion.reply) return { kind: "refused" };
    const message =
      (await toReply(occasion, card, owner, hush)) ??
      (hush || !occasion.member ? undefined : await toChannel(occasion, card, owner)) ??
      (await toDirectMessage(occasion, card, owner));
    if (!message)
      log.warn(
        { channel: occasion.channel },
        "nowhere to say it: no interaction, no channel, no direct message",
      );
    return message
      ? { kind: "shown", message: messageId(message.channelId, message.id) }
      : { kind: "refused" };
  }

  async function edit(id: MessageId, card: Card): Promise<boolean> {
    const { channel, message } = readMessageId(id);
    const embeds = [embed(card)];
    if (await repliesOf.get(message)?.edit(message, embeds)) return true;
    const there = await sendable(channel);
    return (
      there !== undefined && (await unlessClosed(there.messages.edit(message, { embeds }))) !== undefined
    );
  }

  return {
    remember: (event, occasion) => void occasions.set(event, occasion),
    carriedBy,
    reaches: (message, reply) => void repliesOf.set(message, reply),
    send: (destination, card) => wordless(send(destination, card)),
    edit: (message, card) => wordless(edit(message, card)),
    idle,
  };
}

async function wordless<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    throw withoutWords(error);
  }
}

const CLOSED_TO_ME =
  "I cannot write to you in private: allow direct messages from this server, or use a slash command such as /history.";
const TO_ANYBODY = { owner: "", private: false, gestureButtons: false };
