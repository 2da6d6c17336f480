import fc from "fast-check";
import { expect, test } from "vitest";
import { bestRows } from "./best-rows.ts";

test("the best rows are the first of all sorted, of equal scores the lower", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 50 }), fc.nat(3), (given, limit, modulus) => {
      const accepts = (row: number) => modulus === 0 || row % modulus === 0;
      const sorted = [...given.keys()].filter(accepts).sort((a, b) => given[b]! - given[a]! || a - b);
      expect(bestRows(Float64Array.from(given), limit, accepts)).toEqual(sorted.slice(0, limit));
    }),
  );
});
