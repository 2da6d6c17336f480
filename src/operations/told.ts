/** Which sums may be told: nothing is broken down to fewer than five people. Pure. */
import type { Count, Day } from "../store/figures.ts";

/** Of fewer than these nothing is said. */
export const FEWEST = 5;

/** A day of one platform, or of several together that had too few people each. */
export interface ToldDay {
  readonly day: Day;
  /** In the order of the alphabet. */
  readonly platforms: readonly string[];
  readonly people: number;
  readonly counts: readonly Count[];
}

export interface Told {
  readonly days: readonly ToldDay[];
  /** Days on which somebody came, and fewer than five in all: they are left out of everything. */
  readonly hidden: readonly Day[];
}

/**
 * Each day by platform, those with few people together with the next larger ones until they are enough. What is left out
 * is left out of all sums, so that no difference tells it.
 */
export function toldOf(counts: readonly Count[]): Told {
  const ofPeople = counts.filter(({ platform }) => platform !== "");
  const days: ToldDay[] = [];
  const hidden: Day[] = [];
  for (const [day, ofDay] of grouped(ofPeople, (one) => one.day)) {
    const platforms = [...grouped(ofDay, (one) => one.platform)]
      .map(([platform, own]) => ({ day, platforms: [platform], people: peopleIn(own), counts: own }))
      .filter(({ people }) => people > 0)
      .sort((a, b) => a.people - b.people);
    if (platforms.length === 0) continue;
    const groups = withEnough(platforms, ({ people }) => people, together);
    if (groups.every(({ people }) => people >= FEWEST)) days.push(...groups.sort(byName));
    else hidden.push(day);
  }
  return { days, hidden };
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
  day: a.day,
  platforms: [...a.platforms, ...b.platforms].sort(),
  people: a.people + b.people,
  counts: [...a.counts, ...b.counts],
});

const peopleIn = (counts: readonly Count[]): number =>
  counts.filter(({ what }) => what === "people").reduce((sum, { count }) => sum + count, 0);

export function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const own = groups.get(keyOf(one));
    if (own) own.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
