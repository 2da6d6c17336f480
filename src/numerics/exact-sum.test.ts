import fc from "fast-check";
import { expect, test } from "vitest";
import { extractorFor } from "./exact-sum.ts";
import { createRandom } from "./random.ts";

const BOUND = 50;
const sigma = extractorFor(BOUND);
const rounded = (term: number) => sigma + term - sigma;
const sumOf = (terms: readonly number[]) => terms.reduce((sum, term) => sum + rounded(term), 0);
const terms = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: BOUND });

test("the order of the terms does not matter, to the last bit", () => {
  fc.assert(
    fc.property(terms, fc.integer(), (all, seed) => {
      expect(sumOf(createRandom(seed).shuffle([...all]))).toBe(sumOf(all));
    }),
  );
});

test("a term taken away leaves no trace", () => {
  fc.assert(
    fc.property(terms, fc.double({ min: -1, max: 1, noNaN: true }), (all, term) => {
      expect(sumOf(all) + rounded(term) - rounded(term)).toBe(sumOf(all));
    }),
  );
});

test("a term is off by no more than the bound's 2^-52nd part", () => {
  fc.assert(
    fc.property(fc.double({ min: -BOUND, max: BOUND, noNaN: true }), (term) => {
      expect(Math.abs(rounded(term) - term)).toBeLessThanOrEqual(64 * 2 ** -52);
    }),
  );
});

test("where all terms are nothing, so is the sum", () => {
  expect(extractorFor(0)).toBe(0);
});
