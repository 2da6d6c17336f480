import { once } from "node:events";

/** Ctrl-C, whoever manages services, and a terminal that goes away. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Resolves when the process is asked to end. Asked once more, it ends at once. */
export const askedToEnd = (): Promise<unknown> =>
  Promise.race(SIGNALS.map((signal) => once(process, signal)));
