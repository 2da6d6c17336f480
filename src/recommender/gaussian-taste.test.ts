import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { createRandom } from "../random.ts";
import { VERDICTS } from "./feedback.ts";
import { gaussianUserModel } from "./gaussian-taste.ts";
import { policyFrom } from "./policy.ts";
import { randomModel } from "./testing/random-model.ts";
import type { Evidence } from "./user-model.ts";

const policy = policyFrom({}).gaussian;
const near = (actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-9) => {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < actual.length; k++) expect(Math.abs(actual[k]! - expected[k]!)).toBeLessThan(tolerance);
};

test("one dimension, worked by hand", () => {
  // lambda 0.1, C = 0.5, mu = 0.4, w0 = 0.05, V'V = 1.25; then a favourite (y 1, w 3) of embedding 1:
  // P = 0.1/0.5 + 0.05 * 1.25 + 3 = 3.2625 and eta = 0.2 * 0.4 + 3 = 3.08
  const model: Model = {
    ...randomModel({ movies: 2, dimensions: 1, seed: 1 }),
    embeddings: Float32Array.of(1, 0.5),
    prior: { mean: Float64Array.of(0.4), covariance: Float64Array.of(0.5), gram: Float64Array.of(1.25) },
  };
  const users = gaussianUserModel(model, policy);
  near(users.fold([]).embedding, [(0.2 * 0.4) / 0.2625], 1e-5);
  const taste = users.fold([{ row: 0, verdict: "favourite" }]);
  near(taste.embedding, [3.08 / 3.2625], 1e-5);
  expect(users.uncertainty(taste, 1)).toBeCloseTo(0.5 / Math.sqrt(3.2625), 5);
  near(users.contributions(taste, 1), [(0.5 * 3) / 3.2625], 1e-5);
});

describe("whatever the evidence", () => {
  const model = randomModel({ movies: 30, dimensions: 8, seed: 2 });
  const users = gaussianUserModel(model, policy);
  const evidence = fc.array(fc.record({ row: fc.nat(29), verdict: fc.constantFrom(...VERDICTS) }), {
    maxLength: 20,
  });
  const scoreOf = (embedding: Float64Array, row: number) =>
    embedding.reduce((sum, value, k) => sum + value * model.embeddings[row * 8 + k]!, 0);

  test("observing one after the other is folding, bit for bit", () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const observed = all.reduce((taste, one) => users.observe(taste, one), users.fold([]));
        expect(observed.embedding).toEqual(users.fold(all).embedding);
      }),
    );
  });

  test("a resumed taste goes on as if it had never been put away", () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const folded = users.fold(all);
        const resumed = users.resume(all, Float64Array.from(folded.embedding));
        const next: Evidence = { row: 3, verdict: "like" };
        expect(users.observe(resumed, next).embedding).toEqual(users.observe(folded, next).embedding);
      }),
    );
  });

  test("its order does not matter", () => {
    fc.assert(
      fc.property(evidence, fc.integer(), (all, seed) => {
        const shuffled = createRandom(seed).shuffle([...all]);
        near(users.fold(shuffled).embedding, users.fold(all).embedding);
      }),
    );
  });

  test("contributions and the prior's part add up to the score", () => {
    fc.assert(
      fc.property(evidence, fc.nat(29), (all, row) => {
        const taste = users.fold(all);
        const total = users.contributions(taste, row).reduce((sum, value) => sum + value, 0);
        near([total + users.priorPart(taste, row)], [scoreOf(taste.embedding, row)]);
      }),
    );
  });

  test("knowing more is never less certain", () => {
    fc.assert(
      fc.property(evidence, fc.nat(29), (all, row) => {
        const taste = users.fold(all);
        const more = users.observe(taste, { row, verdict: "like" });
        expect(users.uncertainty(more, row)).toBeLessThan(users.uncertainty(taste, row));
      }),
    );
  });

  test("having seen a movie says nothing of taste", () => {
    const taste = users.fold([{ row: 1, verdict: "like" }]);
    expect(users.observe(taste, { row: 2, verdict: "seen" }).embedding).toEqual(taste.embedding);
  });
});

test("fewer training users than dimensions still give a prior", () => {
  const model = randomModel({ movies: 10, dimensions: 4, seed: 3 });
  const covariance = new Float64Array(16);
  covariance[0] = 1;
  const users = gaussianUserModel({ ...model, prior: { ...model.prior, covariance } }, policy);
  expect(users.fold([{ row: 0, verdict: "like" }]).embedding.every(Number.isFinite)).toBe(true);
});
