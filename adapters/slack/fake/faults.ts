/** What may go wrong between an app and Slack, call by call; nastier than Slack itself. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Params } from "./messages.ts";

export type Failure =
  /** Slack's own word, with 200. `taken`: after the work was done, which some of them leave open. */
  | { readonly error: string; readonly taken?: boolean }
  /** 429 */
  | { readonly retryAfterS: number }
  /** Something in between, or Slack's front door. */
  | { readonly status: number; readonly taken?: boolean }
  /** The socket is cut: before anything was done, after all was done, or in the middle of the answer. */
  | "cut"
  | "answer lost"
  | "half an answer"
  /** Nothing comes back. */
  | "silence";

export interface Call {
  readonly method: string;
  readonly params: Params;
}

/** Of one method, or of each channel in it, so many calls at once and then so many a second. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
  readonly byChannel?: boolean;
}

export interface Faults {
  /** Milliseconds that every call takes. */
  latencyMs: number;
  /** Asked about every call, after those that are to fail once. */
  schedule: ((call: Call) => Failure | undefined) | undefined;
  /** The next calls of this method fail. */
  add(method: string, failure: Failure, times: number): void;
  /** How many calls of this method are still to fail. */
  failing(method: string): number;
  limit(method: string, limit: Limit): void;
  /** Resolves when the call is due. */
  next(call: Call): Promise<Failure | undefined>;
}

export function createFaults(): Faults {
  const once = new Map<string, Failure[]>();
  const limits = new Map<string, Limit>();
  const buckets = new Map<string, { tokens: number; atMs: number }>();

  function overLimit({ method, params }: Call): Failure | undefined {
    const limit = limits.get(method);
    if (!limit) return undefined;
    const { burst, perSecond, byChannel = false } = limit;
    const key = `${method} ${byChannel ? params.channel : ""}`;
    const nowMs = performance.now();
    const before = buckets.get(key) ?? { tokens: burst, atMs: nowMs };
    const tokens = Math.min(burst, before.tokens + ((nowMs - before.atMs) / 1_000) * perSecond);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs });
    return tokens >= 1 ? undefined : { retryAfterS: Math.ceil((1 - tokens) / perSecond) };
  }

  return {
    latencyMs: 0,
    schedule: undefined,
    add(method, failure, times) {
      once.set(method, [...(once.get(method) ?? []), ...new Array<Failure>(times).fill(failure)]);
    },
    failing: (method) => once.get(method)?.length ?? 0,
    limit: (method, limit) => void limits.set(method, limit),
    async next(call) {
      const failure = once.get(call.method)?.shift() ?? this.schedule?.(call) ?? overLimit(call);
      if (this.latencyMs > 0) await sleep(this.latencyMs);
      return failure;
    },
  };
}

/** Whether the work is done all the same. */
export const isTaken = (failure: Failure): boolean =>
  failure === "answer lost" ||
  failure === "half an answer" ||
  (typeof failure === "object" && "taken" in failure && failure.taken === true);
