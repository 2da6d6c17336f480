import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { movie } from "../../catalog/testing/movie.ts";
import { plotsOf, readPlots, readPlotsOf } from "./plots.ts";

test("a plot has the places of its films among the movies, without those that are none of them", () => {
  const written = readPlots(
    "duel: { told: [sword + dawn], films: 'Second (1999); Gone (1950); First (1990)' }",
    "plots.yaml",
  );
  expect(plotsOf(written, [movie("a", "First", 1990), movie("b", "Second", 1999)])).toEqual([
    { name: "duel", told: ["sword + dawn"], films: [1, 0] },
  ]);
});

test.each([
  ["an empty part", "duel: { told: ['sword + '] }"],
  ["nothing that tells it", "duel: { told: [] }"],
  ["a film without a year", "duel: { told: [sword], films: Second }"],
])("%s is refused, and the file named", (_, yaml) => {
  expect(() => readPlots(yaml, "plots.yaml")).toThrow(/plots\.yaml/);
});

test("each plot that is written down has films of its own, or is a tag of the vocabulary", async () => {
  const vocabulary = readFileSync("data/films/vocabulary.yaml", "utf8");
  const written = await readPlotsOf("data/films/plots");
  const lacking = Object.entries(written).filter(
    ([name, { films }]) => !films && !vocabulary.includes(`\n  ${name}:`),
  );
  expect(lacking.map(([name]) => name)).toEqual([]);
});
