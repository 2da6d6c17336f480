import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csrOf, transposed } from "./csr.ts";
import { denseOf, randomMatrix } from "./testing/matrices.ts";

/** One row of two columns with these entries. */
const oneRow = (columns: number[], values: number[], rows = columns.map(() => 0)) =>
  csrOf({
    rowCount: 1,
    columnCount: 2,
    rows: Int32Array.from(rows),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  });

describe("a sparse matrix", () => {
  test("groups a table's entries by row, in their order", () => {
    const matrix = csrOf({
      rowCount: 3,
      columnCount: 4,
      rows: Int32Array.of(2, 0, 2),
      columns: Int32Array.of(3, 1, 0),
      values: Float32Array.of(5, 6, 7),
    });
    expect([...matrix.starts]).toEqual([0, 1, 1, 3]);
    expect([...matrix.indices]).toEqual([1, 3, 0]);
    expect([...matrix.values]).toEqual([6, 5, 7]);
  });

  test("has the transpose of its cells as its transpose, and itself as the transpose of that", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.integer(), (rows, columns, seed) => {
        const matrix = randomMatrix(rows + 1, columns + 1, 0.3, seed);
        expect(denseOf(transposed(matrix))).toEqual(denseOf(matrix).transpose());
        expect(transposed(transposed(matrix))).toEqual(matrix);
      }),
    );
  });

  test("refuses entries that come twice, lie outside, or are no numbers", () => {
    expect(() => oneRow([1, 1], [1, 2])).toThrow("two entries at (0, 1)");
    expect(() => oneRow([2], [1])).toThrow("entry (0, 2) of a 1 x 2 matrix");
    expect(() => oneRow([-1], [1])).toThrow("entry (0, -1)");
    expect(() => oneRow([0], [1], [1])).toThrow("entry (1, 0)");
    expect(() => oneRow([0], [Number.NaN])).toThrow("NaN at (0, 0)");
    expect(() => oneRow([0, 1], [1])).toThrow("2 columns for 1 values");
  });
});
