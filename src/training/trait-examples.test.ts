import { expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { findExamples, readTraitExamples, traitExamplesFrom } from "./trait-examples.ts";

const movie = (id: string, title: string, year: number) => ({
  id,
  title,
  year,
  alternativeTitles: [],
  genres: [],
  ratingCount: 10,
  meanStars: 4,
});

test("examples are found by title and year, once each, and the others named", () => {
  const catalog = createCatalog([
    movie("a", "Heat", 1995),
    movie("b", "Sabrina", 1954),
    movie("c", "Sabrina", 1995),
  ]);
  expect(
    findExamples(catalog, ["Sabrina (1954)", "Heat (1996)", "Heat (1995)", "Heat (1972)", "Heat"]),
  ).toEqual({
    rows: [1, 0],
    unknown: ["Heat (1972)", "Heat"],
  });
});

test("a file of examples that is wrong is refused with its name and the place", () => {
  const wrong = "moods: { sad: { good: Up (2009), bad: '', opposits: [] } }\ncontexts: {}";
  expect(() => traitExamplesFrom(wrong, "moods.yaml")).toThrow(/moods\.yaml:\s.*opposits.*\s.*moods\.sad/);
});

test("every mood and occasion of data/moods.yaml has twenty good examples and ten bad ones", async () => {
  const { moods, contexts } = await readTraitExamples("data/moods.yaml");
  expect(Object.keys(moods)).toHaveLength(12);
  for (const [name, { good, bad }] of Object.entries({ ...moods, ...contexts })) {
    expect(new Set(good).size, name).toBeGreaterThanOrEqual(20);
    expect(new Set(bad).size, name).toBeGreaterThanOrEqual(10);
    expect(
      good.filter((example) => bad.includes(example)),
      name,
    ).toEqual([]);
    for (const example of [...good, ...bad]) expect(example).toMatch(/\S \(\d{4}\)$/);
  }
});
