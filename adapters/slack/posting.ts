/** Cards on their way to Slack: where the bot may post, and by what means where it may not. */
import type { types, webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { DeliveryId } from "../../src/store/store.ts";
import { type Address, isDirect, messageAt } from "./address.ts";
import type { AnswerUrls } from "./answer-urls.ts";
import { atMost } from "./at-most.ts";
import type { Calls } from "./calls.ts";
import { refusal } from "./failures.ts";
import { type Find, isDelivery, metadataOf } from "./finding.ts";
import type { Log } from "./log.ts";
import { type DrawnCard, type Picture, pictureIn, pictureOf, withoutPicture } from "./picture.ts";
import { type Drawing, type Heading, renderCard, type SlackMessage } from "./render.ts";

/** Slack counts a link's preview as part of the message; the card says it all. */
const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false } as const;
/** The bot was never invited there, or the person has left: how things are. Other reasons are told in the log. */
const ORDINARY = new Set(["not_in_channel", "channel_not_found", "user_not_in_channel"]);
const MESSAGES_AT_HAND = 10_000;

/** Whose card it is, and which showing. */
export interface Posted {
  /** Slack id. */
  readonly owner: string;
  readonly delivery: DeliveryId;
  /** It may stand there already, since then: milliseconds since 1970. */
  readonly againSinceMs: number | undefined;
  readonly heading: Heading;
}

type MessageThere = NonNullable<Awaited<ReturnType<webApi.WebClient["reactions"]["get"]>>["message"]> & {
  readonly thread_ts?: string;
};

/** Where so many suggestions wait for their reactions that Slack does not take, the next ones get buttons at once. */
const MOST_UNSEEDED = 12;

/** A message that stands there, and how the suggestion in it is answered. */
export interface Standing {
  readonly ts: string;
  readonly gestures: Drawing["gestures"];
}

/** Every way throws where it may be tried again. */
export interface Posting {
  /** Undefined where Slack refuses. */
  post(to: Address, card: DrawnCard, posted: Posted): Promise<Standing | undefined>;
  /** Changes a message of the bot. False where it is gone, or cannot be changed. */
  update(
    channel: string,
    ts: string,
    message: SlackMessage,
    urgency?: "seed" | "redraw" | "look",
  ): Promise<boolean>;
  /** Draws a card anew where it stands, as it was drawn there, with its picture. False as `update`. */
  redraw(channel: string, ts: string, card: DrawnCard, owner: string): Promise<boolean>;
  /** The thread that the message stands in, or begins. */
  threadOf(channel: string, ts: string): Promise<string>;
  /** This message is answered by buttons in it. */
  hasButtons(channel: string, ts: string): void;
  /** For this person's eyes, in a channel. False where Slack refuses. */
  whisper(to: Address, card: DrawnCard, user: string): Promise<boolean>;
  /** By the address that came with a command or a button; even where the bot is not. False as `whisper`. */
  respond(
    responseUrl: string,
    card: DrawnCard,
    to: { readonly user: string; readonly for: "person" | "channel" },
  ): Promise<boolean>;
  /** The channel of the person's own conversation with the bot. Undefined where there can be none. */
  directChannel(user: string): Promise<string | undefined>;
  publishHome(user: string, view: types.HomeView): Promise<void>;
}

export interface PostingOptions {
  readonly client: webApi.WebClient;
  readonly calls: Calls;
  readonly find: Find;
  readonly answerUrls: AnswerUrls;
  readonly log: Log;
}

export function createPosting({ client, calls, find, answerUrls, log }: PostingOptions): Posting {
  const buttoned = new LRUCache<string, true>(atMost(MESSAGES_AT_HAND));
  const threads = new LRUCache<string, string>(atMost(MESSAGES_AT_HAND));
  const pictured = new LRUCache<string, { readonly picture: Picture | undefined }>(atMost(MESSAGES_AT_HAND));

  /** Undefined where Slack refuses. */
  async function unlessRefused<T>(doing: Promise<T>, channel: string): Promise<T | undefined> {
    try {
      return await doing;
    } catch (error) {
      const refused = refusal(error);
      if (refused === undefined) throw error;
      if (!ORDINARY.has(refused)) log.warn({ channel, error: refused }, "Slack takes no message there");
      return undefined;
    }
  }

  async function update(
    channel: string,
    ts: string,
    message: SlackMessage,
    urgency: "seed" | "redraw" | "look" = "redraw",
  ): Promise<boolean> {
    try {
      await calls.make({ method: "chat.update", urgency, repeatable: true }, () =>
        client.chat.update({ channel, ts, ...message }),
      );
      return true;
    } catch (error) {
      if (refusal(error) === undefined) throw error;
      return false;
    }
  }

  /** As Slack tells it. Undefined where it is gone, or the bot may not look. */
  async function messageThere(channel: string, ts: string): Promise<MessageThere | undefined> {
    const looking = calls.make({ method: "reactions.get", urgency: "look", repeatable: true }, () =>
      client.reactions.get({ channel, timestamp: ts }),
    );
    return (await unlessRefused(looking, channel))?.message;
  }

  /** The picture in a message: known, or looked up where another process has posted it. */
  async function pictureAt(channel: string, ts: string): Promise<Picture | undefined> {
    const name = messageAt(channel, ts);
    const noted = pictured.get(name);
    if (noted) return noted.picture;
    const picture = pictureIn((await messageThere(channel, ts))?.blocks ?? []);
    pictured.set(name, { picture });
    return picture;
  }

  return {
    async post({ channel, thread }, card, { owner, delivery, againSinceMs, heading }) {
      const there =
        againSinceMs === undefined
          ? undefined
          : await find({ channel, ...(thread && { thread }) }, againSinceMs, isDelivery(delivery));
      if (there !== undefined) return { ts: there, gestures: "reactions" };
      const gestures = calls.backlog("reactions.add") > MOST_UNSEEDED ? "buttons" : "reactions";
      const message = renderCard(card, { gestures, owner, ...headed(channel, heading) });
      const place = thread === undefined ? { channel } : { channel, thread_ts: thread };
      const metadata = metadataOf(delivery, card.suggestion);
      const posted = calls.make(
        { method: "chat.postMessage", channel, urgency: "answer", repeatable: false },
        () => client.chat.postMessage({ ...place, ...message, ...NO_PREVIEWS, metadata }),
      );
      const ts = (await unlessRefused(posted, channel))?.ts;
      if (ts === undefined) return undefined;
      if (gestures === "buttons") buttoned.set(messageAt(channel, ts), true);
      pictured.set(messageAt(channel, ts), { picture: pictureOf(card) });
      if (thread !== undefined) threads.set(messageAt(channel, ts), thread);
      return { ts, gestures };
    },

    update,

    async redraw(channel, ts, card, owner) {
      const gestures = buttoned.has(messageAt(channel, ts)) ? "buttons" : "reactions";
      const drawn = { ...card, poster: pictureOf(card) ?? (await pictureAt(channel, ts)) };
      for (const shown of pictureOf(drawn) ? [drawn, withoutPicture(card)] : [drawn]) {
        const message = renderCard(shown, { gestures, owner, ...headed(channel, "for") });
        if (!(await update(channel, ts, message))) continue;
        pictured.set(messageAt(channel, ts), { picture: pictureOf(shown) });
        return true;
      }
      return false;
    },

    async threadOf(channel, ts) {
      const known = threads.get(messageAt(channel, ts));
      if (known !== undefined) return known;
      const thread = (await messageThere(channel, ts))?.thread_ts ?? ts;
      threads.set(messageAt(channel, ts), thread);
      return thread;
    },

    hasButtons: (channel, ts) => void buttoned.set(messageAt(channel, ts), true),

    async whisper({ channel, thread }, card, user) {
      const message = renderCard(card, { gestures: "buttons", shareable: true, owner: user });
      const place = thread === undefined ? { channel, user } : { channel, user, thread_ts: thread };
      const whispered = calls.make(
        { method: "chat.postEphemeral", urgency: "answer", repeatable: false },
        () => client.chat.postEphemeral({ ...place, ...message }),
      );
      return (await unlessRefused(whispered, channel)) !== undefined;
    },

    respond(responseUrl, card, { user, for: audience }) {
      const toAll = audience === "channel";
      const message = renderCard(card, {
        gestures: "buttons",
        shareable: !toAll,
        owner: user,
        ...(toAll && { heading: "from" }),
      });
      return answerUrls.answer(responseUrl, message, toAll ? "toAll" : "toOne");
    },

    async directChannel(user) {
      const opened = calls.make({ method: "conversations.open", urgency: "answer", repeatable: true }, () =>
        client.conversations.open({ users: user }),
      );
      return (await unlessRefused(opened, user))?.channel?.id;
    },

    async publishHome(user, view) {
      await calls.make({ method: "views.publish", urgency: "answer", repeatable: true }, () =>
        client.views.publish({ user_id: user, view }),
      );
    },
  };
}

/** Among others a card says whose it is; where nobody else reads along it need not. */
const headed = (channel: string, heading: Heading): { heading?: Heading } =>
  isDirect({ channel }) ? {} : { heading };
