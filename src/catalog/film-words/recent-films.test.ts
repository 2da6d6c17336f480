import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkFilmWords } from "./check-film-words.ts";
import { checkRecentFilms, wordsOfRecentFilms } from "./check-recent-films.ts";
import { OWN_IDS_FROM, type RecentFilm, readRecentFilms } from "./recent-films.ts";
import { readTagVocabulary } from "./tag-vocabulary.ts";

const FLOW = `films:
  - id: 900000001
    title: Flow
    originalTitle: Straume
    year: 2024
    countries: [Latvia, France]
    languages: [Wordless]
    runtimeMinutes: 85
    directors: [Gints Zilbalodis]
    genres: [Animation, Adventure]
    known: well
    line: "A cat shares a sailing boat with a dog and other animals after a flood has taken the land."
    tags: [cats, survival]
    phrases: ["a cat on a boat after the flood"]
`;
const read = (yaml: string): readonly RecentFilm[] => readRecentFilms(yaml, "2024.yaml");
const flow = read(FLOW)[0]!;
const places = { countries: new Set(["Latvia", "France"]), languages: new Set(["Wordless"]) };
const problemsOf = (films: readonly RecentFilm[], titles?: [number, string, number][]): string[] =>
  checkRecentFilms(new Map([["2024.yaml", films]]), {
    ...places,
    ...(titles && { titles: new Map(titles.map(([id, title, year]) => [id, { titles: [title], year }])) }),
  }).map(({ film, problem }) => `${film}: ${problem}`);

describe("a film written by hand", () => {
  test("is read with all its fields, and needs no cast", () => {
    expect(flow).toMatchObject({ title: "Flow", runtimeMinutes: 85, cast: [], known: "well" });
  });

  test.each([
    ["year: 2024", "year: 2021", "year"],
    ["known: well", "known: little", "known"],
    ["runtimeMinutes: 85", "runtimeMinutes: 8", "runtimeMinutes"],
    ["genres: [Animation, Adventure]", "genres: [Cartoon]", "genres"],
    ["directors: [Gints Zilbalodis]", "directors: []", "directors"],
    ["originalTitle", "original", "original"],
    ["    line:", "    imdbId: 4772188\n    line:", "imdbId"],
  ])("is refused for %s written as %s, by file, title and field", (right, wrong, field) => {
    const reading = () => read(FLOW.replace(right, wrong));
    expect(reading).toThrow("2024.yaml: Flow: ");
    expect(reading).toThrow(field);
  });

  test("is without a problem where places are known and no title of MovieLens is the same", () => {
    expect(problemsOf([flow], [[7, "Flow", 2014]])).toEqual([]);
  });

  test.each<[Partial<RecentFilm>, string]>([
    [{ countries: ["Livonia"] }, 'no country is called "Livonia" in places.yaml'],
    [{ languages: ["Meow"] }, 'no language is called "Meow" in places.yaml'],
    [{ originalTitle: "Flow" }, "the original title does not differ"],
    [{ cast: ["A Cat", "A Cat"] }, "somebody or something stands twice in cast"],
  ])("has a problem with %j", (change, problem) => {
    expect(problemsOf([{ ...flow, ...change }])).toEqual([`Flow (2024): ${problem}`]);
  });

  test("is told of a film written before, and of an IMDb id of another", () => {
    expect(problemsOf([flow, { ...flow, id: flow.id + 1 }])).toEqual(["Flow (2024): was written before"]);
    expect(problemsOf([flow, { ...flow, directors: ["Somebody Else"] }])).toEqual([]);
    const known = { ...flow, imdbId: "tt4772188" };
    expect(problemsOf([known, { ...known, title: "Flood" }])).toEqual([
      "Flood (2024): has the IMDb id of Flow (2024)",
    ]);
  });

  test.each([2023, 2024, 2025])("is a double of a film that MovieLens has of %d", (year) => {
    expect(problemsOf([flow], [[7, "FLOW", year]])).toEqual([
      `Flow (2024): MovieLens has a film of that title of ${year}, with the id 7`,
    ]);
    expect(problemsOf([{ ...flow, id: 7 }], [[7, "FLOW", year]])).toEqual([]);
    expect(problemsOf([{ ...flow, namesakes: [7] }], [[7, "FLOW", year]])).toEqual([]);
  });
});

describe("the films written by hand, as shipped", () => {
  const folder = "data/films/recent";
  const names = readdirSync(folder).sort();
  const files = new Map(
    names.map((name) => [name, readRecentFilms(readFileSync(join(folder, name), "utf8"), name)]),
  );
  const films = [...files.values()].flat();

  test("are without a problem, spelling and titles aside", () => {
    const named = parse(readFileSync("data/films/places.yaml", "utf8")) as Record<string, object>;
    const namesOf = (kind: string) => new Set<string>(Object.values(named[kind] ?? {}));
    const problems = checkRecentFilms(files, {
      countries: namesOf("countries"),
      languages: namesOf("languages"),
    });
    expect(problems).toEqual([]);
    const vocabulary = readTagVocabulary(readFileSync("data/films/vocabulary.yaml", "utf8"), "vocabulary");
    const words = new Map([...files].map(([file, each]) => [file, wordsOfRecentFilms(each)]));
    expect(checkFilmWords(words, { vocabulary, isWord: () => true })).toEqual([]);
  });

  test("are more than three hundred, each with a number of its own", () => {
    expect(new Set(films.map(({ id }) => id)).size).toBe(films.length);
    expect(films.filter(({ id }) => id >= OWN_IDS_FROM).length).toBeGreaterThan(300);
  });
});
