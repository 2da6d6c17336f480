/** Times by row of the catalogue, a value: of those of a person hardly any changes in a turn, and only what lies beside it is copied. */

/** In milliseconds since 1970; -Infinity for never. */
export type RowTimes = readonly Float64Array[];

export const NEVER = Number.NEGATIVE_INFINITY;

/** Rows that are copied with one. */
const BLOCK = 256;
const nothingThere: Float64Array = new Float64Array(BLOCK).fill(NEVER);

/** Never, for so many rows. */
export const noTimes = (rows: number): RowTimes =>
  new Array<Float64Array>(Math.ceil(rows / BLOCK)).fill(nothingThere);

export const timeAt = (times: RowTimes, row: number): number => times[Math.floor(row / BLOCK)]![row % BLOCK]!;

export const withTime = (times: RowTimes, row: number, atMs: number): RowTimes => {
  const block = Math.floor(row / BLOCK);
  return times.with(block, times[block]!.with(row % BLOCK, atMs));
};

/** With many at once, the later for a row in place of the earlier. */
export function withTimes(times: RowTimes, given: Iterable<readonly [row: number, atMs: number]>): RowTimes {
  const blocks = [...times];
  const own = new Set<number>();
  for (const [row, atMs] of given) {
    const block = Math.floor(row / BLOCK);
    if (!own.has(block)) blocks[block] = blocks[block]!.slice();
    own.add(block);
    blocks[block]![row % BLOCK] = atMs;
  }
  return blocks;
}

/** The rows of the latest times from one on, so many at most, the latest last. */
export function latestRows(times: RowTimes, fromMs: number, count: number): number[] {
  const found: (readonly [row: number, atMs: number])[] = [];
  for (const [block, own] of times.entries()) {
    if (own === nothingThere) continue;
    for (const [at, atMs] of own.entries()) if (atMs >= fromMs) found.push([block * BLOCK + at, atMs]);
  }
  return found
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .slice(Math.max(0, found.length - count))
    .map(([row]) => row);
}
