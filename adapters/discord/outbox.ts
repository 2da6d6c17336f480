/** How a card finds its person: as the answer to an interaction, else into the channel, else as a direct message. */
import type { APIMessage } from "discord.js";
import { LRUCache } from "lru-cache";
import { type Card, picturedBy } from "../../src/conversation/card.ts";
import type { EventId } from "../../src/conversation/person.ts";
import type { Destination, MessageId, Sent } from "../../src/host/adapter.ts";
import type { DrawnPosters } from "../../src/host/drawn-posters.ts";
import type { ConversationId, UserKey } from "../../src/store/store.ts";
import type { Api } from "./api.ts";
import { isPassing, isRefusal, unlessRefused, withoutWords, wordless } from "./api-error.ts";
import { createAttaching } from "./attaching.ts";
import type { CarriedSuggestions } from "./carried.ts";
import { messageId, readMessageId } from "./incoming.ts";
import type { Log } from "./log.ts";
import { type Occasion, type Occasions, TOKEN_MS } from "./occasions.ts";
import type { Letter, Posted, Posting } from "./posting.ts";
import { drawText, type Poster, redraw, render } from "./render.ts";
import type { Reply } from "./reply.ts";
import type { Seeding } from "./seeding.ts";
import type { Gestures } from "./settings.ts";
import { type Standing, standingOf } from "./standing.ts";
import type { Standings } from "./standings.ts";

export interface Outbox {
  /** This message, which looks like that, can be changed through that reply. */
  reaches(message: string, standing: Standing, reply: Reply): void;
  /** An answer to this event did not get through yet, and is tried again. */
  owes(event: EventId): boolean;
  send(destination: Destination, card: Card): Promise<Sent>;
  edit(message: MessageId, card: Card, owner: UserKey): Promise<boolean>;
}

export interface OutboxOptions {
  readonly api: Api;
  readonly occasions: Occasions;
  readonly posting: Posting;
  readonly seeding: Seeding;
  readonly carried: CarriedSuggestions;
  readonly standings: Standings;
  /** Absent: cards go without. */
  readonly posters?: DrawnPosters | undefined;
  /** How suggestions are answered where both can be. */
  readonly gestures: Gestures;
  readonly log: Log;
}

const REMEMBERED = 10_000;
/** Nobody is told more often that they cannot be written to. */
const TOLD_MS = 24 * 3_600_000;

/** Undefined where there is no such way. */
type Way = (occasion: Occasion, letter: Letter) => Promise<APIMessage | undefined>;

export function createOutbox(options: OutboxOptions): Outbox {
  const { api, occasions, posting, seeding, standings, carried, posters, log } = options;
  const prefersButtons = options.gestures === "buttons";
  /** Through which interaction a message came, and can be changed where the bot itself may not go. */
  const repliesOf = new LRUCache<string, Reply>({ max: REMEMBERED, ttl: TOKEN_MS });
  const owed = new LRUCache<EventId, string>({ max: REMEMBERED, ttl: TOKEN_MS });
  const attaching = createAttaching();
  const told = new LRUCache<string, true>({ max: REMEMBERED, ttl: TOLD_MS });

  const openTo = ({ user }: Destination) => ({
    owner: user.id,
    private: false,
    gestureButtons: prefersButtons,
  });

  const isHushed = ({ alone }: Occasion, { to, card }: Letter): boolean =>
    !alone && (to.private === true || card.private === true);

  const toReply: Way = async (occasion, letter) => {
    const { channel, reply, member, reacts, alone } = occasion;
    if (!reply) return undefined;
    const { to, card, poster } = letter;
    const hushed = isHushed(occasion, letter);
    const gestureButtons = prefersButtons || hushed || !member || !reacts;
    const addressed = !reply.names && !hushed && !alone;
    const drawing = render(card, { owner: to.user.id, private: hushed, gestureButtons, addressed, poster });
    const before = to.again && member && !hushed ? await posting.find(channel, letter, drawing) : undefined;
    const message =
      before ?? (await carried.carrying(channel, card, reply.send(drawing, hushed, to.delivery)));
    if (!message) return undefined;
    repliesOf.set(message.id, reply);
    standings.note(message.id, standingOf(message));
    if (!gestureButtons) seeding.seed(message, card.suggestion);
    return message;
  };

  const toChannel: Way = async (occasion, letter) => {
    const { channel, alone, member, answers } = occasion;
    if (!member || isHushed(occasion, letter)) return undefined;
    const { to, card } = letter;
    const drawn = (addressed: boolean, poster?: Poster) => render(card, { ...openTo(to), addressed, poster });
    return attaching.orWithout(channel, letter.poster, (poster) =>
      write(channel, letter, drawn(!alone && answers === undefined, poster), answers, drawn(!alone, poster)),
    );
  };

  const toDirectMessage: Way = async (occasion, letter) => {
    const { alone, member, channel } = occasion;
    if (alone) return undefined;
    const { to, card, poster } = letter;
    const drawing = render(card, { ...openTo(to), poster });
    const wasRefused = member && !isHushed(occasion, letter);
    const why = wasRefused ? `I may not write in <#${channel}>, so I answer you here.\n` : "";
    const { content = "" } = drawing;
    const message = await write(await api.directMessage(to.user.id), letter, {
      ...drawing,
      ...(why + content && { content: why + content }),
    });
    const elsewhere = "I have answered in a direct message.";
    await tell(
      { ...occasion, member: member && occasion.answers !== undefined && !wasRefused },
      to,
      elsewhere,
    );
    return message;
  };

  /** Posts it there, unless it stands there already. */
  async function write(channel: string, letter: Letter, ...how: WriteArguments): Promise<APIMessage> {
    const { to, card } = letter;
    const before = to.again ? await posting.find(channel, letter, how[0]) : undefined;
    const message = before ?? (await carried.carrying(channel, card, posting.post(channel, letter, ...how)));
    standings.note(message.id, standingOf(message));
    if (!prefersButtons) seeding.seed(message, card.suggestion);
    return message;
  }

  /** Says a word to the person where they are, and nothing of what was to be shown; where that works, well. */
  async function tell({ reply, member, channel, answers }: Occasion, to: Destination, text: string) {
    const letter = { to: { ...to, delivery: `${to.delivery}-n` }, card: { lines: [text] } };
    const named = drawText(`<@${to.user.id}> ${text}`);
    try {
      if (await reply?.send(drawText(text), true, letter.to.delivery)) return;
      if (member)
        await posting.post(channel, letter, answers === undefined ? named : drawText(text), answers, named);
    } catch (error) {
      log.warn({ err: withoutWords(error), channel }, "could not say where the answer is");
    }
  }

  async function tellOfClosedDoor(occasion: Occasion, to: Destination): Promise<void> {
    const whom = `${to.user.id} in ${occasion.channel}`;
    if (told.has(whom)) return;
    told.set(whom, true);
    await tell(occasion, to, CLOSED_TO_ME);
  }

  async function deliver(letter: Letter): Promise<Posted | undefined> {
    const { to, card } = letter;
    const known = posting.shown(to.delivery);
    if (known) return known;
    const occasion = await occasions.of(to);
    if (card.aside && !occasion.alone && !occasion.reply) return undefined;
    const refused: (string | number)[] = [];
    let passing: unknown;
    for (const way of [toReply, toChannel, toDirectMessage]) {
      try {
        const message = await way(occasion, letter);
        if (message) return message;
      } catch (error) {
        if (isRefusal(error)) refused.push(error.code);
        else if (!isPassing(error) || !to.again) throw error;
        else passing ??= error; // it is tried again, and may come through another way
      }
    }
    if (passing) throw passing;
    if (isHushed(occasion, letter)) await tellOfClosedDoor(occasion, to);
    log.warn({ channel: occasion.channel, refused }, "nowhere to say it: no way to the person is open");
    return undefined;
  }

  /** Undefined where the card is of no film. */
  async function posterOf(card: Card, conversation: ConversationId): Promise<Poster | undefined> {
    const pictured = picturedBy(card);
    if (pictured === undefined || !posters) return undefined;
    if (!card.picture) return posters.of(pictured, conversation);
    const colour = await posters.colourOf(pictured);
    return colour === undefined ? undefined : { colour };
  }

  async function send(to: Destination, card: Card): Promise<Sent> {
    try {
      const message = await deliver({ to, card, poster: await posterOf(card, to.conversation) });
      owed.delete(to.inReplyTo);
      if (!message) return { kind: "refused" };
      posting.note(to.delivery, message);
      return { kind: "shown", message: messageId(message.channel_id, message.id) };
    } catch (error) {
      if (isPassing(error)) {
        owed.set(to.inReplyTo, to.delivery);
        throw error;
      }
      log.error({ err: withoutWords(error) }, "a card that cannot be sent");
      return { kind: "refused" };
    }
  }

  async function edit(id: MessageId, card: Card, owner: UserKey): Promise<boolean> {
    const { channel, message } = readMessageId(id);
    const standing = await standings.of(channel, message);
    if (!standing) return false;
    const changes = redraw(card, standing, owner.id);
    const isChanged =
      (await repliesOf.get(message)?.edit(message, changes)) ||
      (await unlessRefused(api.edit("redraw", channel, message, changes))) !== undefined;
    if (isChanged && card.picture) standings.note(message, { ...standing, picture: card.picture.url });
    return isChanged;
  }

  return {
    reaches(message, standing, reply) {
      repliesOf.set(message, reply);
      standings.note(message, standing);
    },
    owes: (event) => owed.has(event),
    send: (destination, card) => wordless(send(destination, card)),
    edit: (message, card, owner) => wordless(edit(message, card, owner)),
  };
}

type WriteArguments = Parameters<Posting["post"]> extends [string, Letter, ...infer How] ? How : never;

const CLOSED_TO_ME =
  "I cannot write to you in private: allow direct messages from this server, or use a slash command such as /history.";
