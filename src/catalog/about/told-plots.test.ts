import { expect, test } from "vitest";
import { createPlotReader } from "./told-plots.ts";

const plots = [
  { name: "harbour bride", told: ["sailor | captain + marries | bride + harbour"], films: [0] },
  { name: "stolen violin", told: ["steals | stolen + violin | cello", "empty violin case"], films: [1] },
];
const toldIn = createPlotReader(plots);
const names = (text: string) => toldIn(text).map(({ plot }) => plot.name);

test.each([
  "a captain who never smiled marries in a harbour town",
  "in the harbour a bride waits for her sailor",
  "Captains marrying, harbours",
])("a plot is told by words in any order and form: %s", (text) => {
  expect(names(text)).toEqual(["harbour bride"]);
});

test("a plot may be told in several ways, and two of them at once", () => {
  expect(names("all he finds is an empty violin case")).toEqual(["stolen violin"]);
  expect(names("a sailor steals a cello for his bride in the harbour")).toEqual([
    "harbour bride",
    "stolen violin",
  ]);
});

test.each([
  ["a part is missing", "a captain marries in the mountains"],
  [
    "its words stand far apart",
    `a captain ${"and then something else happens ".repeat(6)} a bride in a harbour`,
  ],
])("no plot is told where %s", (_, text) => {
  expect(names(text)).toEqual([]);
});

test("the word film is part of no plot where it asks, tells how long, or belongs to another word", () => {
  const told = createPlotReader([
    { name: "within a film", told: ["stuck | falls + movie | film", "film star"], films: [0] },
  ]);
  const isTold = (text: string) => told(text).length > 0;
  for (const text of [
    "a movie where the house falls apart",
    "stuck in a car for the entire film",
    "she falls ill halfway, at the end of the movie",
    "a film director falls for a nun",
  ])
    expect(isTold(text)).toBe(false);
  for (const text of ["a boy falls into a movie", "stuck in a bad film", "a film star"])
    expect(isTold(text)).toBe(true);
});

test("says which words tell it, and where they stand", () => {
  const [told] = toldIn("who has stolen the old violin?");
  expect(told).toMatchObject({ said: "stolen violin", from: 2, to: 6 });
});
