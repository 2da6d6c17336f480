import pRetry from "p-retry";
import { isBrief } from "./api-error.ts";

/** Tried again after a quarter to half a second, and after about a second more; not at the same moment as everybody else. */
const TIMES = { retries: 2, minTimeout: 250, factor: 3, randomize: true };

/**
 * Asks again after a pause where a fault is over at once: discord.js spends its own retries of a 5xx within 25 ms,
 * and has none for a cut socket. For what may be asked twice without being done twice.
 */
export const patiently = <T>(asking: () => Promise<T>, signal: AbortSignal, mayAgain = isBrief): Promise<T> =>
  pRetry(asking, { ...TIMES, signal, shouldRetry: ({ error }) => mayAgain(error) });
