/** What a person wants for good, or never, besides single movies: an append-only log, and what follows from it. */
import { z } from "zod";
import type { Times } from "../intent/acts.ts";
import { STANDINGS } from "../intent/terms.ts";
import { LEAST_OBVIOUS, MOST_OBVIOUS } from "../recommender/obviousness.ts";
import { hoursSchema, isAt, times } from "./times.ts";

const names = z.array(z.string()).readonly();
const years = z.object({ from: z.int(), to: z.int() }).readonly();

const out = {
  genresOut: names,
  traitsOut: names,
  peopleOut: names,
  languagesOut: z.array(names).readonly(),
  countriesOut: z.array(names).readonly(),
  yearsOut: z.array(years).readonly().default([]),
  /** No film is to be longer; 0 is no bound. */
  minutesTo: z.int().min(0).default(0),
};

/** As filters rule it out. */
const ruledOutSchema = z.object(out).readonly();
export type RuledOut = z.infer<typeof ruledOutSchema>;

/** As filters ask for it. */
const insistedSchema = z
  .object({
    genresIn: names,
    traitsIn: names,
    peopleIn: names,
    languages: z.array(names).readonly(),
    countries: z.array(names).readonly(),
    standings: z.array(z.enum(STANDINGS)).readonly(),
    yearFrom: z.int(),
    yearTo: z.int(),
    minutesFrom: z.int().min(0),
    minutesTo: z.int().min(0),
  })
  .readonly();
export type Insisted = z.infer<typeof insistedSchema>;

const lastingWishesFields = z
  .object({
    ...out,
    /** What holds at some times alone; and what somebody insists on, which may hold at all times. */
    atTimes: z
      .array(
        z
          .object({
            ...times,
            out: ruledOutSchema,
            /** Nothing but one of these. */
            only: z.array(insistedSchema).min(1).readonly().exactOptional(),
          })
          .readonly(),
      )
      .readonly()
      .default([]),
    /** "never": only films that are spoken in English. */
    subtitles: z.enum(["fine", "never"]).exactOptional(),
    /** How far less (below 0) or more obvious than usual films are to be. */
    obviousness: z.int().min(LEAST_OBVIOUS).max(MOST_OBVIOUS).exactOptional(),
    /** Where it is what time: "Europe/Berlin". */
    timeZone: z.string().exactOptional(),
    /** Where they can watch films, as they call it. */
    services: z.array(z.string().min(1)).min(1).readonly().exactOptional(),
    /** Whether they want to be asked afterwards how a film was that they meant to watch. */
    reminds: z.boolean().exactOptional(),
    /** When they are not to be asked. */
    quiet: hoursSchema.exactOptional(),
  })
  .readonly();

/** What was written when it could hold at hours alone is read as well. */
export const lastingWishesSchema = z.preprocess(
  (written) =>
    typeof written === "object" && written !== null && "atHours" in written
      ? { atTimes: written.atHours, ...written }
      : written,
  lastingWishesFields,
);
export type LastingWishes = z.infer<typeof lastingWishesSchema>;

export interface LastingEntry {
  /** "allowed": it holds no longer. */
  readonly kind: "refused" | "allowed";
  /** As an entry of the log of what is said of movies has one. */
  readonly id: string;
  readonly atMs: number;
  readonly what: LastingWishes;
}

export const NOTHING_OUT: RuledOut = {
  genresOut: [],
  traitsOut: [],
  peopleOut: [],
  languagesOut: [],
  countriesOut: [],
  yearsOut: [],
  minutesTo: 0,
};

export const NO_LASTING_WISHES: LastingWishes = { ...NOTHING_OUT, atTimes: [] };

/** What is ruled out of it, besides what holds at some times alone. */
export const outOf = (refused: RuledOut): RuledOut => {
  const { genresOut, traitsOut, peopleOut, languagesOut, countriesOut, yearsOut, minutesTo } = refused;
  return { genresOut, traitsOut, peopleOut, languagesOut, countriesOut, yearsOut, minutesTo };
};

export const isNothingOut = (one: RuledOut): boolean =>
  Object.values(outOf(one)).every((value) => value === 0 || (Array.isArray(value) && value.length === 0));

export function afterLastingEntry(before: LastingWishes, { kind, what }: LastingEntry): LastingWishes {
  return {
    ...(kind === "refused" ? withMore(before, what) : withLess(before, what)),
    atTimes: kind === "refused" ? timesUnion(before.atTimes, what.atTimes) : timesLess(before.atTimes, what),
    ...(kind === "refused" ? { ...settingsIn(before), ...settingsIn(what) } : settingsLess(before, what)),
  };
}

/** @param log oldest first */
export const lastingAfter = (log: readonly LastingEntry[]): LastingWishes =>
  log.reduce(afterLastingEntry, NO_LASTING_WISHES);

/** What of it holds at a time. @param zone where the person has told none */
export function heldAt({ atTimes, timeZone, ...always }: LastingWishes, atMs: number, zone: string): Held {
  const now = atTimes.filter((one) => isAt(one, atMs, timeZone ?? zone));
  return {
    out: now.reduce((all, one) => withMore(all, one.out), outOf(always)),
    insisted: now.flatMap(({ only }) => (only ? [only] : [])),
  };
}

export interface Held {
  readonly out: RuledOut;
  /** Of each of these one is to be met. */
  readonly insisted: readonly (readonly Insisted[])[];
}

/** What this refuses, and the other does not. */
export function newIn(what: LastingWishes, known: LastingWishes): LastingWishes {
  return {
    ...withLess(what, known),
    atTimes: timesLess(what.atTimes, known),
    ...settingsLess(what, known),
  };
}

export const isNoLastingWish = (one: LastingWishes): boolean =>
  isNothingOut(one) && one.atTimes.length === 0 && Object.keys(settingsIn(one)).length === 0;

type Settings = Pick<
  LastingWishes,
  "subtitles" | "obviousness" | "timeZone" | "services" | "reminds" | "quiet"
>;

function settingsIn({ subtitles, obviousness, timeZone, services, reminds, quiet }: LastingWishes): Settings {
  return {
    ...(subtitles && { subtitles }),
    ...(obviousness !== undefined && { obviousness }),
    ...(timeZone !== undefined && { timeZone }),
    ...(services && { services }),
    ...(reminds !== undefined && { reminds }),
    ...(quiet && { quiet }),
  };
}

function settingsLess(one: LastingWishes, gone: LastingWishes): Settings {
  const left = Object.entries(settingsIn(one)).filter(
    ([name, value]) => keyOf(value) !== keyOf(gone[name as keyof Settings]),
  );
  return Object.fromEntries(left);
}

/** The shorter of two bounds holds. */
const withMore = (before: RuledOut, what: RuledOut): RuledOut => ({
  ...lists(before, what, union),
  minutesTo: Math.min(before.minutesTo || what.minutesTo, what.minutesTo || before.minutesTo),
});

const withLess = (before: RuledOut, what: RuledOut): RuledOut => ({
  ...lists(before, what, less),
  minutesTo: before.minutesTo === what.minutesTo ? 0 : before.minutesTo,
});

type Change = <T>(some: readonly T[], others: readonly T[]) => T[];

const lists = (before: RuledOut, what: RuledOut, change: Change): Omit<RuledOut, "minutesTo"> => ({
  genresOut: change(before.genresOut, what.genresOut),
  traitsOut: change(before.traitsOut, what.traitsOut),
  peopleOut: change(before.peopleOut, what.peopleOut),
  languagesOut: change(before.languagesOut, what.languagesOut),
  countriesOut: change(before.countriesOut, what.countriesOut),
  yearsOut: change(before.yearsOut, what.yearsOut),
});

type AtTimes = LastingWishes["atTimes"];
type AtTime = AtTimes[number];

export const timesOf = ({ hours, days, isOutside }: Times): Times => ({
  ...(hours && { hours }),
  ...(days && { days }),
  ...(isOutside && { isOutside }),
});

export const isSameTime = (one: Times, other: Times): boolean =>
  keyOf(timesOf(one)) === keyOf(timesOf(other));

/** Of the same times all stands together; of what somebody insists on, what was said last. */
const timesUnion = (some: AtTimes, more: AtTimes): AtTimes =>
  more.reduce<AtTimes>((all, one) => {
    const known = all.find((other) => isSameTime(other, one));
    const others = all.filter((other) => other !== known);
    return [...others, known ? { ...known, ...one, out: withMore(known.out, one.out) } : one];
  }, some);

const timesLess = (some: AtTimes, { atTimes }: LastingWishes): AtTimes =>
  some.flatMap((one): AtTime[] => {
    const gone = atTimes.filter((other) => isSameTime(other, one));
    const out = gone.reduce((rest, other) => withLess(rest, other.out), one.out);
    const isOnlyGone = gone.some(({ only }) => only && keyOf(only) === keyOf(one.only));
    const { only: _, ...rest } = { ...one, out };
    const left: AtTime = isOnlyGone ? rest : { ...one, out };
    return isNothingOut(out) && !left.only ? [] : [left];
  });

/** Names of one language or country go together. */
const keyOf = (one: unknown): string => JSON.stringify(one);

function union<T>(some: readonly T[], more: readonly T[]): T[] {
  return [...new Map([...some, ...more].map((one) => [keyOf(one), one])).values()];
}

function less<T>(some: readonly T[], gone: readonly T[]): T[] {
  const keys = new Set(gone.map(keyOf));
  return some.filter((one) => !keys.has(keyOf(one)));
}
