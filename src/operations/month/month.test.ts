import { expect, test } from "vitest";
import { generateWorld } from "../../dataset/testing/world.ts";
import { sumOf } from "../../evaluation/mean.ts";
import { policyFrom } from "../../recommender/policy.ts";
import { liveMonth } from "./month.ts";

test("a model that learns from those who come finds more for them than one that does not, and shills teach it nothing", async () => {
  const { dataset } = generateWorld({ users: 500, movies: 240, groups: 4, ratingsPerUser: 24, seed: 5 });
  const { sessions, nights, poisoned } = await liveMonth(dataset, {
    // by score alone: of so few films what each is known for is chance, and moves more than what is learned
    policy: policyFrom({ ranking: { obviousness: { weight: 0 } } }),
    people: 400,
    days: 10,
    every: 4,
    turns: 8,
    visits: 2,
    dimensions: 16,
    parts: 3,
    weight: 1,
    seed: 1,
    threads: 1,
  });
  const before = sessions.filter(({ day }) => day < 4);
  const after = sessions.filter(({ day }) => day >= 4);
  expect(nights.map(({ day }) => day)).toEqual([3, 7]);
  expect(before.every(({ hits }) => hits.learning === hits.still)).toBe(true); // nothing was learned yet
  expect(nights.some(({ verdict }) => verdict.passes)).toBe(true);
  const mean = (arm: "learning" | "still") => sumOf(after.map(({ hits }) => hits[arm])) / after.length;
  expect(mean("learning")).toBeGreaterThan(mean("still"));
  expect(sessions.filter(({ isFirst }) => isFirst)).toHaveLength(400);
  expect(poisoned.passes).toBe(false);
});
