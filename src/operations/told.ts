/** Which sums may be told: nothing is broken down to fewer than five people. Pure. */
import { type Count, type Day, dayOf, weekOf } from "../store/figures.ts";

/** Of fewer than these nothing is said. */
export const FEWEST = 5;

/** A day or a week of one platform, or of several together that had too few people each. */
export interface ToldDay {
  readonly day: Day;
  /** The same day, or the last of the week. */
  readonly to: Day;
  /** In the order of the alphabet. */
  readonly platforms: readonly string[];
  readonly people: number;
  readonly counts: readonly Count[];
}

export interface Told {
  readonly days: readonly ToldDay[];
  /** Days on which somebody came, and that are left out of everything. */
  readonly hidden: readonly Day[];
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/**
 * Each day by platform, those with few people together with the next larger ones until they are enough. Of a week that has
 * no day with enough people the whole is told if that has. What is left out is left out of all sums, so that no difference
 * tells it; weeks are told when all of them is there, so that none between what is told of some days of it and of more does.
 *
 * @param counts from one day to another, both included; the last is not over yet
 */
export function toldOf(counts: readonly Count[], from: Day, to: Day): Told {
  const ofPeople = counts.filter(({ platform }) => platform !== "");
  const days: ToldDay[] = [];
  for (const [week, ofWeek] of grouped(ofPeople, ({ day }) => weekOf(day))) {
    const byDay = [...grouped(ofWeek, ({ day }) => day)];
    const told = byDay.flatMap(([day, own]) => groupsOf(day, day, own, "people"));
    const isWhole = week >= from && lastOf(week) < to;
    days.push(...(told.length > 0 || !isWhole ? told : groupsOf(week, lastOf(week), ofWeek, "week/people")));
  }
  const isTold = (on: Day) => days.some(({ day, to: last }) => day <= on && on <= last);
  const came = [...new Set(ofPeople.filter(({ what }) => what === "people").map(({ day }) => day))];
  return { days, hidden: came.filter((day) => !isTold(day)) };
}

const lastOf = (week: Day): Day => dayOf(Date.parse(week) + (WEEK_DAYS - 1) * DAY_MS);

/** None where there were too few people in all. */
function groupsOf(day: Day, to: Day, counts: readonly Count[], people: string): ToldDay[] {
  const platforms = [...grouped(counts, (one) => one.platform)]
    .map(([platform, own]) => ({ day, to, platforms: [platform], people: sumOf(own, people), counts: own }))
    .filter((one) => one.people > 0)
    .sort((a, b) => a.people - b.people);
  const groups = withEnough(platforms, (one) => one.people, together);
  return groups.every((one) => one.people >= FEWEST) ? groups.sort(byName) : [];
}

/** Neighbours are put together until all are of enough people, or there is but one. */
export function withEnough<T>(
  all: readonly T[],
  peopleOf: (one: T) => number,
  together: (one: T, next: T) => T,
): T[] {
  const groups: T[] = [];
  for (const one of all) {
    const last = groups.at(-1);
    if (last !== undefined && peopleOf(last) < FEWEST) groups[groups.length - 1] = together(last, one);
    else groups.push(one);
  }
  const [last, before] = [groups.at(-1), groups.at(-2)];
  if (last !== undefined && before !== undefined && peopleOf(last) < FEWEST)
    groups.splice(-2, 2, together(before, last));
  return groups;
}

const byName = (a: ToldDay, b: ToldDay): number => (a.platforms.join() < b.platforms.join() ? -1 : 1);

const together = (a: ToldDay, b: ToldDay): ToldDay => ({
  ...a,
  platforms: [...a.platforms, ...b.platforms].sort(),
  people: a.people + b.people,
  counts: [...a.counts, ...b.counts],
});

const sumOf = (counts: readonly Count[], of: string): number =>
  counts.filter(({ what }) => what === of).reduce((sum, { count }) => sum + count, 0);

export function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const own = groups.get(keyOf(one));
    if (own) own.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
