import { describe, expect, test } from "vitest";
import type { Model } from "../artifacts/model.ts";
import type { Movie } from "../catalog/movie.ts";
import { type Filters, isUnfiltered, NO_FILTERS } from "./filters.ts";
import { policyFrom } from "./policy.ts";
import { createRecommender, type RankOptions } from "./recommender.ts";
import { randomModel } from "./testing/random-model.ts";

/** Title, year (0: unknown), genres, and how well it fits its traits, of 255. */
type Line = readonly [string, number, readonly string[], Readonly<Record<string, number>>];

/** Movies "a", "b" and on of one list, all of one standing unless told. */
function recommenderOf(lines: readonly Line[], facts: (row: number) => Partial<Movie> = () => ({})) {
  const random = randomModel({ movies: lines.length, dimensions: 3, seed: 8 });
  const names = new Set(lines.flatMap(([, , , fits]) => Object.keys(fits)));
  const model: Model = {
    ...random,
    movies: lines.map(([id, year, genres], row) => ({
      ...random.movies[row]!,
      id,
      genres,
      ...(year > 0 && { year }),
      ...facts(row),
    })),
    traits: new Map(
      [...names].map((name) => [name, Uint8Array.from(lines, ([, , , fits]) => fits[name] ?? 0)]),
    ),
  };
  const standings = {
    imagined_ratings: 10,
    acclaimed_share: 0.15,
    popular_share: 0.1,
    well_known_share: 0.3,
  };
  return createRecommender(model, policyFrom({ candidates: { min_ratings: 0 }, standings }));
}

const asking = (asked: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...asked });

describe("a movie passes", () => {
  const heat: Line = ["Heat", 1995, ["Action", "Crime"], { heist: 250, tense: 128, funny: 127 }];
  const recommender = recommenderOf([heat, ["Undated", 0, [], {}]]);

  test.each([
    [{}, true],
    [{ genresIn: ["Crime"] }, true],
    [{ genresIn: ["Crime", "Comedy"] }, false],
    [{ genresOut: ["Comedy"] }, true],
    [{ genresOut: ["Action"] }, false],
    [{ yearFrom: 1995, yearTo: 1995 }, true],
    [{ yearFrom: 1996 }, false],
    [{ yearTo: 1994 }, false],
    [{ yearsOut: [{ from: 1980, to: 1994 }] }, true],
    [{ yearsOut: [{ from: 1990, to: 1995 }] }, false],
    [{ traitsIn: ["heist", "tense"] }, true],
    [{ traitsIn: ["funny"] }, false],
    [{ traitsIn: ["funny"], traitsSomewhat: ["funny"] }, true],
    [{ traitsOut: ["funny"] }, true],
    [{ traitsOut: ["tense"] }, false],
    [{ traitsIn: ["a trait nobody learned"], traitsOut: ["another"] }, true],
    [{ moviesOut: ["Heat"] }, false],
  ])("Heat under %j: %s", (asked, passed) => {
    expect(recommender.passes(0, asking(asked))).toBe(passed);
    const ranked = recommender.rank(recommender.taste([]), { filters: asking(asked), limit: 2 });
    expect(ranked.some(({ row }) => row === 0)).toBe(passed);
  });

  test("no bound on years where its year is unknown, and no stretch of them that is ruled out", () => {
    expect(recommender.passes(1, asking({ yearFrom: 1900 }))).toBe(false);
    expect(recommender.passes(1, asking({ yearTo: 2000 }))).toBe(false);
    expect(recommender.passes(1, asking({ yearsOut: [{ from: 1900, to: 2030 }] }))).toBe(true);
  });
});

describe("beside a movie that others are to be like", () => {
  const recommender = recommenderOf([
    ["Jaws", 1975, [], { bears: 0, funny: 60 }],
    ["Luca", 2021, [], { bears: 100, funny: 110 }],
    ["The Edge", 1997, [], { bears: 200, funny: 20 }],
  ]);
  const like = (asked: Partial<Filters>) =>
    recommender
      .rank(recommender.taste([]), { filters: asking(asked), near: [0], limit: 3 })
      .map(({ row }) => recommender.movie(row).id);

  test("a theme is one that a film has", () => {
    expect(like({ traitsIn: ["bears"] })).toEqual(["The Edge"]);
  });

  test("of a mood more is asked for than it has", () => {
    expect(like({ traitsIn: ["funny"] })).toEqual(["Luca"]);
  });
});

describe("giving up", () => {
  const recommender = recommenderOf([
    ["Heat", 1995, ["Crime"], { heist: 250, funny: 20 }],
    ["Topkapi", 1964, ["Comedy", "Crime"], { heist: 240, funny: 180 }],
    ["Quick Change", 1990, ["Comedy", "Crime"], { heist: 200, funny: 200 }],
    ["Se7en", 1995, ["Crime", "Horror"], { scary: 230 }],
    ["Tootsie", 1982, ["Comedy"], { funny: 250, romantic: 100 }],
  ]);
  const relaxed = (asked: Partial<Filters>, options: RankOptions = {}) =>
    recommender.relax(recommender.taste([]), { ...options, filters: asking(asked) });
  const suggested = (filters: Filters, options: RankOptions = {}) =>
    recommender
      .rank(recommender.taste([]), { ...options, filters, limit: 9 })
      .map(({ row }) => recommender.movie(row).id);

  test("nothing where a movie fits, or where none is left at all", () => {
    const asked = { genresIn: ["Comedy"], traitsIn: ["heist"] };
    expect(relaxed(asked)).toEqual({ filters: asking(asked), givenUp: NO_FILTERS });
    expect(relaxed({ genresIn: ["War"] }, { accepts: () => false })).toEqual({
      filters: asking({ genresIn: ["War"] }),
      givenUp: NO_FILTERS,
    });
  });

  test("years are widened before they are given up", () => {
    const widened = relaxed({ traitsIn: ["heist"], genresIn: ["Comedy"], yearFrom: 1993, yearTo: 1999 });
    expect(widened.filters).toMatchObject({ yearFrom: 1988, yearTo: 2004, traitsIn: ["heist"] });
    expect(widened.givenUp).toEqual(asking({ yearFrom: 1993, yearTo: 1999 }));
    expect(suggested(widened.filters)).toEqual(["Quick Change"]);
    const nearby = relaxed({ genresIn: ["Horror"], yearFrom: 2010, yearTo: 0 });
    expect(nearby.filters).toMatchObject({ genresIn: ["Horror"], yearFrom: 1995, yearTo: 0 });
    expect(nearby.givenUp).toEqual(asking({ yearFrom: 2010 }));
    const gone = relaxed({ genresIn: ["Horror"], yearFrom: 1930, yearTo: 1939 });
    expect(gone.filters).toMatchObject({ genresIn: ["Horror"], yearFrom: 0, yearTo: 0 });
    expect(gone.givenUp).toEqual(asking({ yearFrom: 1930, yearTo: 1939 }));
  });

  test("a trait is asked for somewhat before it is given up, and says so", () => {
    const { filters, givenUp } = relaxed({ genresIn: ["Comedy"], traitsIn: ["romantic"] });
    expect(filters).toMatchObject({ traitsIn: ["romantic"], traitsSomewhat: ["romantic"] });
    expect(givenUp).toEqual(NO_FILTERS);
    expect(suggested(filters)).toEqual(["Tootsie"]);
    const without = relaxed({ genresIn: ["Comedy"], traitsIn: ["scary"] });
    expect(without.filters).toMatchObject({ genresIn: ["Comedy"], traitsIn: [], traitsSomewhat: [] });
    expect(without.givenUp).toEqual(asking({ traitsIn: ["scary"] }));
  });

  test("that a film is for children is not given up for what it is to be about besides", () => {
    const children = recommenderOf([
      ["Bambi", 1942, ["Animation"], { kids: 250, scary: 20 }],
      ["Jaws", 1975, ["Horror"], { kids: 10, sharks: 250, sea: 250, scary: 250 }],
    ]);
    const asked = asking({ genresIn: ["Horror"], traitsIn: ["kids", "sharks", "sea"] });
    const { filters } = children.relax(children.taste([]), { filters: asked });
    expect(filters.traitsIn).toEqual(["kids"]);
  });

  test("only what stands in the way is given up", () => {
    const { filters, givenUp } = relaxed({
      genresIn: ["Comedy", "Western"],
      traitsIn: ["heist"],
      yearFrom: 1960,
      yearTo: 1969,
    });
    expect(givenUp).toEqual(asking({ genresIn: ["Western"] }));
    expect(suggested(filters)).toEqual(["Topkapi"]);
  });

  test("what was ruled out stays out as long as anything wanted can be given up", () => {
    const { filters, givenUp } = relaxed({
      genresIn: ["Horror"],
      traitsIn: ["funny"],
      yearFrom: 1990,
      genresOut: ["Comedy"],
      traitsOut: ["scary"],
      yearsOut: [{ from: 1970, to: 1989 }],
    });
    expect(givenUp).toMatchObject({ genresOut: [], traitsOut: [], yearsOut: [] });
    expect(suggested(filters)).toEqual(["Heat"]);
  });

  test("of what was ruled out, traits come back before genres, and movies never", () => {
    const { filters, givenUp } = relaxed({ genresOut: ["Crime"], traitsOut: ["funny"] });
    expect(givenUp).toEqual(asking({ traitsOut: ["funny"] }));
    expect(suggested(filters)).toEqual(["Tootsie"]);
    const without = relaxed({ genresOut: ["Crime"], traitsOut: ["funny"], moviesOut: ["Tootsie"] });
    expect(without.givenUp).toEqual(asking({ genresOut: ["Crime"] }));
    expect(suggested(without.filters).sort()).toEqual(["Heat", "Se7en"]);
  });

  test("a movie that may not be suggested keeps nothing up", () => {
    const asked = { genresIn: ["Comedy"], traitsIn: ["heist"] };
    const seen = { without: ["Topkapi", "Quick Change"] };
    const { filters, givenUp } = relaxed(asked, seen);
    expect(givenUp).toEqual(asking({ traitsIn: ["heist"] }));
    expect(suggested(filters, seen)).toEqual(["Tootsie"]);
  });

  test("of two ways at one price, the one that leaves more movies is taken", () => {
    const { givenUp } = relaxed({ genresIn: ["Horror", "Comedy"] });
    expect(givenUp).toEqual(asking({ genresIn: ["Horror"] })); // three comedies, one horror film
  });
});

describe("standings", () => {
  // 100 movies by number of ratings, stars falling from 4.4 on; but the last, rarely rated, is loved
  const rare = 99;
  const lines = Array.from({ length: 100 }, (_, row): Line => [`movie-${row}`, 2000, [], {}]);
  const recommender = recommenderOf(lines, (row) => ({
    ratingCount: row === rare ? 30 : 1000 - 9 * row,
    meanStars: row === rare ? 4.8 : 4.4 - row / 50,
  }));
  const named = (standing: Filters["standings"][number]) =>
    lines.flatMap((_, row) => (recommender.passes(row, asking({ standings: [standing] })) ? [row] : []));

  test("the popular are the most rated", () => {
    expect(named("popular")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("the acclaimed have the most stars, and a hidden gem is one that few know", () => {
    expect(named("acclaimed")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, rare]);
    expect(named("hidden gem")).toEqual([rare]);
  });

  test("a new film that all have heard of is no hidden gem for being rated by few so far", () => {
    // two in three are old, and rated by thousands; of the new ones one is acclaimed, and known as no other of them
    const isNew = (row: number) => row % 3 === 0;
    const hit = 30;
    const known = (count: number) =>
      recommenderOf(lines, (row) => ({
        year: isNew(row) ? 2020 : 1990,
        ratingCount: row === hit ? count : isNew(row) ? 100 : 5000 + row,
        meanStars: row === hit ? 5 : 3,
      })).passes(hit, asking({ standings: ["hidden gem"] }));
    expect(known(900)).toBe(false);
    expect(known(90)).toBe(true);
  });

  test("few ratings prove little", () => {
    const twice = recommenderOf(lines, (row) => ({
      ratingCount: row === rare ? 2 : 1000,
      meanStars: row === rare ? 5 : 4.4 - row / 50,
    }));
    expect(twice.passes(rare, asking({ standings: ["acclaimed"] }))).toBe(false);
  });

  test("are the first to be given up", () => {
    const dated = recommenderOf(lines, (row) => ({ ratingCount: 1000 - row, year: row < 10 ? 2000 : 1950 }));
    const { givenUp } = dated.relax(dated.taste([]), {
      filters: asking({ standings: ["popular"], yearFrom: 1945, yearTo: 1955 }),
    });
    expect(givenUp).toEqual(asking({ standings: ["popular"] }));
  });
});

test("filters that ask for nothing are known for it", () => {
  expect(isUnfiltered(NO_FILTERS)).toBe(true);
  expect(isUnfiltered(asking({ yearTo: 1999 }))).toBe(false);
  expect(isUnfiltered(asking({ moviesOut: ["Heat"] }))).toBe(false);
});

test("what is welcome orders the movies and holds none back", () => {
  const recommender = recommenderOf([
    ["Grim", 2000, ["Crime"], { grim: 255 }],
    ["Merry", 2000, ["Crime"], { merry: 255 }],
  ]);
  const shownWith = (trait: string) => {
    const filters = asking({ genresIn: ["Crime"], ideally: [trait] });
    const ranked = recommender.rank(recommender.taste([]), { filters, limit: 2 });
    return ranked.map(({ row }) => recommender.movie(row).id);
  };
  expect(shownWith("merry")).toEqual(["Merry", "Grim"]);
  expect(shownWith("grim")).toEqual(["Grim", "Merry"]);
});
