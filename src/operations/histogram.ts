/** Times kept as counts in a few bins, and what can be told of them. Pure. */

/** Upper ends in milliseconds, half as long again from one to the next: what is told is off by a fifth at the most. */
export const TOOK_MS = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 5_000,
  7_000, 10_000, 20_000, 60_000,
] as const;

/** The bin that a time is counted in; what is beyond all counts in the last. */
export const binOf = (value: number, ends: readonly number[]): number =>
  ends.find((end) => value <= end) ?? ends.at(-1)!;

/**
 * The value that a share of all are below, as if those of a bin lay evenly in it.
 *
 * @param counts by upper end, in any order
 * @returns undefined of nothing
 */
export function quantile(
  counts: readonly (readonly [end: number, count: number])[],
  ends: readonly number[],
  share: number,
): number | undefined {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return undefined;
  const of = new Map(counts);
  let below = 0;
  let start = 0;
  for (const end of ends) {
    const here = of.get(end) ?? 0;
    if (here > 0 && below + here >= share * total)
      return start + ((share * total - below) / here) * (end - start);
    below += here;
    start = end;
  }
  return ends.at(-1);
}
