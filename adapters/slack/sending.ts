/** Which way a card goes: to everybody in the channel, to one person there, or into that person's messages. */
import type { Card } from "../../src/conversation/card.ts";
import type { Destination, MessageId, Sent } from "../../src/host/adapter.ts";
import type { UserKey } from "../../src/store/store.ts";
import { type Address, addressOf, isDirect, messageAt } from "./address.ts";
import type { AnswerUrls } from "./answer-urls.ts";
import type { CarriedSuggestions } from "./carried.ts";
import type { Heard } from "./incoming.ts";
import type { Log } from "./log.ts";
import type { Posting } from "./posting.ts";
import { renderCard } from "./render.ts";
import type { Seeding } from "./seeding.ts";
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
  takeLater,
  log,
}: SendingOptions): Sending {
  /** Where everybody in the channel reads it. */
  async function publish(
    to: Address,
    card: Card,
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
    card: Card,
    destination: Destination,
    heard: Heard | undefined,
  ): Promise<Sent> {
    if (card.aside && destination.again) return REFUSED;
    const user = destination.user.id;
    const url = heard?.responseUrl;
    if (url !== undefined && (await posting.respond(url, card, { user, for: "person" })))
      return { kind: "shown" };
    if (await posting.whisper(to, card, user)) return { kind: "shown" };
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

  const deliver: Sending["send"] = async (destination, card, heard) => {
    if (card.file) return hand({ lines: card.lines, file: card.file }, destination, heard);
    const to = addressOf(destination.conversation);
    const isShared = heard?.incoming.did.kind === "shared";
    if (isDirect(to) || !(destination.private || card.private)) {
      const sent = await publish(to, card, destination, isShared);
      if (sent.kind === "shown") return sent;
    }
    if (isShared && heard.responseUrl !== undefined) {
      const user = destination.user.id;
      if (await posting.respond(heard.responseUrl, card, { user, for: "channel" })) return { kind: "shown" };
    }
    return confide(to, card, destination, heard);
  };

  const draw: Sending["edit"] = async (message, card, owner) => {
    const url = answerUrls.of(message);
    if (url !== undefined) {
      const drawn = renderCard(card, { gestures: "buttons", shareable: true, owner: owner.id });
      return answerUrls.answer(url, drawn, "replacing");
    }
    const { channel, thread: ts = "" } = addressOf(message);
    return posting.redraw(channel, ts, card, owner.id);
  };

  return {
    async send(destination, card, heard) {
      const sent = await deliver(destination, card, heard);
      return sent.kind === "refused" && card.picture
        ? deliver(destination, withoutPicture(card), heard)
        : sent;
    },

    async edit(message, card, owner) {
      const isDrawn = await draw(message, card, owner);
      return isDrawn || (card.picture !== undefined && draw(message, withoutPicture(card), owner));
    },
  };
}

/** Slack loads a picture before it takes the message, and takes none whose picture it cannot load. */
const withoutPicture = ({ picture: _, ...card }: Card): Card => card;
