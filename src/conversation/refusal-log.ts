/** What a person never wants, besides single movies: an append-only log, and what follows from it. */
import { z } from "zod";

const names = z.array(z.string()).readonly();

/** As filters rule it out. */
export const refusedSchema = z.object({
  genresOut: names,
  traitsOut: names,
  peopleOut: names,
  languagesOut: z.array(names).readonly(),
  countriesOut: z.array(names).readonly(),
});
export type Refused = z.infer<typeof refusedSchema>;

export interface RefusalEntry {
  /** "allowed": it may come up again. */
  readonly kind: "refused" | "allowed";
  /** As an entry of the log of what is said of movies has one. */
  readonly id: string;
  readonly atMs: number;
  readonly what: Refused;
}

export const NOTHING_REFUSED: Refused = {
  genresOut: [],
  traitsOut: [],
  peopleOut: [],
  languagesOut: [],
  countriesOut: [],
};

export const afterRefusal = (before: Refused, { kind, what }: RefusalEntry): Refused => {
  const change = kind === "refused" ? union : less;
  return {
    genresOut: change(before.genresOut, what.genresOut),
    traitsOut: change(before.traitsOut, what.traitsOut),
    peopleOut: change(before.peopleOut, what.peopleOut),
    languagesOut: change(before.languagesOut, what.languagesOut),
    countriesOut: change(before.countriesOut, what.countriesOut),
  };
};

/** @param log oldest first */
export const refusedAfter = (log: readonly RefusalEntry[]): Refused =>
  log.reduce(afterRefusal, NOTHING_REFUSED);

/** Names of one language or country go together. */
const keyOf = (one: string | readonly string[]): string => JSON.stringify(one);

function union<T extends string | readonly string[]>(some: readonly T[], more: readonly T[]): T[] {
  return [...new Map([...some, ...more].map((one) => [keyOf(one), one])).values()];
}

function less<T extends string | readonly string[]>(some: readonly T[], out: readonly T[]): T[] {
  const gone = new Set(out.map(keyOf));
  return some.filter((one) => !gone.has(keyOf(one)));
}
