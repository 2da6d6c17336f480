/** What the operator's page is told, as types alone, so that it is built without the schemas. A test holds them to the schemas. */
import type { ToldVerdict } from "./told.ts";

export interface ToldShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export type ToldAnswer = ToldVerdict | "later";

export interface ToldAnswered {
  readonly suggestions: number;
  readonly answers: Readonly<Record<ToldAnswer, number>>;
  readonly unanswered: number;
  readonly shares: Readonly<Record<ToldAnswer | "unanswered", ToldShare>> | null;
}

export interface ToldFigures {
  readonly days: readonly (ToldAnswered & {
    readonly day: string;
    readonly to: string;
    readonly platforms: readonly string[];
    readonly people: number;
  })[];
  readonly hidden: readonly string[];
  readonly all: ToldAnswered;
  readonly platforms: readonly (ToldAnswered & { readonly platforms: readonly string[] })[];
  readonly turns: readonly (ToldAnswered & { readonly from: number; readonly to: number | null })[];
  readonly sessions: {
    readonly sessions: number;
    readonly well: ToldShare;
    readonly seconds: { readonly half: number; readonly most: number } | null;
    readonly within: readonly { readonly seconds: number; readonly sessions: number }[];
  } | null;
  readonly heard: Readonly<
    Record<"rules" | "model" | "nothing", { readonly texts: number; readonly share: ToldShare }>
  > | null;
  readonly models: readonly (ToldAnswered & {
    readonly versions: readonly string[];
    readonly from: string;
    readonly to: string;
  })[];
}

export interface ToldTimes {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface ToldMachine {
  readonly turns: readonly (ToldTimes & { readonly kind: string; readonly turns: number })[];
  readonly failures: readonly {
    readonly platform: string;
    readonly doing: string;
    readonly code: string;
    readonly count: number;
  }[];
  readonly refused: readonly { readonly status: number; readonly requests: number }[];
  readonly calls: {
    readonly calls: number;
    readonly outcomes: readonly { readonly outcome: string; readonly calls: number }[];
    readonly took: ToldTimes | null;
    readonly promptTokens: number;
    readonly completionTokens: number;
    readonly cost: number | null;
    readonly unsent: readonly { readonly why: string; readonly texts: number }[];
  };
}

export interface ToldEstimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface ToldOverview {
  readonly from: string;
  readonly to: string;
  readonly atMs: number;
  readonly figures: ToldFigures;
  readonly machine: ToldMachine;
  readonly coverage: {
    readonly movies: number;
    readonly suggestions: number;
    readonly ofTheFirstHundred: number;
    readonly catalogue: number;
  } | null;
  readonly unread: readonly { readonly word: string; readonly people: number }[];
  readonly trained: {
    readonly dataset: string;
    readonly measures: readonly {
      readonly name: "knownPool" | "openHits" | "ndcg10";
      readonly matinee: ToldEstimate;
      readonly popularity: ToldEstimate;
    }[];
  } | null;
  readonly model: { readonly name: string; readonly circuit: "closed" | "open" | "halfOpen" } | null;
  readonly database: {
    readonly bytes: number;
    readonly backup: { readonly atMs: number; readonly bytes: number } | null;
  };
  readonly versions: { readonly matinee: string; readonly node: string; readonly model: string };
  readonly sinceMs: number;
}

export type ToldReader = "rules" | "model";

export interface ToldRun {
  readonly atMs: number;
  readonly by: ToldReader;
  readonly model: string | null;
  readonly sentences: number;
  readonly passed: number;
  readonly failed: readonly {
    readonly says: string;
    readonly differences: readonly {
      readonly field: string;
      readonly expected: string;
      readonly got: string;
    }[];
  }[];
}

export interface ToldChecks {
  readonly sentences: number;
  readonly by: readonly ToldReader[];
  readonly running: { readonly by: ToldReader; readonly done: number } | null;
  readonly runs: readonly ToldRun[];
  readonly trouble: string | null;
}

export interface ToldOperator {
  readonly name: string;
  readonly expiresMs: number | null;
}
