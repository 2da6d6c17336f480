import { describe, expect, test } from "vitest";
import { buildSearchIndex } from "./about/build-search-index.ts";
import { createCatalog } from "./catalog.ts";
import type { FilmFacts } from "./film-facts.ts";
import { createFilms } from "./films.ts";
import { NOTHING_KNOWN } from "./knowledge.ts";
import { movie } from "./testing/movie.ts";

const people = (directors: readonly string[], cast: readonly string[]): FilmFacts => ({
  directors: { value: directors, source: "Wikidata" },
  cast: { value: cast, source: "Wikipedia" },
});
const FACTS: Readonly<Record<string, FilmFacts>> = {
  tt1: people(["Joel Coen", "Ethan Coen"], ["Frances McDormand"]),
  tt2: people(["Joel Coen", "Ethan Coen"], ["Jeff Bridges"]),
  tt3: people(["Jeff Bridges"], ["Jeff Bridges", "Holly Hunter"]),
};
const movies = [
  movie("tt1", "Fargo", 1996, 100),
  movie("tt2", "The Big Lebowski", 1998, 200),
  movie("tt3", "Hearts of the West", 1990, 3),
  movie("tt4", "Heat", 1995, 50),
  movie("tt5", "Heat", 1986, 40),
];
const index = buildSearchIndex(
  [{ id: "tt2", fields: [{ text: "a rug is stolen from a bowler", weight: 1 }], tags: [] }],
  new Map(),
);
const films = createFilms(
  createCatalog(movies, { ...NOTHING_KNOWN, factsOf: (id) => FACTS[id], searchIndex: () => index }),
);

describe("films as they are asked for", () => {
  test("by title, with the reason: named, one of several, or only alike", () => {
    const told = (title: string) => films.find(title).map(({ movie: { id }, reason }) => [id, reason]);
    expect(told("big lebowski")).toEqual([["tt2", "named"]]);
    expect(told("heat")).toEqual([
      ["tt4", "one of several"],
      ["tt5", "one of several"],
    ]);
    expect(told("qwrtzplk")).toEqual([]);
    const scores = films.find("heat").map(({ score }) => score);
    expect(scores[0]).toBeGreaterThan(scores[1]!);
  });

  test("by person, the best known first, with what they did", () => {
    expect(films.with("jeff bridge")).toMatchObject({
      name: "Jeff Bridges",
      films: [
        { movie: { id: "tt2" }, score: 1, reason: { directed: false, isInIt: true } },
        { movie: { id: "tt3" }, reason: { directed: true, isInIt: true } },
      ],
    });
    expect(films.with("the Coens")).toMatchObject({
      name: "Coen",
      films: [{ movie: { id: "tt2" }, reason: { directed: true, isInIt: false } }, { movie: { id: "tt1" } }],
    });
    expect(films.with("Nobody Atall")).toBeUndefined();
  });

  test("by what they are about", () => {
    const { movies: found, films: reasons } = films.about("a stolen rug");
    expect(found.map(({ id }) => id)).toEqual(["tt2"]);
    expect(reasons[0]!.reason.words).toEqual(["stolen", "rug"]);
  });
});
