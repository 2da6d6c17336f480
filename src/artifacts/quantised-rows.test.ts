import fc from "fast-check";
import { expect, test } from "vitest";
import { quantiseRows, restoreRows } from "./quantised-rows.ts";

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.record({
      columns: fc.constant(columns),
      matrix: fc
        .array(fc.float({ min: -10, max: 10, noNaN: true }), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((values) => Float32Array.from(values, (value) => (Math.abs(value) < 1e-6 ? 0 : value))),
    }),
  );

test("every value comes back to within a 250th of the largest of its row", () => {
  fc.assert(
    fc.property(matrices, ({ matrix, columns }) => {
      const back = restoreRows(quantiseRows(matrix, columns), columns);
      back.forEach((value, at) => {
        const row = at - (at % columns);
        const most = Math.max(...matrix.subarray(row, row + columns).map(Math.abs));
        expect(Math.abs(value - matrix[at]!)).toBeLessThanOrEqual(most / 250);
      });
    }),
  );
});

test("what was rounded once is not changed by rounding it again, to the last bit", () => {
  fc.assert(
    fc.property(matrices, ({ matrix, columns }) => {
      const once = quantiseRows(matrix, columns);
      const values = restoreRows(once, columns);
      expect(quantiseRows(values, columns)).toEqual(once);
    }),
  );
});

test("rows are scaled by themselves, and one of zeros stays one", () => {
  const { values, scales } = quantiseRows(Float32Array.of(127, -63.5, 0, 0, 1.27, 0.01), 2);
  expect([...values]).toEqual([127, -63, 0, 0, 127, 1]); // -63.5 is rounded up, as Math.round does
  expect(scales[0]).toBe(1);
  expect(scales[1]).toBe(0);
  expect(scales[2]).toBeCloseTo(0.01, 6);
});
