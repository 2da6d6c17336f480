/** Cards on their way to Slack: where the bot may post, and by what means where it may not. */
import { type types, webApi } from "@slack/bolt";
import type { Card } from "../../src/conversation/card.ts";
import { GESTURES } from "../../src/conversation/event.ts";
import type { Address } from "./address.ts";
import { REACTION_NAME } from "./emoji.ts";
import type { Log } from "./log.ts";
import { patiently } from "./patiently.ts";
import { renderCard, type SlackMessage } from "./render.ts";

/** Slack counts a link's preview as part of the message; the card says it all. */
const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false } as const;
/** The bot cannot post there: it was never invited, was removed, or the channel is closed. */
const KEPT_OUT = ["not_in_channel", "channel_not_found", "is_archived", "restricted_action"];
/** The message is gone, or stands as it is for good. */
const UNCHANGEABLE = ["message_not_found", "cant_update_message", "edit_window_closed", ...KEPT_OUT];

export interface Posting {
  /** The message's timestamp, or undefined where the bot may not post in that channel. */
  post(to: Address, card: Card, owner: string): Promise<string | undefined>;
  /**
   * Puts 👍 👎 ⏭ ℹ️ under a suggestion, or buttons into it where Slack takes no reactions from the bot. Never
   * fails: the suggestion stands, and people can react by hand.
   */
  offerGestures(channel: string, ts: string, card: Card, owner: string): Promise<void>;
  /** Draws a card anew in a message of the bot. False where it is gone, or cannot be changed. */
  update(channel: string, ts: string, card: Card): Promise<boolean>;
  /** For this person's eyes, in a channel. False where the bot may not. */
  whisper(to: Address, card: Card, user: string): Promise<boolean>;
  /** By the address that came with a command or a button; even where the bot is not. False where it is used up. */
  respond(
    responseUrl: string,
    card: Card,
    to: { readonly user: string; readonly for: "person" | "channel" },
  ): Promise<boolean>;
  /** The channel of the person's own conversation with the bot. */
  directChannel(user: string): Promise<string>;
  publishHome(user: string, view: types.HomeView): Promise<void>;
  upload(channel: string, card: Card & Required<Pick<Card, "file">>): Promise<void>;
}

export function createPosting(client: webApi.WebClient, log: Log): Posting {
  async function update(channel: string, ts: string, message: SlackMessage): Promise<boolean> {
    try {
      await patiently(() => client.chat.update({ channel, ts, ...message }));
      return true;
    } catch (error) {
      if (!says(error, ...UNCHANGEABLE)) throw error;
      return false;
    }
  }

  return {
    async post({ channel, thread }, card, owner) {
      const message = renderCard(card, { gestures: "reactions", owner });
      const place = thread === undefined ? { channel } : { channel, thread_ts: thread };
      try {
        const { ts } = await patiently(() =>
          client.chat.postMessage({ ...place, ...message, ...NO_PREVIEWS }),
        );
        return ts;
      } catch (error) {
        if (says(error, ...KEPT_OUT)) return undefined;
        throw error;
      }
    },

    async offerGestures(channel, timestamp, card, owner) {
      try {
        for (const gesture of GESTURES) {
          await client.reactions.add({ channel, timestamp, name: REACTION_NAME[gesture] }).catch((error) => {
            if (!says(error, "already_reacted")) throw error;
          });
        }
      } catch (error) {
        if (says(error, "message_not_found")) return;
        await update(channel, timestamp, renderCard(card, { gestures: "buttons", owner })).catch((err) =>
          log.warn({ err }, "a suggestion stands without reactions and buttons"),
        );
      }
    },

    update: (channel, ts, card) =>
      update(channel, ts, renderCard(card, { gestures: "reactions", owner: "" })),

    async whisper({ channel, thread }, card, user) {
      const message = renderCard(card, { gestures: "buttons", shareable: true, owner: user });
      const place = thread === undefined ? { channel, user } : { channel, user, thread_ts: thread };
      try {
        await patiently(() => client.chat.postEphemeral({ ...place, ...message }));
        return true;
      } catch (error) {
        if (says(error, "user_not_in_channel", ...KEPT_OUT)) return false;
        throw error;
      }
    },

    async respond(responseUrl, card, { user, for: audience }) {
      const shareable = audience === "person";
      const message = renderCard(card, { gestures: "buttons", shareable, owner: user });
      const response = await fetch(responseUrl, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          response_type: audience === "person" ? "ephemeral" : "in_channel",
          replace_original: false,
          ...message,
        }),
      });
      return response.ok;
    },

    async directChannel(user) {
      const { channel } = await patiently(() => client.conversations.open({ users: user }));
      return channel!.id!;
    },

    async publishHome(user, view) {
      await patiently(() => client.views.publish({ user_id: user, view }));
    },

    async upload(channel, { lines, file }) {
      await patiently(() =>
        client.filesUploadV2({
          channel_id: channel,
          filename: file.name,
          content: file.text,
          initial_comment: lines.join("\n"),
        }),
      );
    },
  };
}

function says(error: unknown, ...errors: readonly string[]): boolean {
  return error instanceof webApi.WebAPIPlatformError && errors.includes(error.data.error);
}
