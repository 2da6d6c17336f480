import { describe, expect, test } from "vitest";
import { createFactIndex } from "../catalog/fact-index.ts";
import type { FilmFacts } from "../catalog/film-facts.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { tinyModel } from "../conversation/testing/tiny-world.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender } from "./recommender.ts";

const facts = (
  minutes: number | undefined,
  country: string,
  language: string,
  ...people: string[]
): FilmFacts => ({
  ...(minutes && { runtimeMinutes: { value: minutes, source: "Wikidata" } }),
  countries: { value: [country], source: "Wikidata" },
  languages: { value: [language], source: "Wikidata" },
  cast: { value: people, source: "Wikidata" },
});
/** By row of the tiny model; of Love Actually (9) nothing is known. */
const FACTS = [
  facts(117, "United Kingdom", "English", "Sigourney Weaver"), // Alien
  facts(137, "United States", "English", "Sigourney Weaver", "Bill Paxton"), // Aliens
  facts(170, "United States", "English", "Al Pacino"), // Heat
  facts(undefined, "United States", "English", "Burt Reynolds"), // Heat (1986)
  facts(122, "France", "French", "Jean Reno"), // Ronin
  facts(109, "United States", "English", "Kurt Russell"), // The Thing
  facts(120, "France", "French", "Audrey Tautou"), // Amelie
  facts(124, "United Kingdom", "English", "Julia Roberts"), // Notting Hill
  facts(101, "Austria", "German", "Julie Delpy"), // Before Sunrise
];
const model = tinyModel();
const recommender = createRecommender(
  model,
  policyFrom({}),
  createFactIndex(model.movies, {
    ...NOTHING_KNOWN,
    factsOf: (id) => FACTS[model.movies.findIndex((movie) => movie.id === id)],
  }),
);
const passing = (filters: Partial<Filters>) =>
  model.movies.flatMap((_, row) => (recommender.passes(row, { ...NO_FILTERS, ...filters }) ? [row] : []));

describe("films are held to", () => {
  test.each<[string, Partial<Filters>, number[]]>([
    ["a person", { peopleIn: ["Sigourney Weaver"] }, [0, 1]],
    ["two people at once", { peopleIn: ["Sigourney Weaver", "Bill Paxton"] }, [1]],
    ["not a person", { peopleOut: ["Sigourney Weaver", "Al Pacino"] }, [3, 4, 5, 6, 7, 8, 9]],
    ["a language", { languages: [["French"]] }, [4, 6]],
    ["either of two languages", { languages: [["French"], ["German", "Austrian"]] }, [4, 6, 8]],
    ["a country", { countries: [["United Kingdom"]] }, [0, 7]],
    ["at most so many minutes", { minutesTo: 120 }, [0, 5, 6, 8]],
    ["at least so many", { minutesFrom: 124 }, [1, 2, 7]],
  ])("%s", (_what, filters, rows) => {
    expect(passing(filters)).toEqual(rows);
  });
});

describe("where nothing fits all of it", () => {
  const relaxed = (filters: Partial<Filters>) =>
    recommender.relax(recommender.taste([]), { filters: { ...NO_FILTERS, ...filters } });

  test("a genre is given up before a person", () => {
    const { givenUp } = relaxed({ peopleIn: ["Al Pacino"], genresIn: ["Comedy"] });
    expect(givenUp).toMatchObject({ genresIn: ["Comedy"], peopleIn: [] });
  });

  test("minutes are widened before they are given up", () => {
    const { filters, givenUp } = relaxed({ peopleIn: ["Bill Paxton"], minutesTo: 130 });
    expect(filters.minutesTo).toBe(140);
    expect(givenUp.minutesTo).toBe(130);
    expect(relaxed({ peopleIn: ["Al Pacino"], minutesTo: 100 }).filters.minutesTo).toBe(0);
  });

  test("a language is given up before a person, and after a mood", () => {
    expect(relaxed({ peopleIn: ["Al Pacino"], languages: [["French"]] }).givenUp.languages).toEqual([
      ["French"],
    ]);
    expect(relaxed({ languages: [["German"]], traitsIn: ["scary"] }).filters.languages).toEqual([["German"]]);
  });
});
