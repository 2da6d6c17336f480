/** Which way a card goes: to everybody in the channel, to one person there, or into that person's messages. */
import { type Card, picturedBy } from "../../src/conversation/card.ts";
import type { Destination, MessageId, Sent } from "../../src/host/adapter.ts";
import type { UserKey } from "../../src/store/store.ts";
import { type Address, addressOf, isDirect, messageAt } from "./address.ts";
import type { AnswerUrls } from "./answer-urls.ts";
import type { CarriedSuggestions } from "./carried.ts";
import type { Heard } from "./incoming.ts";
import type { Log } from "./log.ts";
import { type DrawnCard, pictureOf, withoutPicture } from "./picture.ts";
import type { Posters } from "./posters.ts";
import type { Posting } from "./posting.ts";
import { renderCard } from "./render.ts";
import type { Seeding } from "./seeding.ts";
import { type Whispers, whisperedAt } from "./threads.ts";
import type { FileCard, Upload } from "./uploading.ts";

export interface Sending {
  /** @param heard what the card answers, where that is still known */
  send(destination: Destination, card: Card, heard: Heard | undefined): Promise<Sent>;
  edit(message: MessageId, card: Card, owner: UserKey): Promise<boolean>;
}

const FILE_SENT: Card = { lines: ["It is in your messages with me, for your eyes only."] };
const NOT_THERE = "I may not write where you asked, so I answer here. Write to me here, and we go on.";

const REFUSED: Sent = { kind: "refused" };

export interface SendingOptions {
  readonly posting: Posting;
  readonly seeding: Seeding;
  readonly upload: Upload;
  readonly answerUrls: AnswerUrls;
  readonly carried: CarriedSuggestions;
  readonly posters: Posters;
  readonly whispers: Whispers;
  /** A reaction that came before its suggestion was known. */
  readonly takeLater: (heard: Heard) => void;
  readonly log: Log;
}

export function createSending({
  posting,
  seeding,
  upload,
  answerUrls,
  carried,
  posters,
  whispers,
  takeLater,
  log,
}: SendingOptions): Sending {
  /** What follows a card that a command has put into a channel stands in its thread. */
  async function threadOf(to: Address, heard: Heard | undefined): Promise<Address> {
    const did = heard?.incoming.did;
    const message = did && did.kind !== "shared" && "on" in did ? did.on.message : undefined;
    if (isDirect(to) || to.thread !== undefined || message === undefined) return to;
    const { channel, thread: ts = "" } = addressOf(message);
    return channel === to.channel ? { channel, thread: await posting.threadOf(channel, ts) } : to;
  }

  /** Where everybody in the channel reads it. */
  async function publish(
    to: Address,
    card: DrawnCard,
    { conversation, user, delivery, again, atMs }: Destination,
    isShared = false,
  ): Promise<Sent> {
    const heading = isShared ? "from" : "for";
    const againSinceMs = again ? atMs : undefined;
    const standing = await posting.post(to, card, { owner: user.id, delivery, againSinceMs, heading });
    if (!standing) return REFUSED;
    const { ts, gestures } = standing;
    const message = messageAt(to.channel, ts);
    const { suggestion } = card;
    if (suggestion !== undefined) {
      for (const heard of carried.claim(message, { suggestion, conversation })) takeLater(heard);
      if (gestures === "reactions") seeding.offer({ channel: to.channel, ts }, card, user.id);
    }
    return { kind: "shown", message };
  }

  /**
   * To one person, by the best way that is open. What one person alone sees cannot be looked up afterwards: where it
   * may have been shown already, it is shown again, for twice is better than never, but for an aside.
   */
  async function confide(
    to: Address,
    card: DrawnCard,
    destination: Destination,
    heard: Heard | undefined,
  ): Promise<Sent> {
    if (card.aside && destination.again) return REFUSED;
    const user = destination.user.id;
    const url = heard?.responseUrl;
    if (url !== undefined && (await posting.respond(url, card, { user, for: "person" })))
      return { kind: "shown" };
    if (await posting.whisper(whisperedAt(to, destination.inReplyTo), card, user)) {
      whispers.note(destination.conversation, user);
      return { kind: "shown" };
    }
    if (card.aside) return REFUSED;
    const channel = await posting.directChannel(user);
    if (channel === undefined || (channel === to.channel && to.thread === undefined)) return REFUSED;
    return publish({ channel }, { ...card, lines: [NOT_THERE, ...card.lines] }, destination);
  }

  /** A file cannot be shown to one of several: it goes into the person's own messages. */
  async function hand(card: FileCard, destination: Destination, heard: Heard | undefined): Promise<Sent> {
    const to = addressOf(destination.conversation);
    const direct = await posting.directChannel(destination.user.id);
    if (direct === undefined || !(await upload(direct, card, destination))) return REFUSED;
    if (direct !== to.channel)
      await confide(to, FILE_SENT, destination, heard).catch((err) =>
        log.warn({ err }, "a file was sent, and that could not be said"),
      );
    return { kind: "shown" };
  }

  async function deliver(destination: Destination, card: DrawnCard, heard: Heard | undefined): Promise<Sent> {
    if (card.file) return hand({ lines: card.lines, file: card.file }, destination, heard);
    const to = addressOf(destination.conversation);
    const isShared = heard?.incoming.did.kind === "shared";
    if (isDirect(to) || !(destination.private || card.private)) {
      const sent = await publish(await threadOf(to, heard), card, destination, isShared);
      if (sent.kind === "shown") return sent;
    }
    if (isShared && heard.responseUrl !== undefined) {
      const user = destination.user.id;
      if (await posting.respond(heard.responseUrl, card, { user, for: "channel" })) return { kind: "shown" };
    }
    return confide(to, card, destination, heard);
  }

  async function draw(message: MessageId, card: DrawnCard, owner: UserKey): Promise<boolean> {
    const url = answerUrls.of(message);
    if (url !== undefined) {
      const replaced = (shown: DrawnCard) =>
        answerUrls.answer(
          url,
          renderCard(shown, { gestures: "buttons", shareable: true, owner: owner.id }),
          "replacing",
        );
      return (
        (await replaced(card)) || (pictureOf(card) !== undefined && (await replaced(withoutPicture(card))))
      );
    }
    const { channel, thread: ts = "" } = addressOf(message);
    return posting.redraw(channel, ts, card, owner.id);
  }

  /** With the poster that was drawn for it, where it suggests something and has no picture from elsewhere. */
  async function drawn(card: Card, { conversation }: Destination): Promise<DrawnCard> {
    const pictured = picturedBy(card);
    if (pictured === undefined || card.picture) return card;
    return { ...card, poster: await posters.of(pictured, conversation) };
  }

  const drawnBefore = (card: Card): DrawnCard => {
    const pictured = picturedBy(card);
    return pictured === undefined || card.picture ? card : { ...card, poster: posters.known(pictured) };
  };

  return {
    async send(destination, card, heard) {
      const pictured = await drawn(card, destination);
      const sent = await deliver(destination, pictured, heard);
      if (sent.kind === "shown" || !pictureOf(pictured)) return sent;
      const by = picturedBy(card);
      if (by !== undefined) posters.forget(by);
      return deliver(destination, withoutPicture(card), heard);
    },

    edit: (message, card, owner) => draw(message, drawnBefore(card), owner),
  };
}
