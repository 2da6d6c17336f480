/** What both user models promise, whatever the evidence. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emaUserModel } from "./ema-taste.ts";
import { VERDICTS } from "./feedback.ts";
import { gaussianUserModel } from "./gaussian-taste.ts";
import { policyFrom } from "./policy.ts";
import { randomModel } from "./testing/random-model.ts";
import type { Evidence } from "./user-model.ts";

const D = 8;
const model = randomModel({ movies: 30, dimensions: D, seed: 2 });
const policy = policyFrom({});
const evidence = fc.array(fc.record({ row: fc.nat(29), verdict: fc.constantFrom(...VERDICTS) }), {
  maxLength: 20,
});

describe.each([
  ["gaussian", gaussianUserModel(model, policy.gaussian)],
  ["ema", emaUserModel(model, policy.ema)],
])("the %s user model", (_name, users) => {
  test("observes one after the other as it folds, bit for bit, and changes no taste it was given", () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const nothing = users.fold([]);
        const before = Float64Array.from(nothing.embedding);
        const observed = all.reduce((taste, one) => users.observe(taste, one), nothing);
        expect(observed.embedding).toEqual(users.fold(all).embedding);
        expect(observed.evidence).toEqual(all);
        expect(nothing.embedding).toEqual(before);
      }),
    );
  });

  test("goes on from a resumed taste as if it had never been put away", () => {
    const next: Evidence = { row: 3, verdict: "like" };
    fc.assert(
      fc.property(evidence, (all) => {
        const folded = users.fold(all);
        const resumed = users.resume(all, Float64Array.from(folded.embedding));
        expect(users.observe(resumed, next).embedding).toEqual(users.observe(folded, next).embedding);
      }),
    );
  });

  test("gives contributions that, with the prior's part, add up to the score", () => {
    fc.assert(
      fc.property(evidence, fc.nat(29), (all, row) => {
        const taste = users.fold(all);
        const score = taste.embedding.reduce(
          (sum, value, k) => sum + value * model.embeddings[row * D + k]!,
          0,
        );
        const total = users.contributions(taste, row).reduce((sum, value) => sum + value, 0);
        expect(Math.abs(total + users.priorPart(taste, row) - score)).toBeLessThan(1e-9);
      }),
    );
  });

  test("learns nothing from having seen a movie", () => {
    const taste = users.fold([{ row: 1, verdict: "like" }]);
    expect(users.observe(taste, { row: 2, verdict: "seen" }).embedding).toEqual(taste.embedding);
  });
});
