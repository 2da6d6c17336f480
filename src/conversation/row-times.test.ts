import fc from "fast-check";
import { expect, test } from "vitest";
import { latestRows, NEVER, noTimes, type RowTimes, timeAt, withTime, withTimes } from "./row-times.ts";

const ROWS = 700;
const read = (times: RowTimes) => Array.from({ length: ROWS }, (_, row) => timeAt(times, row));
const given = fc.array(fc.tuple(fc.nat(ROWS - 1), fc.nat()));

test("are those of a plain list, one given at a time or all at once, and what was before stays as it was", () => {
  fc.assert(
    fc.property(given, given, (first, then) => {
      const plain = new Array<number>(ROWS).fill(NEVER);
      for (const [row, atMs] of first) plain[row] = atMs;
      const before = first.reduce((times, [row, atMs]) => withTime(times, row, atMs), noTimes(ROWS));
      expect(read(before)).toEqual(plain);
      const after = [...plain];
      for (const [row, atMs] of then) after[row] = atMs;
      expect(read(withTimes(before, then))).toEqual(after);
      expect(read(before)).toEqual(plain);
    }),
  );
  expect(new Set(read(noTimes(ROWS)))).toEqual(new Set([NEVER]));
});

test("the latest rows are those of the latest times, the latest last", () => {
  fc.assert(
    fc.property(given, fc.nat(), fc.nat(20), (all, from, count) => {
      const times = withTimes(noTimes(ROWS), all);
      const plain = [...new Map(all)].filter(([, atMs]) => atMs >= from);
      const latest = plain.sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([row]) => row);
      expect(latestRows(times, from, count)).toEqual(count === 0 ? [] : latest.slice(-count));
    }),
  );
});
