import { describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import { holdOutUsers } from "../dataset/prepare/split.ts";
import { generateWorld } from "../dataset/testing/world.ts";
import { createRandom } from "../numerics/random.ts";
import { NO_FILTERS } from "../recommender/filters.ts";
import { type PolicyInput, policyFrom } from "../recommender/policy.ts";
import { createRecommender, type Recommender } from "../recommender/recommender.ts";
import { trainModel } from "../training/train-model.ts";
import { testPeople } from "./people.ts";
import { answerRequest, drawRequests } from "./requests.ts";

// Three tastes, and two traits that have nothing to do with them.
const { ratings, movies } = generateWorld({
  users: 120,
  movies: 240,
  groups: 3,
  ratingsPerUser: 80,
  loyalty: 0.4,
  seed: 2,
}).dataset;
const { train, heldOut } = holdOutUsers(
  ratings,
  Int32Array.from({ length: 30 }, (_, user) => 4 * user),
);
const trained = await trainModel({ ratings: train, movies }, { dimensions: 8, threads: 1 });
const model: Model = { ...trained, traits: new Map([traitByChance("cheerful", 1), traitByChance("odd", 2)]) };
const people = testPeople(heldOut, 1);

function traitByChance(name: string, seed: number): [string, Uint8Array] {
  const random = createRandom(seed);
  return [name, Uint8Array.from(movies, () => random.int(256))];
}

const under = (policy: PolicyInput): Recommender => createRecommender(model, policyFrom(policy));
const weighing = (weight: number): PolicyInput => ({
  ranking: { wanted_trait: weight, unwanted_trait: weight },
});
const request = { ...NO_FILTERS, traitsIn: ["cheerful"] };
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const mean = (policy: PolicyInput, column: "order" | "orderOfAlike" | "wanted" | "hits") =>
  meanOf(people.flatMap((person) => answerRequest(under(policy), person, request)[column] ?? []));

describe("among the movies that fit the words", () => {
  test("what a person likes is ranked above what they do not that fits alike, as it is without weighing the fit", () => {
    expect(mean({}, "orderOfAlike")).toBeGreaterThan(0.85);
    expect(mean({}, "orderOfAlike")).toBeGreaterThan(mean(weighing(0), "orderOfAlike") - 0.05);
  });

  test("the best suggestions fit better than those of taste alone, and are found among the liked ones", () => {
    expect(mean({}, "wanted")).toBeGreaterThan(mean(weighing(0), "wanted") + 0.1);
    expect(mean({}, "hits")).toBeGreaterThan(0.2);
  });

  test("a weight that drowns the taste leaves the order to chance", () => {
    expect(Math.abs(mean(weighing(100), "order") - 0.5)).toBeLessThan(0.1);
  });
});

test("requests are drawn that liked and disliked movies fit, the same for the same seed", () => {
  const recommender = under({});
  const [person] = people;
  const drawn = drawRequests(recommender, person!, { count: 4, seed: 5 });
  expect(drawn).toHaveLength(4);
  expect(drawRequests(recommender, person!, { count: 4, seed: 5 })).toEqual(drawn);
  expect(drawn.every(({ traitsIn }) => traitsIn.length > 0)).toBe(true);
  for (const filters of drawn) {
    const stars = [...person!.hidden].flatMap(([row, given]) =>
      recommender.passes(row, filters) ? [given] : [],
    );
    expect(stars.filter((given) => given >= 4).length).toBeGreaterThanOrEqual(3);
    expect(stars.filter((given) => given <= 3).length).toBeGreaterThanOrEqual(3);
  }
});
