/**
 * Addresses that come with a command or a pressed button and take answers there: five each, for half an hour, also
 * where the bot itself may not post. They alone can change a message that one person sees.
 */
import { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { MessageId } from "../../src/host/adapter.ts";
import { atMost } from "./at-most.ts";
import type { Calls } from "./calls.ts";
import { refusal } from "./failures.ts";
import type { SlackMessage } from "./render.ts";

const VALID_MS = 29 * 60_000;
const MESSAGES_AT_HAND = 10_000;

export interface AnswerUrls {
  /**
   * False where the address is used up, or Slack refuses.
   *
   * @throws where it may be tried again
   */
  answer(url: string, message: SlackMessage, how: "toOne" | "toAll" | "replacing"): Promise<boolean>;
  /** A button of this message was pressed, which one person alone sees. */
  pressed(message: MessageId, url: string): void;
  /** The address at which the message can be changed; undefined where there is none, or none any more. */
  of(message: MessageId): string | undefined;
}

const WIRE = {
  toOne: { response_type: "ephemeral", replace_original: false },
  toAll: { response_type: "in_channel", replace_original: false },
  replacing: { response_type: "ephemeral", replace_original: true },
} as const;

export function createAnswerUrls(calls: Calls, fetch: typeof globalThis.fetch): AnswerUrls {
  const urls = new LRUCache<MessageId, string>({ ...atMost(MESSAGES_AT_HAND), ttl: VALID_MS });

  async function post(url: string, body: object): Promise<void> {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }).catch((error: Error) => {
      throw new webApi.WebAPIRequestError(error);
    });
    if (response.status === 429)
      throw new webApi.WebAPIRateLimitedError(Number(response.headers.get("retry-after")) || 1);
    const text = await response.text();
    if (response.status >= 500)
      throw new webApi.WebAPIHTTPError(response.status, response.statusText, {}, text);
    const error = response.ok ? errorIn(text) : (errorIn(text) ?? `status_${response.status}`);
    if (error !== undefined) throw new webApi.WebAPIPlatformError({ ok: false, error });
  }

  return {
    async answer(url, message, how) {
      const body = { ...WIRE[how], ...message };
      const replacing = how === "replacing";
      try {
        await calls.make(
          { method: "response_url", urgency: replacing ? "redraw" : "answer", repeatable: replacing },
          () => post(url, body),
        );
        return true;
      } catch (error) {
        if (refusal(error) === undefined) throw error;
        return false;
      }
    },
    pressed: (message, url) => void urls.set(message, url),
    of: (message) => urls.get(message),
  };
}

/** Slack says "ok", or what is wrong as JSON. */
function errorIn(text: string): string | undefined {
  try {
    const { ok, error } = JSON.parse(text) as { ok?: unknown; error?: unknown };
    return ok === false && typeof error === "string" ? error : undefined;
  } catch {
    return undefined;
  }
}
