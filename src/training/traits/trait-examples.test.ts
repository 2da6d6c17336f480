import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import {
  findExamples,
  HELD_OUT_FILES,
  readTraitExamples,
  TRAIT_FILES,
  traitExamplesFrom,
} from "./trait-examples.ts";

const movie = (id: string, title: string, year: number, ratingCount = 10) => ({
  id,
  title,
  year,
  alternativeTitles: [],
  genres: [],
  ratingCount,
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

test("of films of one title and year the far better known is meant, and none where there is no such", () => {
  const catalog = createCatalog([
    movie("a", "Dracula", 1931, 100),
    movie("b", "Dracula", 1931, 6000),
    movie("c", "Black Rain", 1989, 900),
    movie("d", "Black Rain", 1989, 100),
  ]);
  expect(findExamples(catalog, ["Dracula (1931)", "Black Rain (1989)"])).toEqual({
    rows: [1],
    unknown: ["Black Rain (1989)"],
  });
});

test.each([
  ["moods: { sad: { good: Up (2009), bad: '', opposits: [] } }", /moods\.yaml:\s.*opposits.*\s.*moods\.sad/],
  ["moods: { sad: { good: '', bad: '', opposites: [happy] } }", "moods.yaml: sad: no such opposite: happy"],
  [
    "moods: { sad: { good: '', bad: '' } }\nthemes: { sad: { good: '', bad: '' } }",
    "themes.sad: the name is taken",
  ],
])("a file of examples that is wrong is refused with its name and the place: %s", (wrong, said) => {
  expect(() => traitExamplesFrom(new Map([["moods.yaml", wrong]]))).toThrow(said);
});

test("every mood and occasion that is shipped has twenty good examples and ten bad ones", async () => {
  const examples = await readTraitExamples(TRAIT_FILES);
  expect([...examples.values()].filter(({ group }) => group === "moods")).toHaveLength(12);
  for (const [name, { group, good, bad }] of examples) {
    if (group === "themes") continue;
    expect(new Set(good).size, name).toBeGreaterThanOrEqual(20);
    expect(new Set(bad).size, name).toBeGreaterThanOrEqual(10);
  }
});

test("no example is both good and bad, and each is named with its year", async () => {
  for (const [name, { good, bad }] of await readTraitExamples(TRAIT_FILES)) {
    expect(
      good.filter((example) => bad.includes(example)),
      name,
    ).toEqual([]);
    for (const example of [...good, ...bad]) expect(example).toMatch(/\S \(\d{4}\)$/);
  }
});

test("no film by which traits are measured is one they are learned from, not by way of an opposite either", async () => {
  const learned = await readTraitExamples(TRAIT_FILES);
  for (const [name, measured] of await readTraitExamples(HELD_OUT_FILES)) {
    const { good, bad, opposites } = learned.get(name)!;
    const seen = new Set([...good, ...bad, ...opposites.flatMap((opposite) => learned.get(opposite)!.good)]);
    expect(
      [...measured.good, ...measured.bad].filter((film) => seen.has(film)),
      name,
    ).toEqual([]);
  }
});
