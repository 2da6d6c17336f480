import { expect, test } from "vitest";
import type { Count } from "../store/figures.ts";
import { figuresOf as figuresBetween } from "./figures.ts";

const MONDAY = "2026-11-23";
const TUESDAY = "2026-11-24";
const figuresOf = (counts: readonly Count[]) => figuresBetween(counts, MONDAY, TUESDAY);
const on = (day: string, platform: string, sums: Readonly<Record<string, number>>): Count[] =>
  Object.entries(sums).map(([what, count]) => ({ day, platform, what, count }));

test("suggestions and answers are told by day, and by platform over all days, with shares of all suggestions", () => {
  const { days, platforms, all } = figuresOf([
    ...on(MONDAY, "slack", { people: 5, suggestions: 10, like: 4 }),
    ...on(MONDAY, "web", { people: 6, suggestions: 20, like: 5 }),
    ...on(TUESDAY, "web", { people: 5, suggestions: 20, like: 15, later: 2 }),
  ]);
  expect(days).toMatchObject([
    { day: MONDAY, platforms: ["slack"], people: 5, unanswered: 6, shares: { like: { share: 0.4 } } },
    { day: MONDAY, platforms: ["web"], people: 6, shares: { unanswered: { share: 0.75 } } },
    { day: TUESDAY, platforms: ["web"], people: 5 },
  ]);
  expect(platforms).toMatchObject([
    { platforms: ["slack"], suggestions: 10 },
    { platforms: ["web"], suggestions: 40, shares: { like: { share: 0.5 } } },
  ]);
  expect(all).toMatchObject({ suggestions: 50, answers: { like: 24, later: 2 }, unanswered: 24 });
});

test("a day with fewer than five people is in no sum, so that no difference tells of it", () => {
  const told = figuresOf([
    ...on(MONDAY, "web", {
      people: 4,
      suggestions: 9,
      "turn/1/suggestions": 9,
      "heard/rules": 3,
      sessions: 4,
    }),
    ...on(TUESDAY, "web", { people: 5, suggestions: 20, "heard/rules": 1 }),
  ]);
  expect(told).toMatchObject({ hidden: [MONDAY], all: { suggestions: 20 }, heard: { rules: { texts: 1 } } });
  expect(told.sessions).toBeNull();
});

test("answers of a day on suggestions of the day before make no share above all", () => {
  const { all } = figuresOf(on(MONDAY, "web", { people: 5, suggestions: 2, like: 3 }));
  expect(all).toMatchObject({ unanswered: 0, shares: { like: { share: 1 } } });
  expect(figuresOf([]).all.shares).toBeNull();
});

test("places in a session are told as far as five people came, those behind with the last of them", () => {
  const { turns } = figuresOf(
    on(MONDAY, "web", {
      people: 8,
      "turn/1/people": 8,
      "turn/1/suggestions": 10,
      "turn/1/like": 5,
      "turn/2/people": 5,
      "turn/2/suggestions": 6,
      "turn/3/people": 4,
      "turn/3/suggestions": 4,
      "turn/3/like": 2,
    }),
  );
  expect(turns).toMatchObject([
    { from: 1, to: 1, suggestions: 10, shares: { like: { share: 0.5 } } },
    { from: 2, to: null, suggestions: 10, shares: { like: { share: 0.2 } } },
  ]);
});

test("four people on each of two days may be the same four: no place is told of them", () => {
  const day = (of: string) => on(of, "web", { people: 5, "turn/1/people": 5, "turn/2/people": 4 });
  expect(figuresOf([...day(MONDAY), ...day(TUESDAY)]).turns.map(({ from, to }) => [from, to])).toEqual([
    [1, null],
  ]);
});

test("sessions are told with the share that ended well, and how long that took", () => {
  const { sessions } = figuresOf(
    on(MONDAY, "web", {
      people: 5,
      sessions: 10,
      "sessions/well": 4,
      "sessions/well/within/30": 2,
      "sessions/well/within/60": 2,
    }),
  );
  expect(sessions).toMatchObject({ sessions: 10, well: { share: 0.4 }, seconds: { half: 30 } });
  expect(sessions!.within.find(({ seconds }) => seconds === 60)).toEqual({ seconds: 60, sessions: 2 });
});

test("models are told apart by version, and one that few people met together with the next", () => {
  const { models } = figuresOf([
    ...on(MONDAY, "web", { people: 6, "model/a/people": 6, "model/a/suggestions": 9, "model/a/like": 3 }),
    ...on(TUESDAY, "web", { people: 7, "model/b/people": 2, "model/b/suggestions": 2 }),
    ...on(TUESDAY, "web", { "model/c/people": 5, "model/c/suggestions": 8 }),
  ]);
  expect(models).toMatchObject([
    { versions: ["a"], from: MONDAY, to: MONDAY, suggestions: 9, answers: { like: 3 } },
    { versions: ["b", "c"], from: TUESDAY, suggestions: 10 },
  ]);
});
