import { setTimeout as sleep } from "node:timers/promises";

/** Pauses double from the first to the longest, unless the platform says how long to wait. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

/** What a failed try of a start means. */
export type StartFailure =
  /** Waiting would not help: one sentence for the person who set the bot up. */
  | { readonly kind: "final"; readonly sentence: string }
  /** The platform is busy or out of order. `afterMs`: it said how long to wait. */
  | { readonly kind: "passing"; readonly why: string; readonly afterMs?: number };

export interface StartPatience {
  /** As people write it: "Discord". */
  readonly title: string;
  /** Where the platform is. */
  readonly address: string;
  /** How long one that is busy or out of order is waited for, in all. */
  readonly patienceMs: number;
  /** Once it is aborted nothing is waited for any more. */
  readonly signal: AbortSignal;
  readonly log: { warn(fields: object, message: string): void };
  readonly meaningOf: (error: unknown) => StartFailure;
}

/**
 * Starts, again and again while the platform is busy or out of order, and says in the log what is waited for.
 *
 * @throws Error with one sentence, or why the signal was aborted
 */
export async function startPatiently<T>(
  start: () => Promise<T>,
  { title, address, patienceMs, signal, log, meaningOf }: StartPatience,
): Promise<T> {
  const deadlineMs = performance.now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await start();
    } catch (cause) {
      signal.throwIfAborted();
      const failure = meaningOf(cause);
      if (failure.kind === "final") throw new Error(failure.sentence, { cause });
      const { why, afterMs } = failure;
      const leftMs = Math.floor(deadlineMs - performance.now());
      const waitMs = afterMs === undefined ? Math.min(pauseMs, leftMs) : Math.ceil(afterMs);
      if (leftMs <= 0 || waitMs > leftMs)
        throw new Error(`${title} cannot be reached at ${address}: ${why}`, { cause });
      log.warn({ waitMs }, `${title} is busy or out of order, waiting before I ask again: ${why}`);
      await sleep(waitMs, undefined, { signal });
    }
  }
}
