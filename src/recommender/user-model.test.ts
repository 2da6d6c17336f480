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
const piece = fc.record({ row: fc.nat(29), verdict: fc.constantFrom(...VERDICTS) });
const evidence = fc.uniqueArray(piece, { maxLength: 20, selector: ({ row }) => row });
const byRow = (all: readonly Evidence[]) => all.toSorted((a, b) => a.row - b.row);

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
        expect(byRow(observed.evidence)).toEqual(byRow(all));
        expect(nothing.embedding).toEqual(before);
      }),
    );
  });

  test("lets the latest verdict on a movie replace those before", () => {
    fc.assert(
      fc.property(evidence, piece, piece, (all, first, { verdict }) => {
        const others = users.fold(all.filter(({ row }) => row !== first.row));
        const latest = { ...first, verdict };
        const changed = users.observe(users.observe(others, first), latest);
        expect(changed.embedding).toEqual(users.observe(others, latest).embedding);
        expect(changed.evidence).toEqual(users.observe(others, latest).evidence);
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
