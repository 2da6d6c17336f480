import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { createRandom } from "../numerics/random.ts";
import { VERDICTS } from "./feedback.ts";
import { gaussianUserModel } from "./gaussian-taste.ts";
import { policyFrom } from "./policy.ts";
import { randomModel } from "./testing/random-model.ts";
import type { Taste } from "./user-model.ts";

const policy = policyFrom({}).gaussian;
const near = (actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-9) => {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < actual.length; k++) expect(Math.abs(actual[k]! - expected[k]!)).toBeLessThan(tolerance);
};

test("one dimension, worked by hand", () => {
  // lambda 0.1, C = 0.5, mu = 0.4: P = 0.1/0.5 = 0.2 and eta = 0.2 * 0.4; then a favourite (y 1, w 3) of embedding 1,
  // with V'V = 1.25 and w0(1) = 0.6 * 1 / (1 + 2) = 0.2: P = 0.2 + 0.2 * 1.25 + 3 = 3.45 and eta = 0.08 + 3 + 0.2 = 3.28
  const model: Model = {
    ...randomModel({ movies: 2, dimensions: 1, seed: 1 }),
    embeddings: Float32Array.of(1, 0.5),
    prior: { mean: Float64Array.of(0.4), covariance: Float64Array.of(0.5), gram: Float64Array.of(1.25) },
  };
  const users = gaussianUserModel(model, { ...policy, unrated_weight: 0.6, unrated_halfway: 2 });
  near(users.fold([]).embedding, [0.4], 1e-5);
  const taste = users.fold([{ row: 0, verdict: "favourite" }]);
  near(taste.embedding, [3.28 / 3.45], 1e-5);
  expect(users.uncertainty(taste, 1)).toBeCloseTo(0.5 / Math.sqrt(3.45), 5);
  near(users.contributions(taste, 1), [(0.5 * 3.2) / 3.45], 1e-5);
  // and a like (y 1, w 1) of embedding 0.5, with w0(2) = 0.6 * 2 / (2 + 2) = 0.3:
  // P = 0.2 + 0.3 * 1.25 + 3 + 0.5 * 0.5 = 3.825 and eta = 0.08 + 3.3 + 1.3 * 0.5 = 4.03
  const more = users.observe(taste, { row: 1, verdict: "like" });
  near(more.embedding, [4.03 / 3.825], 1e-5);
  near(users.contributions(more, 1), [(0.5 * 3.3) / 3.825, (0.5 * 0.5 * 1.3) / 3.825], 1e-5);
});

test("people at large weigh as the policy says, else as the model does, else .1", () => {
  const model = randomModel({ movies: 20, dimensions: 4, seed: 7 });
  const asked = { ...model, prior: { ...model.prior, strength: 5 } };
  const tasteOf = (of: Model, prior_strength?: number) =>
    gaussianUserModel(of, { ...policy, prior_strength }).fold([{ row: 3, verdict: "like" }]).embedding;
  expect(tasteOf(asked)).toEqual(tasteOf(model, 5));
  expect(tasteOf(asked, 0.3)).toEqual(tasteOf(model, 0.3));
  expect(tasteOf(model)).toEqual(tasteOf(model, 0.1));
  expect(tasteOf(asked)).not.toEqual(tasteOf(model));
});

describe("whatever the evidence", () => {
  const model = randomModel({ movies: 30, dimensions: 8, seed: 2 });
  const users = gaussianUserModel(model, policy);
  const piece = fc.record({ row: fc.nat(29), verdict: fc.constantFrom(...VERDICTS) });
  const evidence = fc.uniqueArray(piece, { maxLength: 30, selector: ({ row }) => row });
  /** Everything said of a taste, to be compared bit for bit. */
  const bitsOf = (taste: Taste) => ({
    evidence: taste.evidence,
    sums: users.sums.of(taste),
    embedding: taste.embedding,
    part: users.priorPart(taste, 0),
    parts: users.contributions(taste, 0),
  });

  test("its order does not matter, to the last bit", () => {
    fc.assert(
      fc.property(evidence, fc.integer(), (all, seed) => {
        const shuffled = createRandom(seed).shuffle([...all]);
        expect(bitsOf(users.fold(shuffled))).toEqual(bitsOf(users.fold(all)));
      }),
    );
  });

  test("what is taken back leaves no trace, and what replaces it is as if said at once", () => {
    const change = fc.tuple(fc.nat(29), fc.option(fc.constantFrom(...VERDICTS), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.nat(60), (changes, at) => {
        const nothing = users.fold([]);
        const oneByOne = changes.reduce((taste, one) => users.sums.revise(taste, [one]), nothing);
        const inTwo = users.sums.revise(users.sums.revise(nothing, changes.slice(0, at)), changes.slice(at));
        const left = [...new Map(changes)].flatMap(([row, verdict]) => (verdict ? [{ row, verdict }] : []));
        expect(bitsOf(oneByOne)).toEqual(bitsOf(users.fold(left)));
        expect(bitsOf(inTwo)).toEqual(bitsOf(users.fold(left)));
      }),
    );
  });

  test("goes on from its sums as if they had never been put away", () => {
    fc.assert(
      fc.property(evidence, piece, (all, next) => {
        const folded = users.fold(all);
        const resumed = users.sums.resume(folded.evidence, users.sums.of(folded))!;
        expect(bitsOf(resumed)).toEqual(bitsOf(folded));
        expect(bitsOf(users.observe(resumed, next))).toEqual(bitsOf(users.observe(folded, next)));
      }),
    );
  });

  test("knowing more is never less certain", () => {
    fc.assert(
      fc.property(evidence, fc.nat(29), (all, row) => {
        const taste = users.fold(all.filter((observed) => observed.row !== row));
        const more = users.observe(taste, { row, verdict: "like" });
        expect(users.uncertainty(more, row)).toBeLessThan(users.uncertainty(taste, row));
      }),
    );
  });
});

test("sums that cannot be a taste's are not gone on from", () => {
  const { sums, fold } = gaussianUserModel(randomModel({ movies: 10, dimensions: 4, seed: 3 }), policy);
  const kept = sums.of(fold([{ row: 0, verdict: "like" }]));
  expect(sums.resume([], kept.slice(1))).toBeUndefined();
  expect(sums.resume([], kept.fill(Number.NaN, 3, 4))).toBeUndefined();
});

test("a taste of thousands is as exact as one of few, and near what plain sums give", () => {
  const model = randomModel({ movies: 4_000, dimensions: 3, seed: 4 });
  const users = gaussianUserModel(model, policy);
  const all = model.movies.map((_, row) => ({ row, verdict: VERDICTS[row % VERDICTS.length]! }));
  const sums = users.sums.of(users.fold(all));
  expect(users.sums.of(users.fold(all.toReversed()))).toEqual(sums);
  const plain = all.reduce((sum, { row, verdict }) => {
    const v = model.embeddings[3 * row]!;
    return sum + policy.verdicts[verdict].weight * v * v;
  }, 0);
  expect(Math.abs(sums[0]! / plain - 1)).toBeLessThan(1e-12);
});

test("fewer training users than dimensions still give a prior", () => {
  const model = randomModel({ movies: 10, dimensions: 4, seed: 3 });
  const covariance = new Float64Array(16);
  covariance[0] = 1;
  const users = gaussianUserModel({ ...model, prior: { ...model.prior, covariance } }, policy);
  expect(users.fold([{ row: 0, verdict: "like" }]).embedding.every(Number.isFinite)).toBe(true);
});

test("training users all alike give none, and say so", () => {
  const model = randomModel({ movies: 10, dimensions: 4, seed: 3 });
  const alike = { ...model, prior: { ...model.prior, covariance: new Float64Array(16) } };
  expect(() => gaussianUserModel(alike, policy)).toThrow(/mean variance is 0.*Train on more/);
});
