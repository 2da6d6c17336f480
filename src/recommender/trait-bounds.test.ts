import { expect, test } from "vitest";
import { tinyModel } from "../conversation/testing/tiny-world.ts";
import { NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender } from "./recommender.ts";
import { type Answers, HAS_TRAIT, moveBound, shiftBy } from "./trait-bounds.ts";

const policy = policyFrom({});
const answers = (barely: readonly [number, number], well: readonly [number, number]): Answers => ({
  barely: { liked: barely[0], answered: barely[1] },
  well: { liked: well[0], answered: well[1] },
});

test("the bound rises by how much rather people like what has much of a trait, worked by hand", () => {
  // 24 of 60 liked: (4 + 20 * .4) / (30 + 20) = .24 and (20 + 20 * .4) / 50 = .56; 128 * .32 = 41, and no farther than 32
  expect(shiftBy(answers([4, 30], [20, 30]), policy)).toBe(32);
  expect(shiftBy(answers([4, 30], [20, 30]), policyFrom({ crowd: { trait_reach: 100 } }))).toBe(41);
  expect(shiftBy(answers([20, 30], [4, 30]), policy)).toBe(-32);
});

test("nobody's answers and answers that are alike move nothing, and a few move little", () => {
  expect(shiftBy(answers([0, 0], [0, 0]), policy)).toBe(0);
  expect(shiftBy(answers([15, 30], [15, 30]), policy)).toBe(0);
  expect(Math.abs(shiftBy(answers([0, 1], [1, 1]), policy))).toBeLessThan(8);
});

test("what is asked for a trait goes by its bound at once, other traits and what is ruled out do not", () => {
  const recommender = createRecommender(tinyModel(), policy);
  const { model } = recommender;
  const aliens = recommender.rowOf("tt0000001")!; // funny by 55 percent: 140 of 255
  const passes = (filters: Partial<typeof NO_FILTERS>) =>
    recommender.passes(aliens, { ...NO_FILTERS, ...filters });
  expect(model.traits.get("funny")![aliens]).toBeGreaterThan(HAS_TRAIT);
  expect([passes({ traitsIn: ["funny"] }), passes({ traitsOut: ["funny"] })]).toEqual([true, false]);
  moveBound(model, "funny", answers([0, 40], [40, 40]), policy);
  expect([passes({ traitsIn: ["funny"] }), passes({ traitsOut: ["funny"] })]).toEqual([false, false]);
  expect(passes({ traitsIn: ["scary"] })).toBe(true);
});
