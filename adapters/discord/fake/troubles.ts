/** What can go wrong between the bot and Discord: on purpose nastier than the platform, and at a request of one's choice. */
import type { Refusal } from "./refusal.ts";

export interface Trouble {
  /** What it befalls: the beginning of "POST /channels/..." or a pattern for it, "CONNECT /gateway", or "IDENTIFY". */
  readonly on: string | RegExp;
  /** How many requests it befalls. */
  times: number;
  /** How many of them get through before it begins. Default: 0 */
  after?: number;
  /** Answers 429 and asks for this wait. */
  readonly retryAfterS?: number;
  /** Does nothing and answers with this status: 500, 503. */
  readonly status?: number;
  /** Refuses it with one of Discord's own codes. */
  readonly refuses?: Refusal;
  /** Does as asked, but answers 500. */
  readonly losesAnswer?: boolean;
  /** Does as asked at once, but answers this much later. */
  readonly answersAfterMs?: number;
  /** Cuts the socket: before it has done anything, or after it has done as asked. */
  readonly cuts?: "before" | "after";
  /** The gateway closes with this code. */
  readonly closes?: number;
  /** Never answers: does nothing, or does as asked. */
  readonly hangs?: "before" | "after";
}

/** So many requests of a kind in one channel within a time: more are answered with 429. */
export interface Limit {
  readonly on: string | RegExp;
  readonly requests: number;
  readonly perMs: number;
}

export interface Troubles {
  /** Every request takes so long before anything is done. Default: 0 */
  latencyMs: number;
  add(trouble: Trouble): void;
  limit(limit: Limit): void;
  /** How many requests went over a limit. */
  readonly overLimit: number;
  /** The trouble that this request meets, and uses up. */
  befalling(what: string): Trouble | undefined;
  /** What Discord says of the limits that the request counts for. */
  limitsOn(
    what: string,
  ): { readonly headers: Record<string, string>; readonly retryAfterS?: number } | undefined;
}

export function createTroubles(): Troubles {
  const all: Trouble[] = [];
  const limits: Limit[] = [];
  /** By limit and channel: how many requests are left, and until when. */
  const buckets = new Map<string, { left: number; readonly untilMs: number }>();
  const troubles: Troubles & { overLimit: number } = {
    latencyMs: 0,
    overLimit: 0,
    add: (trouble) => void all.push(trouble),
    limit: (limit) => void limits.push(limit),

    befalling(what) {
      const meant = all.filter((trouble) => trouble.times > 0 && isOn(trouble, what));
      const trouble = meant.find(({ after = 0 }) => after === 0);
      for (const later of meant) if (later.after) later.after--;
      if (trouble) trouble.times--;
      return trouble;
    },

    limitsOn(what) {
      const limit = limits.find((one) => isOn(one, what));
      if (!limit) return undefined;
      const key = `${limits.indexOf(limit)} ${/\/channels\/\d+/.exec(what)?.[0]}`;
      const known = buckets.get(key);
      const nowMs = Date.now();
      const bucket =
        known && known.untilMs > nowMs ? known : { left: limit.requests, untilMs: nowMs + limit.perMs };
      buckets.set(key, bucket);
      const resetAfterS = (bucket.untilMs - nowMs) / 1000;
      const isOver = bucket.left === 0;
      if (isOver) troubles.overLimit++;
      else bucket.left--;
      const headers = {
        "x-ratelimit-limit": String(limit.requests),
        "x-ratelimit-remaining": String(bucket.left),
        "x-ratelimit-reset-after": String(resetAfterS),
      };
      return { headers, ...(isOver && { retryAfterS: resetAfterS }) };
    },
  };
  return troubles;
}

const isOn = ({ on }: { readonly on: string | RegExp }, what: string): boolean =>
  typeof on === "string" ? what.startsWith(on) : on.test(what);
