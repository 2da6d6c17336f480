import { describe, expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import type { Group } from "../../together/group.ts";
import { average, balanced } from "../../together/strategies.ts";
import { playEvenings } from "./evenings.ts";
import { drawGroups, type Member } from "./groups.ts";
import { summariseTogether } from "./report.ts";

/** Somebody who rates film f by its rest, from one end or the other. */
const member = (films: readonly number[], likesHigh: boolean): Member => ({
  said: [],
  hidden: new Map(films.map((film) => [film, likesHigh ? 1 + (film % 5) : 5 - (film % 5)])),
});
const ALL = Array.from({ length: 30 }, (_, film) => film);

describe("groups", () => {
  test("are of people who have rated enough of the same films, whatever the draw", () => {
    const people = [member(ALL, true), member(ALL, false), member(ALL.slice(0, 19), true)];
    const groups = drawGroups(people, { size: 2, count: 5, alike: false }, createRandom(1));
    expect(groups).toHaveLength(5);
    for (const { members, pool } of groups) {
      expect(members).not.toContain(people[2]);
      expect(pool).toEqual(ALL);
    }
    expect(drawGroups(people, { size: 3, count: 5, alike: false }, createRandom(1))).toEqual([]);
  });

  test("those who think alike come together where that is wanted", () => {
    const people = [true, true, false, false].map((likesHigh) => member(ALL, likesHigh));
    for (const { members } of drawGroups(people, { size: 2, count: 8, alike: true }, createRandom(2)))
      expect(members[0]!.hidden).toEqual(members[1]!.hidden);
  });
});

const films = 20;
const group: Group = {
  satisfaction: [
    Float64Array.from({ length: films }, (_, film) => (film < 10 ? 1.2 : 1)),
    Float64Array.from({ length: films }, (_, film) => (film < 10 ? -1 : 1)),
  ],
  doubt: [new Float64Array(films), new Float64Array(films)],
  esteem: new Float64Array(films),
  ahead: new Float64Array(2),
};
const stars = group.satisfaction.map((one) => one.map((value) => (value > 0 ? 5 : 1)));

test("ten evenings come to what people think of the films that were picked", () => {
  const outcome = playEvenings(balanced, group, stars, true);
  expect(outcome).toEqual({ mean: 5, least: 5, undisliked: 1, worstOff: 0 });
  const bad = { name: "the worst", scores: (of: Group) => average.scores(of).map((score) => -score) };
  expect(playEvenings(bad, group, stars, false)).toEqual({ mean: 3, least: 1, undisliked: 0, worstOff: -2 });
});

test("a report says of every strategy where ours stands, over all folds", () => {
  const ours = { mean: 4, least: 3, undisliked: 0.5, worstOff: 0.1 };
  const fold = {
    size: 2,
    alike: false,
    byStrategy: new Map([
      ["balanced", [ours, ours]],
      ["average", [ours, ours].map((one) => ({ ...one, mean: 5, least: 2 }))],
    ]),
  };
  const [report] = summariseTogether([[fold], [fold]], 1);
  expect(report).toMatchObject({ size: 2, alike: false, groups: 4 });
  expect(report?.rows[1]).toEqual({
    name: "average",
    mean: "5.000 (behind)",
    least: "2.000 (ahead)",
    undisliked: "0.500 (level)",
    worstOff: "0.100 (level)",
  });
});
