/** Which way a card goes: to everybody in the channel, to one person there, or into that person's messages. */
import type { Card } from "../../src/conversation/card.ts";
import type { Destination, MessageId, Sent } from "../../src/host/adapter.ts";
import { type Address, addressOf, isDirect, messageAt } from "./address.ts";
import type { CarriedSuggestions } from "./carried.ts";
import type { Heard } from "./incoming.ts";
import type { Posting } from "./posting.ts";

export interface Sending {
  /** @param heard what the card answers, where that is still known */
  send(destination: Destination, card: Card, heard: Heard | undefined): Promise<Sent>;
  edit(message: MessageId, card: Card): Promise<boolean>;
}

const FILE_SENT: Card = { lines: ["It is in your messages with me, for your eyes only."] };

export function createSending(posting: Posting, carried: CarriedSuggestions): Sending {
  /** Where everybody in the channel reads it. Undefined where the bot may not post. */
  async function publish(to: Address, card: Card, { conversation, user }: Destination): Promise<Sent> {
    const ts = await posting.post(to, card, user.id);
    if (ts === undefined) return { kind: "refused" };
    const message = messageAt(to.channel, ts);
    const { suggestion } = card;
    if (suggestion !== undefined) {
      carried.set(message, { suggestion, conversation });
      await posting.offerGestures(to.channel, ts, card, user.id);
    }
    return { kind: "shown", message };
  }

  /** To one person, by the best way that is open. */
  async function confide(
    to: Address,
    card: Card,
    destination: Destination,
    heard: Heard | undefined,
  ): Promise<Sent> {
    const user = destination.user.id;
    const url = heard?.responseUrl;
    if (url !== undefined && (await posting.respond(url, card, { user, for: "person" })))
      return { kind: "shown" };
    if (await posting.whisper(to, card, user)) return { kind: "shown" };
    if (card.aside) return { kind: "refused" };
    return publish({ channel: await posting.directChannel(user) }, card, destination);
  }

  /** A file cannot be shown to one of several: it goes into the person's own messages. */
  async function hand(
    file: NonNullable<Card["file"]>,
    card: Card,
    destination: Destination,
    heard: Heard | undefined,
  ): Promise<Sent> {
    const to = addressOf(destination.conversation);
    const direct = await posting.directChannel(destination.user.id);
    await posting.upload(direct, { ...card, file });
    if (direct !== to.channel) await confide(to, FILE_SENT, destination, heard);
    return { kind: "shown" };
  }

  return {
    async send(destination, card, heard) {
      if (card.file) return hand(card.file, card, destination, heard);
      const to = addressOf(destination.conversation);
      if (isDirect(to) || !(destination.private || card.private)) {
        const sent = await publish(to, card, destination);
        if (sent.kind === "shown") return sent;
      }
      if (heard?.incoming.did.kind === "shared" && heard.responseUrl !== undefined) {
        const user = destination.user.id;
        if (await posting.respond(heard.responseUrl, card, { user, for: "channel" }))
          return { kind: "shown" };
      }
      return confide(to, card, destination, heard);
    },

    async edit(message, card) {
      const { channel, thread: ts } = addressOf(message);
      return posting.update(channel, ts!, card);
    },
  };
}
