import fc from "fast-check";
import { expect, test } from "vitest";
import { MISSING, scanNumericRows } from "./numeric-rows.ts";

async function scan(
  text: string,
  separator: string,
  { chunkBytes = 1 << 16, skipLines = 0 } = {},
): Promise<number[][]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const rows: number[][] = [];
  await scanNumericRows(chunks(), separator, { skipLines }, (...row) => rows.push(row));
  return rows;
}

test("reads fields, counts lines and passes over the header and blank lines", async () => {
  expect(await scan("a,b,c,d\r\n1,20,3.5,400\r\n\r\n2,30,4,500", ",", { skipLines: 1 })).toEqual([
    [1, 20, 3.5, 400, 4, 2],
    [2, 30, 4, 500, 4, 4],
  ]);
});

test.each([
  ["1,,3,4", [1, MISSING, 3, 4, 4, 1]],
  ["1,2,3", [1, 2, 3, MISSING, 3, 1]],
  ["1,2,3,4,5", [1, 2, 3, 4, 5, 1]],
  ["1,2x,3,4", [1, Number.NaN, 3, 4, 4, 1]],
  ["1,-2,3,4", [1, Number.NaN, 3, 4, 4, 1]],
  ["1,2,3.5.1,4", [1, 2, Number.NaN, 4, 4, 1]],
  ["1,2,.,4", [1, 2, Number.NaN, 4, 4, 1]],
  ["1,2,3,1234567890123456", [1, 2, 3, Number.NaN, 4, 1]],
])("reads %s", async (text, row) => {
  expect(await scan(text, ",")).toEqual([row]);
});

test("a lone colon is no separator", async () => {
  expect(await scan("1::2::3::4\n1:2::3::4", "::")).toEqual([
    [1, 2, 3, 4, 4, 1],
    [Number.NaN, 2, 3, 4, 4, 2],
  ]);
});

test("reads the same however the file is cut, whatever the separator and line end", async () => {
  const row = fc.tuple(fc.nat(), fc.nat(999_999), fc.integer({ min: 1, max: 10 }), fc.nat());
  await fc.assert(
    fc.asyncProperty(
      fc.array(row),
      fc.constantFrom("\t", ",", "::"),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      async (rows, separator, lineEnd, chunkBytes) => {
        const text = rows.map(([u, m, r, t]) => [u, m, r / 2, t].join(separator)).join(lineEnd);
        const expected = rows.map(([u, m, r, t], i) => [u, m, r / 2, t, 4, i + 1]);
        expect(await scan(text, separator, { chunkBytes })).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});
