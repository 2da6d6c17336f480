/**
 * What Discord is asked for, over discord.js's REST client. Everything may be tried again without being done twice,
 * unless its comment says otherwise, and is, where a fault is over at once.
 */
import {
  type APIChannel,
  type APIMessage,
  type APIUser,
  type InteractionResponseType,
  type InternalRequest,
  MessageFlags,
  type RawFile,
  REST,
  type RESTOptions,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  RequestMethod,
  Routes,
} from "discord.js";
import { LRUCache } from "lru-cache";
import { wasNeverSent } from "../../src/host/network-error.ts";
import { isBrief } from "./api-error.ts";
import { patiently } from "./patiently.ts";
import type { Drawing } from "./render.ts";
import { createTraffic, type Urgency, withOwnSignal } from "./traffic.ts";

/** Whoever waits longer for an answer gives up. */
const ANSWERS_WITHIN_MS = 10_000;
/** A longer wait that Discord asks for is left to whoever asked. */
const LONGEST_LIMIT_MS = 15_000;
const DM_CHANNELS = 10_000;
/** As many as Discord tells at a time. */
const PAGE = 100;

/** An interaction, as far as it is needed to answer it. */
export interface Answerable {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/** What is changed of a message; the rest stays. */
export type Changes = Partial<Omit<Drawing, "components">> & {
  readonly components?: APIMessage["components"];
};

export interface Posting {
  /** The same on every try: for some minutes Discord then knows what it has taken, and posts it no second time. */
  readonly nonce: string;
  /** The message that is answered. */
  readonly answers?: string;
}

export interface Api {
  post(channel: string, drawing: Drawing, posting: Posting): Promise<APIMessage>;
  edit(urgency: Urgency, channel: string, message: string, changes: Changes): Promise<APIMessage>;
  react(urgency: Urgency, channel: string, message: string, emoji: string): Promise<void>;
  message(channel: string, message: string): Promise<APIMessage>;
  /** The latest messages of a channel, the latest first. */
  latest(channel: string): Promise<APIMessage[]>;
  /** Everybody who has put this emoji there. */
  reactors(channel: string, message: string, emoji: string): Promise<APIUser[]>;
  channel(id: string): Promise<APIChannel>;
  /** The channel alone with a person. */
  directMessage(user: string): Promise<string>;
  typing(channel: string): Promise<void>;

  /** The first answer to an interaction. Not tried again: Discord waits for 3 s. */
  answer(
    to: Answerable,
    type: InteractionResponseType,
    signal: AbortSignal,
    data?: Drawing | object,
    privately?: boolean,
  ): Promise<APIMessage | undefined>;
  /** What stands as the first answer. */
  answered(to: Answerable): Promise<APIMessage>;
  /** One more message. May be done twice where it is asked for twice. */
  followUp(to: Answerable, drawing: Drawing, privately: boolean): Promise<APIMessage>;
  /** @param message absent: the first answer */
  change(to: Answerable, changes: Changes, message?: string): Promise<APIMessage>;

  /** Resolves when nothing is asked for. */
  idle(): Promise<void>;
}

export interface ApiOptions {
  readonly token: string;
  /** Without version and trailing slash. Default: https://discord.com/api */
  readonly api?: string | undefined;
  /** Once it is, nothing more is asked for. */
  readonly closed: AbortSignal;
  /** Discord knows the token no more: nothing more is asked for but answers to interactions. */
  readonly onTokenRefused: () => void;
}

export function createApi({ token, api, closed, onTokenRefused }: ApiOptions): Api {
  const options: Partial<RESTOptions> = {
    ...(api !== undefined && { api }),
    retries: 0,
    timeout: ANSWERS_WITHIN_MS,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > LONGEST_LIMIT_MS,
  };
  const traffic = createTraffic({ rest: options, token, closed, onTokenRefused });
  /** Interactions bring tokens of their own, which no limit of the bot's holds for. */
  const direct = new REST(options);
  const dmChannels = new LRUCache<string, string>({ max: DM_CHANNELS });

  const underWay = new Set<Promise<unknown>>();
  const counted = (asking: Promise<unknown>): Promise<unknown> => {
    underWay.add(asking);
    return asking.finally(() => underWay.delete(asking));
  };

  const ask = (urgency: Urgency, request: InternalRequest): Promise<unknown> =>
    counted(patiently(() => traffic.request(urgency, request), closed));

  const speak = (request: InternalRequest, mayAgain = isBrief): Promise<unknown> => {
    const asking = () =>
      withOwnSignal(closed, (signal) => direct.request({ ...request, signal, auth: false }));
    return counted(patiently(asking, closed, mayAgain));
  };

  return {
    async post(channel, drawing, { nonce, answers }) {
      const { body, files } = form(drawing);
      const reply = { message_reference: { message_id: answers, fail_if_not_exists: false } };
      const request = {
        method: RequestMethod.Post,
        fullRoute: Routes.channelMessages(channel),
        body: { ...body, nonce, enforce_nonce: true, ...(answers !== undefined && reply) },
        files,
      };
      return (await ask("answer", request)) as APIMessage;
    },

    async edit(urgency, channel, message, changes) {
      const fullRoute = Routes.channelMessage(channel, message);
      return (await ask(urgency, { method: RequestMethod.Patch, fullRoute, ...form(changes) })) as APIMessage;
    },

    async react(urgency, channel, message, emoji) {
      const fullRoute = Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(emoji));
      await ask(urgency, { method: RequestMethod.Put, fullRoute });
    },

    async message(channel, message) {
      const fullRoute = Routes.channelMessage(channel, message);
      return (await ask("background", { method: RequestMethod.Get, fullRoute })) as APIMessage;
    },

    async latest(channel) {
      const query = new URLSearchParams({ limit: String(PAGE) });
      const request = { method: RequestMethod.Get, fullRoute: Routes.channelMessages(channel), query };
      return (await ask("answer", request)) as APIMessage[];
    },

    async reactors(channel, message, emoji) {
      const fullRoute = Routes.channelMessageReaction(channel, message, encodeURIComponent(emoji));
      const all: APIUser[] = [];
      for (let after = "0"; ; after = all.at(-1)!.id) {
        const query = new URLSearchParams({ limit: String(PAGE), after });
        const page = (await ask("background", { method: RequestMethod.Get, fullRoute, query })) as APIUser[];
        all.push(...page);
        if (page.length < PAGE) return all;
      }
    },

    async channel(id) {
      return (await ask("answer", {
        method: RequestMethod.Get,
        fullRoute: Routes.channel(id),
      })) as APIChannel;
    },

    async directMessage(user) {
      const known = dmChannels.get(user);
      if (known !== undefined) return known;
      const request = {
        method: RequestMethod.Post,
        fullRoute: Routes.userChannels(),
        body: { recipient_id: user },
      };
      const { id } = (await ask("answer", request)) as APIChannel;
      dmChannels.set(user, id);
      return id;
    },

    async typing(channel) {
      await ask("seed", { method: RequestMethod.Post, fullRoute: Routes.channelTyping(channel) });
    },

    async answer({ id, token: own }, type, signal, data, privately) {
      const { body, files } = form(data ?? {});
      const request = {
        method: RequestMethod.Post,
        fullRoute: Routes.interactionCallback(id, own),
        query: new URLSearchParams({ with_response: "true" }),
        body: { type, ...(data && { data: { ...body, ...flagsOf(privately) } }) },
        files,
      };
      const answered = await direct.request({ ...request, signal, auth: false });
      return (answered as RESTPostAPIInteractionCallbackWithResponseResult).resource?.message;
    },

    async answered({ applicationId, token: own }) {
      const fullRoute = Routes.webhookMessage(applicationId, own, "@original");
      return (await speak({ method: RequestMethod.Get, fullRoute })) as APIMessage;
    },

    async followUp({ applicationId, token: own }, drawing, privately) {
      const { body, files } = form(drawing);
      const request = {
        method: RequestMethod.Post,
        fullRoute: Routes.webhook(applicationId, own),
        body: { ...body, ...flagsOf(privately) },
        files,
      };
      return (await speak(request, wasNeverSent)) as APIMessage;
    },

    async change({ applicationId, token: own }, changes, message = "@original") {
      const fullRoute = Routes.webhookMessage(applicationId, own, message);
      return (await speak({ method: RequestMethod.Patch, fullRoute, ...form(changes) })) as APIMessage;
    },

    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** Files travel beside what is said of the message. */
function form({ files = [], ...body }: { readonly files?: readonly RawFile[] }) {
  return { body, files: [...files] };
}

const flagsOf = (privately = false): { flags?: MessageFlags.Ephemeral } =>
  privately ? { flags: MessageFlags.Ephemeral } : {};
