import { describe, expect, test } from "vitest";
import { tinyWorld } from "./testing/tiny-world.ts";
import { NO_WISH, type Wish } from "./wish.ts";
import { named, partsOf, spoken, without, yearsLabel } from "./wish-parts.ts";
import { dropActions, reading } from "./wording.ts";

const world = tinyWorld();
const EVERYTHING: Wish = {
  filters: {
    genresIn: ["Comedy", "Romance"],
    genresOut: ["War"],
    yearFrom: 1990,
    yearTo: 1999,
    yearsOut: [{ from: 1995, to: 1995 }],
    traitsIn: ["funny", "date night", "heist"],
    traitsOut: ["scary"],
    standings: ["acclaimed"],
    moviesOut: ["tt0000005"],
    peopleIn: ["Al Pacino"],
    peopleOut: ["Nicolas Cage"],
    languages: [["French"]],
    countries: [["Italy"]],
    languagesOut: [],
    countriesOut: [["Europe", "France"]],
    about: ["a stolen painting"],
    ideally: ["in a small town"],
    minutesFrom: 0,
    minutesTo: 120,
    certificates: ["G", "PG"],
  },
  near: ["tt0000002"],
  isOfList: true,
};
const parts = partsOf(world, EVERYTHING);

test("every part of a wish is read out, and has a way to take it away alone", () => {
  expect(reading(parts)).toBe(
    "from your list · near Heat (1995) · Comedy, Romance · 1990-1999 · funny · date night · heist · acclaimed · with Al Pacino · in French · from Italy · about a stolen painting · ideally in a small town · up to 120 min · rated PG at most · not War · not 1995 · not scary · not from Europe · not Nicolas Cage · not The Thing (1982)",
  );
  for (const part of parts) {
    const left = partsOf(world, part.without).map(({ label }) => label);
    expect(left).toEqual(parts.map(({ label }) => label).filter((label) => label !== part.label));
  }
  expect(without(world, EVERYTHING, parts)).toEqual(NO_WISH);
});

test("buttons beyond nine parts are left out, and clearing everything never is", () => {
  const actions = dropActions(parts);
  expect(actions).toHaveLength(10);
  expect(actions.at(-1)!.says).toBe("anything goes");
  expect(dropActions([])).toEqual([]);
});

describe("a part is named", () => {
  test.each([
    ["comedy", ["Comedy"]],
    ["1990-1999", ["1990-1999"]],
    ["not War", ["not War"]],
    ["war", ["not War"]],
    ["heat", ["near Heat (1995)"]],
    ["near heat (1995)", ["near Heat (1995)"]],
    ["scary stuff", ["not scary"]],
    ["thing", ["not The Thing (1982)"]],
    ["years", ["1990-1999", "not 1995"]],
    ["genres", ["Comedy", "Romance", "not War"]],
    ["mood", ["funny", "not scary"]],
    ["occasion", ["date night"]],
    ["theme", ["heist", "about a stolen painting", "ideally in a small town"]],
    ["zombies", []],
    ["everything", parts.map(({ label }) => label)],
  ])("%j", (said, labels) => {
    expect(named(parts, said).map(({ label }) => label)).toEqual(labels);
  });

  test("by the words on its button, however long its title", () => {
    const label = `near ${"Dr. Strangelove ".repeat(8)}(1964)`;
    const long = { ...parts[0]!, label };
    expect(spoken(label).length).toBeLessThanOrEqual(60);
    expect(named([long], spoken(label))).toEqual([long]);
  });
});

test.each([
  [1990, 1999, "1990-1999"],
  [1995, 1995, "1995"],
  [1990, 0, "since 1990"],
  [0, 1989, "up to 1989"],
])("years from %i to %i are %s", (from, to, label) => {
  expect(yearsLabel(from, to)).toBe(label);
});
