import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 120_000;

/** Does it for each, evenly over the time. */
export async function spread<T>(all: readonly T[], withinMs: number, does: (one: T) => void): Promise<void> {
  const startedMs = performance.now();
  for (const [nth, one] of all.entries()) {
    const dueMs = startedMs + (nth * withinMs) / all.length;
    if (dueMs > performance.now()) await sleep(dueMs - performance.now());
    does(one);
  }
}

/** @throws after two minutes */
export async function until(holds: () => boolean, everyMs = 20): Promise<void> {
  const deadlineMs = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > deadlineMs)
      throw new Error(
        `The bot did nothing for ${PATIENCE_MS / 1_000} s: this machine is too busy to be measured. Try again when it is not.`,
      );
    await sleep(everyMs);
  }
}
