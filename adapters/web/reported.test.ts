import { expect, test } from "vitest";
import type { DayFigures } from "../../src/store/figures.ts";
import { reported, shareOf } from "./reported.ts";

const NOTHING = { favourite: 0, like: 0, dislike: 0, skip: 0, seen: 0, never: 0 };
const onDay = (platform: string, people: number, suggestions = 0, like = 0): DayFigures => ({
  day: "2026-11-29",
  platform,
  people,
  suggestions,
  answers: { ...NOTHING, like },
});

test("a day is broken down by platform where there were five people on each", () => {
  const days = reported([onDay("slack", 5, 10, 4), onDay("web", 6, 20, 5)]);
  expect(days).toMatchObject([
    { platform: "slack", people: 5, suggestions: 10, unanswered: 6, shares: { like: { share: 0.4 } } },
    { platform: "web", people: 6, suggestions: 20, unanswered: 15, shares: { unanswered: { share: 0.75 } } },
  ]);
});

test("where there were fewer on one of them all are told together, and nothing of fewer than five in all", () => {
  expect(reported([onDay("slack", 4, 8), onDay("web", 6, 20, 5)])).toMatchObject([
    { platform: null, people: 10, suggestions: 28, answers: { like: 5 } },
  ]);
  expect(reported([onDay("slack", 2, 8), onDay("web", 2, 20)])).toEqual([
    {
      day: "2026-11-29",
      platform: null,
      people: null,
      suggestions: null,
      answers: null,
      unanswered: null,
      shares: null,
    },
  ]);
});

test("intervals are Wilson's, worked by hand", () => {
  const { low, high } = shareOf(1, 10);
  expect(low).toBeCloseTo(0.0179, 4);
  expect(high).toBeCloseTo(0.4042, 4);
  expect(shareOf(0, 5).low).toBe(0);
});
