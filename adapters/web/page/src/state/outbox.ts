/**
 * What was done and not yet taken by the server, in order: kept through reloads and time without a network, each with an
 * id of its own, so that what was sent twice counts once.
 */
import type { ToldTurn } from "../../../told.ts";
import { ask, type Method, Refused, Unreachable } from "../api/ask.ts";
import { keep, kept } from "./kept.ts";

export interface Deed {
  readonly event: string;
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
}

interface Hears {
  /** As it is to be sent now; undefined where there is nothing to send any more. */
  readied(deed: Deed): Deed | undefined;
  /** @param isLast nothing else waits: the table is as it will be shown */
  done(deed: Deed, turn: ToldTurn, isLast: boolean): void;
  /** It will not be taken, however often it is sent. */
  refused(deed: Deed, reason: string): void;
  reachable(is: boolean): void;
}

const TRY_AGAIN_MS = 4000;

export interface Outbox {
  readonly waiting: readonly Deed[];
  add(deed: Deed): void;
  /** Takes back what was not sent yet. @returns whether it was still here */
  withdraw(event: string): boolean;
  flush(): Promise<void>;
}

export function createOutbox(hears: Hears): Outbox {
  let waiting: readonly Deed[] = kept<readonly Deed[]>("outbox", []);
  let sending: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (next: readonly Deed[]) => {
    waiting = next;
    keep("outbox", waiting);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void outbox.flush(), ms);
  };

  const outbox: Outbox = {
    get waiting() {
      return waiting;
    },
    add(deed) {
      set([...waiting, deed]);
      void outbox.flush();
    },
    withdraw(event) {
      if (sending === event || !waiting.some((deed) => deed.event === event)) return false;
      set(waiting.filter((deed) => deed.event !== event));
      return true;
    },
    async flush() {
      if (sending !== undefined) return;
      for (let deed = waiting[0]; deed; deed = waiting[0]) {
        sending = deed.event;
        try {
          const readied = hears.readied(deed);
          if (!readied) {
            set(waiting.slice(1));
            continue;
          }
          const turn = await ask<ToldTurn>(readied.method, readied.path, readied.body);
          set(waiting.slice(1));
          hears.reachable(true);
          hears.done(deed, turn, waiting.length === 0);
        } catch (error) {
          if (error instanceof Unreachable) {
            hears.reachable(false);
            later(TRY_AGAIN_MS);
            break;
          }
          if (!(error instanceof Refused)) throw error;
          if (error.isWorthAnotherTry) {
            later(error.afterSeconds === undefined ? TRY_AGAIN_MS : error.afterSeconds * 1000);
            break;
          }
          set(waiting.slice(1));
          hears.refused(deed, error.message);
        } finally {
          sending = undefined;
        }
      }
    },
  };
  addEventListener("online", () => void outbox.flush());
  return outbox;
}
