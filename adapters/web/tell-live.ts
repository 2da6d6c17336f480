/** Tells open pages of whoever runs Matinee what changes, for as long as there are any. */
import type { ServerResponse } from "node:http";
import type { Operation } from "../../src/operations/operation.ts";
import type { Streams } from "./streams.ts";

/** How often it is looked whether anything has changed. */
const EVERY_MS = 5_000;
/** While tests run. */
const HURRIED_MS = 500;
/** Looking takes no more than this part of the time, however many days there are. */
const MOST_SHARE = 1 / 50;

export interface Live {
  /**
   * Tells a page all at once, and then what changes.
   *
   * @param mustBeAllowed rejects when the page is to be let go
   */
  add(days: number, response: ServerResponse, mustBeAllowed: () => Promise<unknown>): void;
  /** Something has changed just now. */
  lookAgain(): void;
  stop(): void;
}

export function tellLive(operation: Operation, streams: Streams): Live {
  /** What was told last, by how many days and kind. */
  const told = new Map<string, string>();
  const watched = new Set<number>();
  const guards = new Map<ServerResponse, () => Promise<unknown>>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const groupOf = (days: number): string => `last ${days} days`;

  /** @returns false where nobody has a page open */
  const tell = (days: number, kind: string, data: unknown, sameAs: unknown): boolean => {
    const key = `${kind} ${days}`;
    const text = JSON.stringify(sameAs);
    if (told.get(key) === text) return streams.isOpen(groupOf(days));
    told.set(key, text);
    return streams.tell(groupOf(days), kind, data);
  };

  async function letGo(): Promise<void> {
    for (const [response, mustBeAllowed] of guards) await mustBeAllowed().catch(() => response.end()); // it comes back, and is told why not
  }

  async function look(): Promise<void> {
    const beganMs = performance.now();
    await letGo();
    const understanding = await operation.checks.state();
    for (const days of watched) {
      const overview = await operation.look(days);
      const { atMs: _, ...lasting } = overview;
      const isOpen = tell(days, "figures", overview, lasting);
      if (!tell(days, "understanding", understanding, understanding) && !isOpen) watched.delete(days);
    }
    const everyMs = understanding.running ? HURRIED_MS : EVERY_MS;
    if (watched.size > 0) wait(Math.max(everyMs, (performance.now() - beganMs) / MOST_SHARE));
  }

  const wait = (ms: number): void => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => look().catch(() => wait(EVERY_MS)), ms).unref(); // a database that is busy is looked at later
  };

  return {
    add(days, response, mustBeAllowed) {
      streams.add(groupOf(days), response);
      guards.set(response, mustBeAllowed);
      response.on("close", () => guards.delete(response));
      watched.add(days);
      for (const kind of ["figures", "understanding"]) told.delete(`${kind} ${days}`);
      wait(0);
    },
    lookAgain: () => wait(0),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
