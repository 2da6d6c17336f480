import { expect, test } from "vitest";
import { newcomer } from "../conversation/remember.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { comparisonOf, type Leanings, leaningsOf } from "./compare.ts";

const { recommender } = tinyWorld();
const nobody = newcomer(recommender).taste;
const taste = (said: Readonly<Record<string, Verdict>>) =>
  Object.entries(said).reduce(
    (before, [movie, verdict]) => recommender.observe(before, { movie, verdict, atMs: 0 }),
    nobody,
  );
const tense = taste({ tt0000000: "like", tt0000001: "like", tt0000002: "like", tt0000006: "dislike" });
const tender = taste({ tt0000006: "like", tt0000007: "like", tt0000008: "like", tt0000000: "dislike" });

test("whoever likes the same is alike, and whoever likes the opposite is not", () => {
  const [same] = leaningsOf(recommender, [tense, tense], nobody);
  const [unlike] = leaningsOf(recommender, [tense, tender], nobody);
  expect(same.likeness).toBeCloseTo(1, 9);
  expect(unlike.likeness).toBeLessThan(-0.5);
});

test("of whom little is known nothing is told", () => {
  const [one, other] = leaningsOf(recommender, [tense, taste({ tt0000000: "like" })], nobody);
  expect(one.likeness).toBeNull();
  expect(comparisonOf(one, other)).toEqual({ bothLike: [], neitherLikes: [], forOne: [], forOther: [] });
});

test("they agree where both lean the same way, and differ where they do not", () => {
  const of = (genres: Leanings["genres"]): Leanings => ({ likeness: 0.5, genres });
  const one = of({ Crime: 1, Drama: 0.3, Horror: -1, Romance: -0.5, War: 0.1, Western: 2 });
  const other = of({ Crime: 0.4, Drama: 0.9, Horror: -0.6, Romance: 0.7, War: 1, Musical: 1 });
  expect(comparisonOf(one, other)).toEqual({
    alike: 75,
    bothLike: ["Crime", "Drama"],
    neitherLikes: ["Horror"],
    forOne: [],
    forOther: ["Romance"],
  });
});
