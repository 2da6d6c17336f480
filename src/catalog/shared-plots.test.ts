import { expect, test } from "vitest";
import { createSharedPlots } from "./shared-plots.ts";

const nearest = (shared: ReadonlyMap<number, number>, film: number): number[] =>
  [...shared]
    .filter(([other]) => other !== film)
    .sort(([, a], [, b]) => b - a)
    .map(([other]) => other);

test("who shares two kinds comes before who shares one, and who shares none is not there", () => {
  const shared = createSharedPlots([{ films: [0, 1, 2] }, { films: [0, 2, 3] }, { films: [4, 5] }])(0);
  expect(nearest(shared, 0)[0]).toBe(2);
  expect([...shared.keys()]).not.toContain(4);
});

test("a kind of few films says more than one of many", () => {
  const many = Array.from({ length: 40 }, (_, film) => 10 + film);
  const shared = createSharedPlots([{ films: [0, 1] }, { films: [0, 2, ...many] }])(0);
  expect(nearest(shared, 0)[0]).toBe(1);
});

test("who is named first for a kind stands for it more than who is named last", () => {
  const shared = createSharedPlots([{ films: [0, 1, 2, 3, 4] }])(0);
  expect(nearest(shared, 0)).toEqual([1, 2, 3, 4]);
});

test("who is named for other kinds besides is less like it than who is named for this one alone", () => {
  const shared = createSharedPlots([{ films: [0, 1, 2] }, { films: [1, 3] }, { films: [1, 4] }])(0);
  expect(nearest(shared, 0)).toEqual([2, 1]);
});

test("a film that is named for nothing is like none", () => {
  expect(createSharedPlots([{ films: [0, 1] }])(7).size).toBe(0);
});
