/** How an interaction is answered: acknowledged within Discord's 3 s, then as many messages as come. */
import { type APIMessage, InteractionResponseType } from "discord.js";
import pRetry from "p-retry";
import type { Answerable, Api, Changes } from "./api.ts";
import { isBrief, isLate, isPassing, isRepeated, unlessRefused } from "./api-error.ts";
import { type Drawing, drawText } from "./render.ts";

export interface Reply {
  /** Discord itself shows whom it answers. */
  readonly names: boolean;
  /**
   * Undefined where the interaction cannot be answered any more, as after 15 minutes, and nothing was shown. A first
   * answer that was taken without a receipt is found again by its delivery.
   *
   * @throws what Discord refuses of the message, and where it may be tried again
   */
  send(drawing: Drawing, privately: boolean, delivery: string): Promise<APIMessage | undefined>;
  /** Changes a message sent here before; false where it cannot be reached this way any more. */
  edit(message: string, changes: Changes): Promise<boolean>;
}

/** Discord waits 3 s for the first answer; a part of that is gone when the interaction comes in. */
const WINDOW_MS = 2_500;
/** So a first answer is tried again soon. */
const SOON = { retries: 6, minTimeout: 100, factor: 1.7, randomize: true };

/** Says something first, as often as there is time for it. */
type Open = (
  type: InteractionResponseType,
  drawing?: Drawing | object,
  privately?: boolean,
) => Promise<APIMessage | undefined>;

function opening(api: Api, to: Answerable, onRival: () => void): Open {
  const inTime = AbortSignal.timeout(WINDOW_MS);
  const answer = async (attempt: number, ...saying: Parameters<Open>) => {
    const [type, drawing, privately] = saying;
    try {
      return await api.answer(to, type, inTime, drawing, privately);
    } catch (error) {
      if (attempt === 1 && isRepeated(error)) onRival();
      throw error;
    }
  };
  return (...saying) =>
    pRetry((attempt) => answer(attempt, ...saying), {
      ...SOON,
      signal: inTime,
      shouldRetry: ({ error }) => isBrief(error),
    });
}

/** It was taken before, came too late, or nobody knows; not: Discord refuses what it says. */
const isUncertain = (error: unknown): boolean => isRepeated(error) || isLate(error) || isPassing(error);

export interface SlashReply extends Reply {
  /** Shows "thinking" in the meantime. Never fails. */
  defer(): Promise<void>;
  /** All is said that can be said now; `owed`: an answer is kept that did not get through yet. Never fails. */
  finish(owed: boolean): Promise<void>;
}

export interface SlashReplyOptions {
  readonly slowAfterMs: number;
  readonly deferPrivately: boolean;
  /** Somebody else has answered first, who can be but another program with the same token. */
  readonly onRival: () => void;
}

/**
 * The first message answers directly, so that its card decides who sees it; where none has come in time the
 * answer is deferred, and `deferPrivately` decides.
 */
export function slashReply(
  api: Api,
  to: Answerable,
  { slowAfterMs, deferPrivately, onRival }: SlashReplyOptions,
): SlashReply {
  const open = opening(api, to, onRival);
  /** "thinking": something stands there in the place of the answer. */
  let state: "open" | "thinking" | "said" | "lost" = "open";
  /** What was said first, while nobody knows whether Discord has taken it. */
  let unsure: { readonly delivery: string } | undefined;
  let deferring: Promise<void> | undefined;
  const timer = setTimeout(() => void defer(), slowAfterMs);

  async function begin(
    next: "thinking" | "said",
    delivery: string,
    ...saying: Parameters<Open>
  ): Promise<APIMessage | undefined> {
    clearTimeout(timer);
    state = next;
    try {
      return await open(...saying);
    } catch (error) {
      if (!isUncertain(error)) {
        state = "open";
        throw error;
      }
      unsure = { delivery };
      return lookUp();
    }
  }

  async function lookUp(): Promise<APIMessage | undefined> {
    const original = await unlessRefused(api.answered(to));
    unsure = undefined;
    if (!original) state = "lost";
    return original;
  }

  function defer(): Promise<void> {
    deferring ??= begin(
      "thinking",
      "",
      InteractionResponseType.DeferredChannelMessageWithSource,
      {},
      deferPrivately,
    ).then(nothing, nothing);
    return deferring;
  }

  async function instead(drawing: Drawing, privately: boolean): Promise<APIMessage | undefined> {
    // A deferral that was public cannot be made private any more, nor can a first follow-up be.
    const hidden = privately && !deferPrivately;
    const answer = hidden ? drawText("The answer is for you alone.") : drawing;
    const shown = await unlessRefused(api.change(to, { content: "", ...answer }));
    state = "said";
    return shown && !hidden ? shown : api.followUp(to, drawing, privately);
  }

  return {
    names: true,
    defer,

    async send(drawing, privately, delivery) {
      await deferring;
      if (unsure) {
        const before = unsure.delivery;
        const original = await lookUp();
        if (original && before === delivery) return original;
      }
      switch (state) {
        case "open":
          return begin(
            "said",
            delivery,
            InteractionResponseType.ChannelMessageWithSource,
            drawing,
            privately,
          );
        case "thinking":
          return instead(drawing, privately);
        case "said":
          return api.followUp(to, drawing, privately);
        case "lost":
          return undefined;
      }
    },

    edit: (message, changes) => editThrough(api, to, message, changes),

    async finish(owed) {
      clearTimeout(timer);
      await deferring;
      const text = drawText(owed ? COMING : SILENCE);
      const first = InteractionResponseType.ChannelMessageWithSource;
      if (state === "thinking") await api.change(to, text).then(nothing, nothing);
      else if (state === "open" && owed)
        await begin("thinking", "", first, text, deferPrivately).then(nothing, nothing);
      else if (state === "open") await begin("said", "", first, text, true).then(nothing, nothing);
    },
  };
}

/** A button is acknowledged at once; what it brings follows as new messages. Never fails. */
export async function pressReply(api: Api, to: Answerable, onRival: () => void): Promise<Reply> {
  let lost = false;
  try {
    await opening(api, to, onRival)(InteractionResponseType.DeferredMessageUpdate);
  } catch (error) {
    lost = isLate(error);
  }
  return {
    names: false,
    send: async (drawing, privately) => (lost ? undefined : api.followUp(to, drawing, privately)),
    edit: async (message, changes) => !lost && editThrough(api, to, message, changes),
  };
}

/** Answers a button by a word for whoever pressed it. Never fails. */
export async function whisper(api: Api, to: Answerable, text: string, onRival: () => void): Promise<void> {
  const first = InteractionResponseType.ChannelMessageWithSource;
  await opening(api, to, onRival)(first, drawText(text), true).then(nothing, nothing);
}

const editThrough = async (api: Api, to: Answerable, message: string, changes: Changes): Promise<boolean> =>
  (await unlessRefused(api.change(to, changes, message))) !== undefined;

const nothing = (): void => {};

/** Nothing came of a command: better said than left "thinking". */
const SILENCE = "Nothing came of that. Please try again.";
const COMING = "I have that, and my answer is on its way: Discord keeps me waiting.";
