/** What is counted of a turn, by day: sums alone, which say nothing of anybody. Pure. */
import type { FeedbackEntry, LogEntry } from "../conversation/person.ts";
import { VERDICTS, type Verdict } from "../recommender/feedback.ts";

/** "2026-11-29", in UTC. */
export type Day = string;

/** What happened on one platform on one day, as far as it was not taken back. */
export interface DayFigures {
  readonly day: Day;
  readonly platform: string;
  /** Users who did anything. */
  readonly people: number;
  readonly suggestions: number;
  /** On suggestions, whenever those were made. */
  readonly answers: Readonly<Record<Verdict, number>>;
}

export interface Counted {
  readonly day: Day;
  readonly what: "people" | "suggestions" | Verdict;
  readonly by: number;
}

/** What a turn keeps. */
interface Turn {
  readonly atMs: number;
  readonly suggestions: readonly unknown[];
  readonly entries: readonly LogEntry[];
}

/** The last moment whose day has a name of ten letters. */
const LAST_MS = Date.UTC(9999, 11, 31);

export const dayOf = (atMs: number): Day =>
  new Date(Math.min(Math.max(atMs, 0), LAST_MS)).toISOString().slice(0, 10);

/**
 * @param lastDay on which something of the user was counted before
 * @param said what a retraction takes back
 */
export function countedIn(
  { atMs, suggestions, entries }: Turn,
  lastDay: Day | undefined,
  said: (id: string) => Pick<FeedbackEntry, "verdict" | "atMs" | "suggestion"> | undefined,
): Counted[] {
  const day = dayOf(atMs);
  const answer = (given: Pick<FeedbackEntry, "verdict" | "atMs" | "suggestion">, by: number): Counted[] =>
    given.suggestion === undefined ? [] : [{ day: dayOf(given.atMs), what: given.verdict, by }];
  return [
    ...(lastDay === day ? [] : [{ day, what: "people" as const, by: 1 }]),
    ...(suggestions.length > 0 ? [{ day, what: "suggestions" as const, by: suggestions.length }] : []),
    ...entries.flatMap((entry) => {
      if (entry.kind === "feedback") return answer(entry, 1);
      const taken = said(entry.retracts);
      return taken ? answer(taken, -1) : [];
    }),
  ];
}

/** @param counts of each day and platform, in that order */
export function figuresOf(
  counts: readonly {
    readonly day: Day;
    readonly platform: string;
    readonly what: string;
    readonly count: number;
  }[],
): DayFigures[] {
  const days = new Map<string, Map<string, number>>();
  for (const { day, platform, what, count } of counts) {
    const key = JSON.stringify([day, platform]);
    days.set(key, (days.get(key) ?? new Map()).set(what, count));
  }
  return [...days].map(([key, of]) => {
    const [day, platform] = JSON.parse(key) as [Day, string];
    const answers = Object.fromEntries(VERDICTS.map((verdict) => [verdict, of.get(verdict) ?? 0]));
    return {
      day,
      platform,
      people: of.get("people") ?? 0,
      suggestions: of.get("suggestions") ?? 0,
      answers: answers as Record<Verdict, number>,
    };
  });
}
