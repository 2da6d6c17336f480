/**
 * Requests to Discord in the order of their urgency: people's answers before what decorates them. discord.js keeps the
 * limits that Discord tells of, but makes the requests of a channel one after the other, and all in the order given.
 */
import { type InternalRequest, REST, RESTEvents, type RESTOptions } from "discord.js";
import PQueue from "p-queue";
import { isTokenRefused } from "./api-error.ts";

/** The higher goes first. */
export const URGENCY = { answer: 3, seed: 2, redraw: 1, background: 0 } as const;
export type Urgency = keyof typeof URGENCY;

/** Bots may make 50 requests a second, of which decorations take no more than this: an answer finds room at once. */
const PER_SECOND = 48;
export const DECORATIONS_PER_SECOND = 32;
/** Requests of one kind that are made in one channel at the same time, as long as Discord sets no limit. */
const SIDE_BY_SIDE = 6;

export interface Traffic {
  /**
   * Once the bot's token was refused nothing more is asked for: every request fails as that one did.
   *
   * @throws what Discord answers, or an abort where the traffic is closed
   */
  request(urgency: Urgency, request: InternalRequest): Promise<unknown>;
}

/** Requests of one kind in one channel. */
interface Path {
  readonly queue: PQueue;
  /** Each request that is under way has one of these to itself. */
  readonly free: REST[];
}

export interface TrafficOptions {
  readonly rest: Partial<RESTOptions>;
  readonly token: string;
  /** Once it is, nothing more is begun, and what is under way is given up. */
  readonly closed: AbortSignal;
  /** Discord knows the token no more. */
  readonly onTokenRefused: () => void;
}

export function createTraffic({ rest: options, token, closed, onTokenRefused }: TrafficOptions): Traffic {
  const rests = Array.from({ length: SIDE_BY_SIDE }, () => new REST(options).setToken(token));
  const all = new PQueue({ interval: 1_000, intervalCap: PER_SECOND, strict: true });
  const decorations = new PQueue({ interval: 1_000, intervalCap: DECORATIONS_PER_SECOND, strict: true });
  const paths = new Map<string, Path>();
  /** By kind of request: how many go side by side in a channel where none was made lately. */
  const limits = new Map<string, number>();
  let refusal: unknown;

  function pathOf(key: string): Path {
    const known = paths.get(key);
    if (known) return known;
    // Discord tells of its limits in its answers: the first request of a kind goes alone.
    const path = { queue: new PQueue({ concurrency: limits.get(kindOf(key)) ?? 1 }), free: [...rests] };
    paths.set(key, path);
    return path;
  }

  function forgetIfIdle(key: string): void {
    const queue = paths.get(key)?.queue;
    if (queue?.size === 0 && queue.pending === 0 && !queue.isPaused) paths.delete(key);
  }

  function heedLimit(key: string, headers: { get(name: string): string | null }): void {
    const told = (header: string) => {
      const value = headers.get(header);
      return value === null ? SIDE_BY_SIDE : Math.min(Number(value), SIDE_BY_SIDE);
    };
    limits.set(kindOf(key), Math.max(told("x-ratelimit-limit"), 1));
    const path = paths.get(key);
    if (!path) return;
    const left = told("x-ratelimit-remaining");
    path.queue.concurrency = Math.max(left, 1);
    if (left > 0 || path.queue.isPaused) return;
    path.queue.pause();
    const resumed = () => {
      path.queue.start();
      forgetIfIdle(key);
    };
    setTimeout(resumed, 1000 * Number(headers.get("x-ratelimit-reset-after") ?? 1)).unref();
  }

  for (const rest of rests)
    rest.on(RESTEvents.Response, ({ method, path }, { headers }) => heedLimit(keyOf(method, path), headers));

  return {
    async request(urgency, request) {
      const key = keyOf(request.method, request.fullRoute);
      const { queue, free } = pathOf(key);
      const how = { priority: URGENCY[urgency], signal: closed };
      const send = async () => {
        if (refusal) throw refusal;
        const rest = free.pop()!; // as many requests are under way as there are, at most
        try {
          return await withOwnSignal(closed, (signal) => rest.request({ ...request, signal }));
        } catch (error) {
          if (isTokenRefused(error)) {
            refusal ??= error; // discord.js has dropped the token, and would say only that there is none
            onTokenRefused();
          }
          throw error;
        } finally {
          free.push(rest);
        }
      };
      const inTurn = () => all.add(send, how);
      try {
        return await queue.add(urgency === "answer" ? inTurn : () => decorations.add(inTurn, how), how);
      } finally {
        forgetIfIdle(key);
      }
    },
  };
}

/** discord.js listens to a signal for as long as there is one, so each request has its own. */
export async function withOwnSignal<T>(
  signal: AbortSignal,
  does: (own: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const abort = () => own.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  try {
    return await does(own.signal);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

const kindOf = (key: string): string => key.replace(/\d+/, ":id");

/** Discord's limits are those of a channel, whichever of its messages is meant. */
const keyOf = (method: string, path: string): string =>
  `${method} ${path.replace(/(?<=\/messages\/)\d+/, ":id").replace(/\/reactions\/.*/, "/reactions")}`;
