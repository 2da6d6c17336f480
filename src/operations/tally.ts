/** What the machine had to do and what went wrong, added to the sums of the day: kept at hand, and written now and then. */
import type { AnsweredFor } from "../conversation/answered-for.ts";
import type { LlmCall } from "../intent/llm/ask.ts";
import type { Misunderstanding } from "../intent/parser.ts";
import type { Much } from "../recommender/trait-bounds.ts";
import { dayOf } from "../store/figures.ts";
import type { Store } from "../store/store.ts";
import { codeOf } from "./error-code.ts";
import { binOf, TOOK_MS } from "./histogram.ts";

/**
 * Adds to sums under these names, which hold nothing of anybody:
 *
 *     took/<kind of turn>/<ms>              turns, by how long they took, rounded up to a bin
 *     error/<what was being done>/<code>    what failed
 *     http/<status>                         requests that were not served
 *     call/<outcome>, call/took/<ms>        requests to the language model
 *     tokens/prompt, tokens/completion      as its endpoint counts them
 *     unsent/<why>                          texts that it was not asked about
 *     trait/<how much>/answered | liked/<trait>   answers to films that were suggested for a trait, by how much they have of it
 */
export interface Tally {
  took(platform: string, kind: string, ms: number): void;
  failed(platform: string, doing: string, error: unknown): void;
  refused(platform: string, status: number): void;
  called(call: LlmCall): void;
  unsent(why: Misunderstanding): void;
  /** @param by -1 for what is taken back */
  answeredFor(platform: string, answered: Pick<AnsweredFor, "trait" | "much" | "liked">, by: 1 | -1): void;
  /** Writes what is at hand; it stays there where that fails. */
  flush(): Promise<void>;
  /** The last of it is written. Safe to call twice. */
  close(): Promise<void>;
}

export interface TallyOptions {
  readonly store: Pick<Store, "tally">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
  /** Default: 5000 */
  readonly everyMs?: number;
}

const EVERY_MS = 5_000;
/** Belongs to no platform. */
const NONE = "";

export function createTally({ store, now, onTrouble, everyMs = EVERY_MS }: TallyOptions): Tally {
  let atHand = new Map<string, { day: string; platform: string; what: string; count: number }>();
  const add = (platform: string, what: string, count = 1): void => {
    const day = dayOf(now());
    const key = JSON.stringify([day, platform, what]);
    const kept = atHand.get(key);
    if (kept) kept.count += count;
    else if (count !== 0) atHand.set(key, { day, platform, what, count });
  };
  const flush = async (): Promise<void> => {
    if (atHand.size === 0) return;
    const written = atHand;
    atHand = new Map();
    try {
      await store.tally([...written.values()]);
    } catch (error) {
      for (const [key, one] of written) {
        const since = atHand.get(key);
        if (since) since.count += one.count;
        else atHand.set(key, one);
      }
      onTrouble(error);
    }
  };
  const timer = setInterval(flush, everyMs).unref();

  return {
    took: (platform, kind, ms) => add(platform, `took/${kind}/${binOf(ms, TOOK_MS)}`),
    failed: (platform, doing, error) => add(platform, `error/${partOf(doing)}/${codeOf(error)}`),
    refused: (platform, status) => add(platform, `http/${status}`),
    called({ outcome, latencyMs, promptTokens, completionTokens }) {
      add(NONE, `call/${outcome}`);
      add(NONE, `call/took/${binOf(latencyMs, TOOK_MS)}`);
      add(NONE, "tokens/prompt", promptTokens);
      add(NONE, "tokens/completion", completionTokens);
    },
    unsent: (why) => add(NONE, `unsent/${why}`),
    answeredFor(platform, { trait, much, liked }, by) {
      add(platform, traitPath(much, "answered", trait), by);
      if (liked) add(platform, traitPath(much, "liked", trait), by);
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

const traitPath = (much: Much, which: "answered" | "liked", trait: string): string =>
  `trait/${much}/${which}/${trait}`;

const partOf = (doing: string): string => doing.replaceAll(/[^\w-]/g, "-");
