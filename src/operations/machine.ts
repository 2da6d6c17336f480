/** How the machine does: how long turns take, what fails, what the language model is asked. From sums. Pure. */
import type { Count } from "../store/figures.ts";
import { quantile, TOOK_MS } from "./histogram.ts";
import { type Sums, sumsOf } from "./sums.ts";
import { grouped } from "./told.ts";

/** Milliseconds that half of all, 95 and 99 in a hundred took at the most. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface TurnTimes extends Times {
  /** As the host calls what is done: "said", "gestured". */
  readonly kind: string;
  readonly turns: number;
}

export interface Failure {
  readonly platform: string;
  readonly doing: string;
  readonly code: string;
  readonly count: number;
}

/** For a million tokens, in whatever currency. */
export interface Price {
  readonly prompt: number;
  readonly completion: number;
}

export interface Calls {
  readonly calls: number;
  readonly outcomes: readonly { readonly outcome: string; readonly calls: number }[];
  readonly took: Times | null;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** In the currency of the price; null where none is set. */
  readonly cost: number | null;
  /** Texts that it was not asked about. */
  readonly unsent: readonly { readonly why: string; readonly texts: number }[];
}

export interface MachineFigures {
  readonly turns: readonly TurnTimes[];
  /** Most frequent first. */
  readonly failures: readonly Failure[];
  /** Requests that were not served, by HTTP status. */
  readonly refused: readonly { readonly status: number; readonly requests: number }[];
  readonly calls: Calls;
}

export function machineFigures(counts: readonly Count[], price?: Price): MachineFigures {
  const sums = sumsOf(counts);
  return {
    turns: turnTimes(counts),
    failures: failuresIn(counts),
    refused: sums
      .below("http")
      .map(([status, requests]) => ({ status: Number(status), requests }))
      .sort((a, b) => a.status - b.status),
    calls: callsIn(sums, price),
  };
}

function turnTimes(counts: readonly Count[]): TurnTimes[] {
  const took = counts.flatMap(({ what, count }) => {
    const [, kind, end] = /^took\/([^/]+)\/(\d+)$/.exec(what) ?? [];
    return kind === undefined ? [] : [{ kind, end: Number(end), count }];
  });
  return [...grouped(took, ({ kind }) => kind)]
    .map(([kind, own]) => ({
      kind,
      turns: own.reduce((sum, { count }) => sum + count, 0),
      ...timesOf(sumsOf(own.map(({ end, count }) => ({ what: String(end), count }))).below(""))!,
    }))
    .sort((a, b) => b.turns - a.turns);
}

function timesOf(bins: readonly (readonly [end: string, count: number])[]): Times | null {
  const counts = bins.map(([end, count]) => [Number(end), count] as const);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(counts, TOOK_MS, share));
  return p50 === undefined || p95 === undefined || p99 === undefined ? null : { p50, p95, p99 };
}

function failuresIn(counts: readonly Count[]): Failure[] {
  const failed = counts.flatMap(({ platform, what, count }) => {
    const [, doing, code] = /^error\/([^/]+)\/([^/]+)$/.exec(what) ?? [];
    return doing === undefined || code === undefined ? [] : [{ platform, doing, code, count }];
  });
  return [...grouped(failed, ({ platform, doing, code }) => JSON.stringify([platform, doing, code])).values()]
    .map((own) => ({ ...own[0]!, count: own.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count);
}

function callsIn(sums: Sums, price: Price | undefined): Calls {
  const outcomes = sums.below("call").map(([outcome, calls]) => ({ outcome, calls }));
  const [promptTokens, completionTokens] = [sums.of("tokens/prompt"), sums.of("tokens/completion")];
  return {
    calls: outcomes.reduce((sum, { calls }) => sum + calls, 0),
    outcomes: outcomes.sort((a, b) => b.calls - a.calls),
    took: timesOf(sums.below("call/took")),
    promptTokens,
    completionTokens,
    cost: price ? (promptTokens * price.prompt + completionTokens * price.completion) / 1e6 : null,
    unsent: sums.below("unsent").map(([why, texts]) => ({ why, texts })),
  };
}
