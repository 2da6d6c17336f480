import { expect, test } from "vitest";
import { buildSearchIndex } from "./about/build-search-index.ts";
import { createCatalog } from "./catalog.ts";
import type { FilmFacts } from "./film-facts.ts";
import { type Knowledge, NOTHING_KNOWN } from "./knowledge.ts";

const FILMS = [
  { title: "Airplane!", text: "panic aboard a jet whose pilots are ill", tags: ["parody", "aviation"] },
  { title: "Hot Shots!", text: "jet pilots in a contest", tags: ["parody", "aviation"] },
  { title: "Alive", text: "survivors of a crash in the mountains", tags: ["aviation", "survival"] },
  { title: "Heat", text: "a thief and a policeman", tags: ["heist"] },
  { title: "Collateral", text: "a night in a taxi", tags: ["assassin"] },
  { title: "Unwritten", text: "", tags: [] },
  { title: "Unknown", text: "", tags: [] },
];
const movies = FILMS.map(({ title }, row) => ({
  id: `tt${row}`,
  title,
  year: 1990,
  alternativeTitles: [],
  genres: [],
  ratingCount: 10,
  meanStars: 3,
}));
const by = (name: string): FilmFacts => ({ directors: { value: [name], source: "Wikidata" } });
const facts = new Map([
  ["tt3", by("Michael Mann")],
  ["tt4", by("Michael Mann")],
]);
const index = buildSearchIndex(
  FILMS.map(({ text, tags }, row) => ({
    id: `tt${row}`,
    fields: [{ text, weight: 1 }],
    tags: tags.map((tag) => ({ tag, weight: 1 })),
  })),
  new Map(),
  undefined,
  [{ name: "films of one night", told: ["one night"], films: [4, 5] }],
);
const knowledge: Knowledge = {
  ...NOTHING_KNOWN,
  factsOf: (id) => facts.get(id),
  searchIndex: () => index,
};
const { likeness } = createCatalog(movies, knowledge);

const nearest = (row: number): string[] =>
  movies
    .map(({ title }, other) => ({ title, value: likeness(row)[other]!, other }))
    .filter(({ value, other }) => other !== row && value > 0)
    .sort((a, b) => b.value - a.value)
    .map(({ title }) => title);

test("finds films alike by their tags and words, those that share most first, and none that share nothing", () => {
  expect(nearest(0)).toEqual(["Hot Shots!", "Alive"]);
});

test("counts who directed a film where nothing that is written of it is alike", () => {
  expect(nearest(3)).toContain("Collateral");
  expect(nearest(3)).not.toContain("Unwritten");
});

test("finds films that are named for one kind of story, though nothing is written of them", () => {
  expect(nearest(4)).toEqual(["Unwritten", "Heat"]);
});

test("of one kind of story those are more alike that are of one genre", () => {
  const genres = [["Comedy"], ["Drama"], ["Comedy"]];
  const told = FILMS.slice(0, 3).map((_, row) => ({ id: `tt${row}`, fields: [], tags: [] }));
  const plots = [{ name: "aeroplanes", told: ["aeroplane"], films: [0, 1, 2] }];
  const alike = createCatalog(
    genres.map((of, row) => ({ ...movies[row]!, genres: of })),
    { ...NOTHING_KNOWN, searchIndex: () => buildSearchIndex(told, new Map(), undefined, plots) },
  ).likeness(0);
  expect(alike[2]).toBeGreaterThan(alike[1]!);
  expect(alike[1]).toBeGreaterThan(0);
});

test("has nothing alike to a film of which nothing is known, nor where nothing is known of any", () => {
  expect(nearest(6)).toEqual([]);
  expect([...createCatalog(movies).likeness(0)]).toEqual(movies.map(() => 0));
});
