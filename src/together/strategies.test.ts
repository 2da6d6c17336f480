import { describe, expect, test } from "vitest";
import { afterwards, aheadAfter } from "./ahead.ts";
import { type Evening, eveningAfter, type Happened } from "./evening.ts";
import { expectedLeast } from "./expected-least.ts";
import type { Group } from "./group.ts";
import {
  average,
  averageWithoutMisery,
  balanced,
  borda,
  byTurns,
  gfar,
  inOrder,
  leastMisery,
  mostPleasure,
  type Strategy,
} from "./strategies.ts";

/** Two people and four films: the first is loved and hated, the second fine for both, the third for one, the last for nobody. */
const group: Group = {
  satisfaction: [Float64Array.of(2, 0.6, 0.9, -1), Float64Array.of(-2, 0.5, 0.1, -1)],
  doubt: [new Float64Array(4), new Float64Array(4)],
  esteem: new Float64Array(4),
  ahead: new Float64Array(2),
};

const order = (strategy: Strategy, of = group) => inOrder(strategy.scores(of));

test("average adds up what both get", () => {
  expect([...average.scores(group)]).toEqual([0, 0.55, 0.5, -1]);
});

test("least misery goes by whoever likes it least, most pleasure by whoever likes it most", () => {
  expect([...leastMisery.scores(group)]).toEqual([-2, 0.5, 0.1, -1]);
  expect([...mostPleasure.scores(group)]).toEqual([2, 0.6, 0.9, -1]);
});

test("average without misery takes what is misery to nobody first, and the least miserable of the rest next", () => {
  expect(order(averageWithoutMisery)).toEqual([1, 2, 3, 0]);
});

test("Borda gives points by place in everybody's order", () => {
  expect([...borda.scores(group)]).toEqual([3, 1 + 3, 2 + 2, 0 + 1]);
});

test("by turns everybody takes the best that is left, and whoever got less so far begins", () => {
  expect(order(byTurns)).toEqual([0, 1, 2, 3]);
  expect(order(byTurns, { ...group, ahead: Float64Array.of(1, -1) })).toEqual([1, 0, 2, 3]);
});

test("GFAR serves next whoever found least of what they want in the list", () => {
  const apart: Group = {
    ...group,
    satisfaction: [Float64Array.of(3, 2, 1, 0), Float64Array.of(2, 1, 0, 3)],
  };
  expect(order(gfar, apart)[0]).toBe(0);
  expect(order(gfar, apart).indexOf(3)).toBe(1);
});

test("ours leans to the safe film, and to whoever was behind before", () => {
  expect(order(balanced)[0]).toBe(1);
  const two: Group = {
    ...group,
    satisfaction: [Float64Array.of(1, 0), Float64Array.of(0, 1)],
    doubt: [new Float64Array(2), new Float64Array(2)],
    esteem: new Float64Array(2),
  };
  expect(order(balanced, { ...two, ahead: Float64Array.of(-2, 2) })[0]).toBe(0);
  expect(order(balanced, { ...two, ahead: Float64Array.of(2, -2) })[0]).toBe(1);
});

test("of two films expected alike ours takes the one that people at large think better of", () => {
  const even: Group = {
    ...group,
    satisfaction: [Float64Array.of(1, 1)],
    doubt: [new Float64Array(2)],
    esteem: Float64Array.of(-1, 1),
    ahead: new Float64Array(1),
  };
  expect(order(balanced, even)).toEqual([1, 0]);
});

test("what the least of two equal people gets is below the mean by the deviation over the root of pi", () => {
  expect(expectedLeast([1, 1], [0, 0], 2)).toBeCloseTo(1 - 2 / Math.sqrt(Math.PI), 3);
  expect(expectedLeast([1], [0], 2)).toBeCloseTo(1, 3);
});

test("without doubt the least is the smallest, and doubt of somebody only makes it smaller", () => {
  expect(expectedLeast([0, 5], [0, 0], 0.01)).toBeCloseTo(0, 2);
  expect(expectedLeast([0, 1], [0, 2], 0.5)).toBeLessThan(expectedLeast([0, 1], [0, 0], 0.5));
});

test("who got more than the others is ahead afterwards, and less so from evening to evening", () => {
  const once = afterwards(new Float64Array(2), [2, 0]);
  expect([...once]).toEqual([1, -1]);
  const later = afterwards(once, [0.5, 0.5]);
  expect(later[0]).toBeGreaterThan(0);
  expect(later[0]).toBeLessThan(1);
});

describe("whose turn it is", () => {
  const evening = (expected: Readonly<Record<string, readonly number[]>>, end = true): Evening =>
    eveningAfter([
      ...Object.keys(expected).map(
        (member): Happened => ({ member, atMs: 0, event: { kind: "joined", name: member } }),
      ),
      { atMs: 1, event: { kind: "listed", films: ["first", "second"], endsMs: 9 } },
      ...Object.entries(expected).map(
        ([member, of]): Happened => ({ member, atMs: 1, event: { kind: "expected", of } }),
      ),
      ...(end ? [{ atMs: 2, event: { kind: "closed" } } as const] : []),
    ]);

  test("goes by what the films that were picked gave to those who are here", () => {
    const ahead = aheadAfter([evening({ ada: [2, 0], ben: [0, 2] })], ["ada", "ben", "cyd"]);
    expect(Object.fromEntries(ahead)).toEqual({ ada: 1, ben: -1, cyd: 0 });
  });

  test("an evening without a pick, or with one of them alone, changes nothing", () => {
    const open = evening({ ada: [2, 0], ben: [0, 2] }, false);
    expect([...aheadAfter([open], ["ada", "ben"]).values()]).toEqual([0, 0]);
    expect([...aheadAfter([evening({ ada: [2, 0], eve: [0, 2] })], ["ada", "ben"]).values()]).toEqual([0, 0]);
  });
});
