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
  (words) =>
    words === "a ship"
      ? new Map([
          [0, 1],
          [5, 0.6],
          [6, 0.2],
        ])
      : new Map(),
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
    ["not a language, and it is known which it has", { languagesOut: [["English"], ["German"]] }, [4, 6]],
    [
      "not a country, and it is known where it is from",
      { countriesOut: [["United States"]] },
      [0, 4, 6, 7, 8],
    ],
    ["what was found by words, well enough", { about: ["a ship"] }, [0, 5]],
    ["at most so many minutes", { minutesTo: 120 }, [0, 5, 6, 8]],
    ["at least so many", { minutesFrom: 124 }, [1, 2, 7]],
  ])("%s", (_what, filters, rows) => {
    expect(passing(filters)).toEqual(rows);
  });
});

describe("of films that fit", () => {
  const order = (filters: Partial<Filters>) =>
    recommender
      .rank(recommender.taste([]), { filters: { ...NO_FILTERS, ...filters }, limit: 10 })
      .map(({ row }) => row);

  test("what fits the words best comes first, whatever the taste", () => {
    expect(order({ about: ["a ship"] })).toEqual([0, 5]);
    expect(order({})[0]).toBe(0);
    const search = () =>
      new Map([
        [5, 1],
        [0, 0.6],
      ]);
    const other = createRecommender(model, policyFrom({}), undefined, search);
    const [first] = other.rank(other.taste([]), { filters: { ...NO_FILTERS, about: ["a ship"] } });
    expect(first?.row).toBe(5);
  });
});

describe("where nothing fits all of it", () => {
  const relaxed = (filters: Partial<Filters>) =>
    recommender.relax(recommender.taste([]), { filters: { ...NO_FILTERS, ...filters } });

  test("a genre is given up before a person", () => {
    const { givenUp } = relaxed({ peopleIn: ["Al Pacino"], genresIn: ["Comedy"] });
    expect(givenUp).toMatchObject({ genresIn: ["Comedy"], peopleIn: [] });
  });

  test("a film of the genre that is somewhat about the words does before a genre is given up", () => {
    const { filters, givenUp } = relaxed({ about: ["a ship"], genresIn: ["Romance"] });
    expect(filters).toMatchObject({ genresIn: ["Romance"], about: ["a ship"], aboutSomewhat: ["a ship"] });
    expect(givenUp).toMatchObject({ genresIn: [], about: [] });
    const fitting = recommender.rank(recommender.taste([]), { filters }).map(({ row }) => row);
    expect(fitting).toEqual([6]);
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

test("near a film, too, what is mainly from a country comes before what is by the way", () => {
  const bothOf = (...countries: string[]): FilmFacts => ({
    countries: { value: countries, source: "Wikidata" },
  });
  const madeIn = [
    bothOf("Spain"),
    bothOf("Spain", "France"),
    bothOf("France", "Spain"),
    bothOf("Spain", "France"),
  ];
  const known = createRecommender(
    model,
    policyFrom({
      ranking: { model: 0, more_like: 0, more_like_popularity: 0, popularity_in_doubt: 0, esteem: 0 },
    }),
    createFactIndex(model.movies, {
      ...NOTHING_KNOWN,
      factsOf: (id) => madeIn[model.movies.findIndex((movie) => movie.id === id)],
    }),
    () => new Map(),
  );
  const filters = { ...NO_FILTERS, countries: [["France"]] };
  const rows = known.rank(known.taste([]), { limit: 3, near: [0], filters }).map(({ row }) => row);
  expect(rows[0]).toBe(2);
});
