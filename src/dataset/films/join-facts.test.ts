import { describe, expect, test } from "vitest";
import { type FactSourcesAtHand, factJoiner, type Wanted } from "./join-facts.ts";
import type { SourceFilm } from "./source-film.ts";

const film = (given: Partial<SourceFilm>): SourceFilm => ({
  titles: ["Heat"],
  year: 1995,
  directors: [],
  cast: [],
  countries: [],
  languages: [],
  ...given,
});
const joiner = (sources: Partial<FactSourcesAtHand>, films: readonly Wanted[] = []) =>
  factJoiner(
    {
      wikidata: [],
      recentWikidata: [],
      wikipedia: [],
      freebase: [],
      nominated: [],
      oscars: new Map(),
      ...sources,
    },
    films,
  );
const HEAT = { title: "Heat", alternativeTitles: [], year: 1995, imdbId: "tt0113277" };

describe("which film of a source is meant", () => {
  test("is decided by the IMDb id before the title", () => {
    const { factsOf } = joiner({
      wikidata: [
        film({ directors: ["Another"], imdbId: "tt9" }),
        film({ titles: ["Heat: The Movie"], directors: ["Michael Mann"], imdbId: "tt0113277", year: 1996 }),
      ],
    });
    expect(factsOf(HEAT).directors).toEqual({ value: ["Michael Mann"], source: "Wikidata" });
  });

  test("without one by a title and the year, whatever the article and the case, give or take a year", () => {
    const { factsOf } = joiner({
      freebase: [film({ titles: ["THE HEAT"], year: 1996, runtimeMinutes: 170 })],
    });
    expect(factsOf(HEAT).runtimeMinutes).toEqual({ value: 170, source: "Freebase" });
    expect(factsOf({ ...HEAT, year: 1998 })).toEqual({});
    expect(factsOf({ ...HEAT, title: "Hot", alternativeTitles: ["Heat"] }).runtimeMinutes).toBeDefined();
  });

  test("is left open where several fit, unless one is of the very year", () => {
    const two = [film({ year: 1994, runtimeMinutes: 1 }), film({ year: 1996, runtimeMinutes: 2 })];
    expect(joiner({ freebase: two }).factsOf(HEAT)).toEqual({});
    const exact = [...two, film({ runtimeMinutes: 3 })];
    expect(joiner({ freebase: exact }).factsOf(HEAT).runtimeMinutes?.value).toBe(3);
  });

  test("is none that is known to be another film", () => {
    const { factsOf } = joiner({ wikidata: [film({ imdbId: "tt9", directors: ["Another"] })] });
    expect(factsOf(HEAT)).toEqual({});
  });
});

describe("a film of a source is one film", () => {
  const told = (films: readonly Wanted[], sources: Partial<FactSourcesAtHand>) => {
    const { factsOf } = joiner(sources, films);
    return films.map(
      (wanted) => factsOf(wanted).directors?.value[0] ?? factsOf(wanted).runtimeMinutes?.value,
    );
  };
  const named = (title: string, year: number, more: Partial<Wanted> = {}): Wanted => ({
    title,
    alternativeTitles: [],
    year,
    ...more,
  });

  test("whose id a film has, not a namesake's of the next year", () => {
    const saw = film({ titles: ["Saw"], year: 2004, imdbId: "tt1", directors: ["James Wan"] });
    const films = [named("Saw", 2003), named("Saw", 2004, { imdbId: "tt1" })];
    expect(told(films, { wikidata: [saw] })).toEqual([undefined, "James Wan"]);
  });

  test("called so to the letter, not another that lacks the article", () => {
    const bubble = film({ titles: ["The Bubble"], year: 2006, directors: ["Eytan Fox"] });
    const films = [named("Bubble", 2006), named("The Bubble", 2006)];
    expect(told(films, { wikidata: [bubble] })).toEqual([undefined, "Eytan Fox"]);
  });

  test("of the very year, and of namesakes of one year the best known", () => {
    const hamlet = film({ titles: ["Hamlet"], year: 2000, runtimeMinutes: 111 });
    const films = [
      named("Hamlet", 1999, { ratingCount: 9000 }),
      named("Hamlet", 2000, { ratingCount: 40 }),
      named("Hamlet", 2000, { ratingCount: 1351 }),
    ];
    expect(told(films, { freebase: [hamlet] })).toEqual([undefined, undefined, 111]);
  });
});

describe("what no other source tells", () => {
  const page = film({ cast: ["A"], wikipedia: "Heat" });

  test("is that a film on the lists of American films is of the United States and in English", () => {
    const { factsOf } = joiner({ wikipedia: [page] });
    expect(factsOf(HEAT)).toMatchObject({
      countries: { value: ["United States"], source: "Wikipedia" },
      languages: { value: ["English"], source: "Wikipedia" },
    });
    const silent = joiner({ wikipedia: [{ ...page, year: 1925 }] }).factsOf({ ...HEAT, year: 1925 });
    expect(silent).not.toHaveProperty("languages");
  });

  test("is told by the list of awards: who directed, and the country that sent a film in", () => {
    const nominated = [film({ imdbId: "tt0113277", directors: ["Ada"], countries: ["Chad"] })];
    const facts = joiner({ wikipedia: [page], nominated }).factsOf(HEAT);
    expect(facts.directors).toEqual({ value: ["Ada"], source: "Academy Awards" });
    expect(facts.countries).toEqual({ value: ["Chad"], source: "Academy Awards" });
    expect(facts).not.toHaveProperty("languages");
  });
});

describe("where sources disagree", () => {
  test("a cast of three names and more is Wikipedia's, a shorter one Wikidata's", () => {
    const wikidata = [film({ imdbId: "tt0113277", cast: ["W1", "W2"] })];
    const long = joiner({ wikidata, wikipedia: [film({ cast: ["A", "B", "C"] })] });
    expect(long.factsOf(HEAT).cast).toEqual({ value: ["A", "B", "C"], source: "Wikipedia" });
    const short = joiner({ wikidata, wikipedia: [film({ cast: ["A", "B"] })] });
    expect(short.factsOf(HEAT).cast).toEqual({ value: ["W1", "W2"], source: "Wikidata" });
  });

  test("a cast without order begins with those who are in most films", () => {
    const { factsOf } = joiner({
      recentWikidata: [film({ cast: ["Extra", "Star"], castUnordered: true })],
      wikidata: [film({ titles: ["Other"], cast: ["Star"] })],
    });
    expect(factsOf(HEAT).cast?.value).toEqual(["Star", "Extra"]);
  });

  test("countries are all that had a part, if Wikidata's is among them", () => {
    const wikidata = [film({ imdbId: "tt0113277", countries: ["France"] })];
    const completed = joiner({ wikidata, freebase: [film({ countries: ["Italy", "France"] })] });
    expect(completed.factsOf(HEAT).countries?.value).toEqual(["Italy", "France"]);
    const contradicted = joiner({ wikidata, freebase: [film({ countries: ["Italy"] })] });
    expect(contradicted.factsOf(HEAT).countries?.value).toEqual(["France"]);
  });

  test("a date of another year is of another release, and the first of January is a year", () => {
    const released = (date: string) =>
      joiner({
        wikidata: [film({ imdbId: "tt0113277", year: Number(date.slice(0, 4)), released: date })],
      }).factsOf(HEAT).released?.value;
    expect(released("1995-12-15")).toBe("1995-12-15");
    expect(released("1995-01-01")).toBe("1995");
    expect(released("2011-12-15")).toBeUndefined();
  });

  test("it is counted", () => {
    const { factsOf, disagreements } = joiner({
      wikidata: [film({ imdbId: "tt0113277", year: 1996 })],
      recentWikidata: [film({ runtimeMinutes: 100 })],
      freebase: [film({ runtimeMinutes: 120 })],
    });
    factsOf(HEAT);
    expect(disagreements()).toEqual({
      year: { compared: 1, differ: 1 },
      runtime: { compared: 1, differ: 1 },
    });
  });
});

test("awards are found by the film's id", () => {
  const oscars = new Map([["tt0113277", { won: 1, nominated: 2 }]]);
  expect(joiner({ oscars }).factsOf(HEAT).oscars).toEqual({
    value: { won: 1, nominated: 2 },
    source: "Academy Awards",
  });
});
