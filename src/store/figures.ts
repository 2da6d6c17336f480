/** What is counted of a turn, by day: sums alone, which say nothing of anybody. Pure. */
import type { Heard } from "../conversation/heard.ts";
import type { LogEntry, SaidEntry, Suggestion, SuggestionId } from "../conversation/person.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { LAST_TURN, type Session, sessionAfter } from "./session.ts";

/** "2026-11-29", in UTC. */
export type Day = string;

/**
 * A sum. `what` is a path, from the general to the particular:
 *
 *     people | suggestions | <answer>                       users who did anything; answers on suggestions, whenever made:
 *                                                           verdicts, and "later" for what is kept to watch later
 *     turn/<n>/people | suggestions | <answer>              of those at this place in a session, the last of all behind it
 *     model/<version>/people | suggestions | <answer>       while this model was in use
 *     sessions, sessions/well                               in which something was suggested; liked, or kept for later
 *     sessions/well/turn/<n>, sessions/well/within/<s>      by suggestions and seconds until then
 *     heard/rules | model | nothing                         by what a text was read, and those that nothing was made of
 *     week/people                                           users who did anything, on the first day of their week
 *
 * What is not counted with a turn is told by `tally`, and named in src/operations.
 */
export interface Count {
  readonly day: Day;
  /** "" for what belongs to none. */
  readonly platform: string;
  readonly what: string;
  readonly count: number;
}

export interface Counted {
  readonly day: Day;
  readonly what: string;
  readonly by: number;
}

/** What a turn keeps. */
interface Turn {
  readonly atMs: number;
  readonly suggestions: readonly Suggestion[];
  readonly entries: readonly LogEntry[];
  readonly embedding: { readonly modelVersion: string };
  readonly heard?: Heard;
}

/** An answer to a suggestion. */
interface Answer {
  readonly what: Verdict | "later";
  readonly atMs: number;
  readonly suggestion: SuggestionId;
}

/** What is known of the user and their past. */
export interface Before {
  /** On which something of theirs was counted last. */
  readonly lastDay: Day | undefined;
  readonly session: Session | undefined;
  /** What a retraction takes back. */
  said(id: string): SaidEntry | undefined;
  /** The place of an earlier suggestion in its session. */
  turnOf(suggestion: SuggestionId): number | undefined;
}

export interface Counting {
  readonly counted: readonly Counted[];
  readonly session: Session;
  /** The places of the suggestions made, in their order. */
  readonly turns: readonly number[];
}

/** The last moment whose day has a name of ten letters. */
const LAST_MS = Date.UTC(9999, 11, 31);

export const dayOf = (atMs: number): Day =>
  new Date(Math.min(Math.max(atMs, 0), LAST_MS)).toISOString().slice(0, 10);

/** What is taken off the list was on it, and answered: that is counted already. */
function answerIn(said: SaidEntry): Answer | undefined {
  const { suggestion, atMs } = said;
  if (suggestion === undefined) return undefined;
  if (said.kind === "feedback") return { what: said.verdict, atMs, suggestion };
  return said.isOn ? { what: "later", atMs, suggestion } : undefined;
}

export function countedIn(turn: Turn, before: Before): Counting {
  const { atMs, suggestions, entries, embedding, heard } = turn;
  const day = dayOf(atMs);
  const isFirstOfDay = before.lastDay !== day;
  const isFirstOfWeek = before.lastDay === undefined || weekOf(before.lastDay) !== weekOf(day);
  const answers = entries.flatMap((entry): { readonly given: Answer; readonly by: 1 | -1 }[] => {
    const isTaken = entry.kind === "retraction";
    const said = isTaken ? before.said(entry.retracts) : entry;
    const given = said && answerIn(said);
    return given ? [{ given, by: isTaken ? -1 : 1 }] : [];
  });
  const inSession = sessionAfter(before.session, {
    atMs,
    isFirstOfDay,
    suggestions: suggestions.length,
    answers: answers.map(({ given, by }) => ({ what: given.what, atMs: given.atMs, by })),
  });
  const placeOf = (id: SuggestionId): number | undefined => {
    const now = suggestions.findIndex((made) => made.id === id);
    return now < 0 ? before.turnOf(id) : inSession.turns[now];
  };
  const model = `model/${embedding.modelVersion}`;
  const given = answers.flatMap(({ given: { what, suggestion, atMs: givenMs }, by }) => {
    const place = placeOf(suggestion);
    const paths = [
      what,
      `${model}/${what}`,
      ...(place === undefined ? [] : [`turn/${Math.min(place, LAST_TURN)}/${what}`]),
    ];
    return paths.map((path) => ({ day: dayOf(givenMs), what: path, by }));
  });
  const today = (what: string, by: number): Counted[] => (by === 0 ? [] : [{ day, what, by }]);
  return {
    counted: [
      ...["people", `${model}/people`].flatMap((what) => today(what, isFirstOfDay ? 1 : 0)),
      ...today("week/people", isFirstOfWeek ? 1 : 0),
      ...["suggestions", `${model}/suggestions`].flatMap((what) => today(what, suggestions.length)),
      ...inSession.turns.map((n) => ({ day, what: `turn/${Math.min(n, LAST_TURN)}/suggestions`, by: 1 })),
      ...given,
      ...inSession.counted.map(({ atMs: of, what, by }) => ({ day: dayOf(of), what, by })),
      ...(heard ? today(`heard/${heard.by}`, 1) : []),
    ],
    session: inSession.session,
    turns: inSession.turns,
  };
}

const DAY_MS = 86_400_000;

/** The Monday of its week. */
export function weekOf(day: Day): Day {
  const atMs = Date.parse(day);
  return dayOf(atMs - ((new Date(atMs).getUTCDay() + 6) % 7) * DAY_MS);
}
