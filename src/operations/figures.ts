/** What whoever runs it asks: who comes, and is it good. From sums, as far as they may be told. Pure. */
import { VERDICTS } from "../recommender/feedback.ts";
import type { Count, Day } from "../store/figures.ts";
import { LAST_TURN, WITHIN_SECONDS } from "../store/session.ts";
import { quantile } from "./histogram.ts";
import { type Share, shareOf } from "./share.ts";
import { type Sums, sumsOf } from "./sums.ts";
import { FEWEST, grouped, toldOf, withEnough } from "./told.ts";

/** What a suggestion may be answered by: a verdict, or to be kept to watch later. */
export const ANSWERS = [...VERDICTS, "later"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What became of suggestions. */
export interface Answered {
  readonly suggestions: number;
  readonly answers: Readonly<Record<Answer, number>>;
  /** Suggestions less answers. */
  readonly unanswered: number;
  /** Of all suggestions; null of none. */
  readonly shares: Readonly<Record<Answer | "unanswered", Share>> | null;
}

export interface DayAnswered extends Answered {
  readonly day: Day;
  /** The same; of a week without a day that could be told, its last. */
  readonly to: Day;
  /** Several where some had few people. */
  readonly platforms: readonly string[];
  readonly people: number;
}

export interface TurnAnswered extends Answered {
  /** Places in a session, both included; null: and all behind. */
  readonly from: number;
  readonly to: number | null;
}

export interface Sessions {
  readonly sessions: number;
  readonly well: Share;
  /** Until they ended well; null where none did. */
  readonly seconds: { readonly half: number; readonly most: number } | null;
  readonly within: readonly { readonly seconds: number; readonly sessions: number }[];
}

export interface Figures {
  readonly days: readonly DayAnswered[];
  /** Days that are in no sum, for too few people came. */
  readonly hidden: readonly Day[];
  readonly all: Answered;
  readonly platforms: readonly (Answered & { readonly platforms: readonly string[] })[];
  readonly turns: readonly TurnAnswered[];
  readonly sessions: Sessions | null;
  readonly heard:
    | { readonly [By in "rules" | "model" | "nothing"]: { readonly texts: number; readonly share: Share } }
    | null;
  /** By the versions that suggested, the latest last; several together where some met few people. */
  readonly models: readonly (Answered & {
    readonly versions: readonly string[];
    readonly from: Day;
    readonly to: Day;
  })[];
}

/** @param counts from one day to another, both included; the last is not over yet */
export function figuresOf(counts: readonly Count[], from: Day, to: Day): Figures {
  const { days, hidden } = toldOf(counts, from, to);
  const told = days.flatMap((day) => day.counts);
  const sums = sumsOf(told);
  return {
    days: days.map(({ day, to: last, platforms, people, counts: own }) => ({
      day,
      to: last,
      platforms,
      people,
      ...answeredIn(sumsOf(own)),
    })),
    hidden,
    all: answeredIn(sums),
    platforms: [...grouped(days, ({ platforms }) => platforms.join())].map(([, own]) => ({
      platforms: own[0]!.platforms,
      ...answeredIn(sumsOf(own.flatMap((day) => day.counts))),
    })),
    turns: turnsOf(told, sums),
    sessions: sessionsOf(sums),
    heard: heardIn(sums),
    models: modelsOf(told),
  };
}

export function answeredIn(sums: Sums): Answered {
  const answers = Object.fromEntries(ANSWERS.map((answer) => [answer, sums.of(answer)])) as Record<
    Answer,
    number
  >;
  const answered = ANSWERS.reduce((total, answer) => total + answers[answer], 0);
  const suggestions = sums.of("suggestions");
  const unanswered = Math.max(0, suggestions - answered);
  const of = Math.max(suggestions, answered); // answers of today may be on suggestions of yesterday
  const shares = Object.fromEntries(
    [...ANSWERS.map((answer) => [answer, answers[answer]] as const), ["unanswered", unanswered] as const].map(
      ([what, count]) => [what, shareOf(count, Math.max(1, of))],
    ),
  ) as Record<Answer | "unanswered", Share>;
  return { suggestions, answers, unanswered, shares: of === 0 ? null : shares };
}

/**
 * By place in a session; from the first place on that fewer than five people came to on any one day, those behind are told
 * with the one before.
 */
function turnsOf(counts: readonly Count[], sums: Sums): TurnAnswered[] {
  const ofDays = [...grouped(counts, ({ day }) => day).values()].map(sumsOf);
  const people = (place: number) => Math.max(0, ...ofDays.map((day) => day.of(`turn/${place}/people`))); // people of several days may be the same
  const places = Array.from({ length: LAST_TURN }, (_, nth) => nth + 1);
  const few = places.find((place) => people(place) < FEWEST) ?? LAST_TURN + 1;
  const enough = places.slice(0, few - 1);
  return enough.map((place) => {
    const isLast = place === enough.length;
    const counted = (isLast ? places.slice(place - 1) : [place]).flatMap((one) =>
      ["suggestions", ...ANSWERS].map((what) => ({ what, count: sums.of(`turn/${one}/${what}`) })),
    );
    return { from: place, to: isLast ? null : place, ...answeredIn(sumsOf(counted)) };
  });
}

function sessionsOf(sums: Sums): Sessions | null {
  const sessions = sums.of("sessions");
  if (sessions === 0) return null;
  const counts = sums
    .below("sessions/well/within")
    .map(([seconds, count]) => [Number(seconds), count] as const)
    .sort(([a], [b]) => a - b);
  const half = quantile(counts, WITHIN_SECONDS, 0.5);
  const most = quantile(counts, WITHIN_SECONDS, 0.9);
  return {
    sessions,
    well: shareOf(Math.min(sessions, sums.of("sessions/well")), sessions),
    seconds: half === undefined || most === undefined ? null : { half, most },
    within: WITHIN_SECONDS.map((seconds) => ({
      seconds,
      sessions: sums.of(`sessions/well/within/${seconds}`),
    })),
  };
}

function heardIn(sums: Sums): Figures["heard"] {
  const texts = {
    rules: sums.of("heard/rules"),
    model: sums.of("heard/model"),
    nothing: sums.of("heard/nothing"),
  };
  const all = texts.rules + texts.model + texts.nothing;
  if (all === 0) return null;
  const told = (count: number) => ({ texts: count, share: shareOf(count, all) });
  return { rules: told(texts.rules), model: told(texts.model), nothing: told(texts.nothing) };
}

interface OfVersions {
  readonly versions: readonly string[];
  readonly counts: readonly Count[];
}

/** A version that fewer than five people met on any one day is told with the next. */
function modelsOf(counts: readonly Count[]): Figures["models"] {
  const ofModels = counts.flatMap((count) => {
    const [, version, what] = /^model\/([^/]+)\/(.+)$/.exec(count.what) ?? [];
    return version !== undefined && what !== undefined ? [{ ...count, version, what }] : [];
  });
  const daysOf = (own: readonly Count[]) => [...grouped(own, ({ day }) => day).values()];
  const people = ({ counts: own }: OfVersions): number =>
    Math.max(0, ...daysOf(own).map((ofDay) => sumsOf(ofDay).of("people")));
  const versions = [...grouped(ofModels, ({ version }) => version)]
    .map(([version, own]): OfVersions => ({ versions: [version], counts: own }))
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  return withEnough(versions, people, (one, next) => ({
    versions: [...one.versions, ...next.versions],
    counts: [...one.counts, ...next.counts],
  })).map((group) => ({
    versions: group.versions,
    from: firstDay(group),
    to: group.counts.reduce((last, { day }) => (day > last ? day : last), firstDay(group)),
    ...answeredIn(sumsOf(group.counts)),
  }));
}

const firstDay = ({ counts }: OfVersions): Day =>
  counts.reduce((first, { day }) => (day < first ? day : first), counts[0]!.day);
