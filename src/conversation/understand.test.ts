import { describe, expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { wellKnown } from "../catalog/testing/well-known.ts";
import { emptyRequest, type MovieRequest } from "../intent/request.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { understand } from "./understand.ts";

const filtersOf = (asked: Partial<MovieRequest>) =>
  understand(tinyWorld(), { ...emptyRequest(), ...asked }).wish.filters;

describe("what a request comes to", () => {
  test.each([
    ["an occasion is required", { audience: "date" }, { traitsIn: ["date night"], ideally: [] }],
    [
      "who is there is welcome, where that is said",
      { audience: "date", moodsIn: ["scary"], ideally: ["date night"] },
      { traitsIn: ["scary"], ideally: ["date night"] },
    ],
    [
      "a mood that is all there is to go by is required",
      { about: ["feel-good"] },
      { traitsIn: ["feel-good"], about: [] },
    ],
    [
      "a love story that is not romantic is one still",
      { genresIn: ["Romance"], moodsOut: ["romantic"] },
      { genresIn: ["Romance"], genresOut: [] },
    ],
    [
      "films of two genres that go by one name are ruled out together",
      { keywordsOut: ["romantic comedy", "gore"] },
      { genresOut: ["romantic comedy"] },
    ],
  ] satisfies [string, Partial<MovieRequest>, object][])("%s", (_, asked, expected) =>
    expect(filtersOf(asked)).toMatchObject(expected),
  );

  test("which of two films of a name is meant is no matter to stop for where much else is said", () => {
    const like = (asked: Partial<MovieRequest>) =>
      understand(tinyWorld(), { ...emptyRequest(), similarTo: ["Heat"], ...asked }).unclear?.said;
    expect(like({})).toBe("Heat");
    expect(like({ similarTo: ["Heat", "Alien"], moodsIn: ["scary"] })).toBeUndefined();
  });

  test("what cannot be gone by is said, and not what goes along with it", () => {
    const { unmet } = understand(tinyWorld(), { ...emptyRequest(), keywordsOut: ["violence"] });
    expect(unmet).toEqual([{ kind: "themes", names: ["violence"] }]);
  });

  test("what is asked for is not welcome besides", () => {
    const world = tinyWorld();
    const recommender = { ...world.recommender, search: () => new Map([[0, 1]]) };
    const asked = { ...emptyRequest(), about: ["missing kids"], ideally: ["missing kids", "lost toys"] };
    expect(understand({ ...world, recommender }, asked).wish.filters).toMatchObject({
      about: ["missing kids"],
      ideally: ["lost toys"],
    });
  });

  test("a film that is loved is kept away where others are to be alike, and what belongs to it is not", () => {
    const catalog = createCatalog(wellKnown, {
      ...NOTHING_KNOWN,
      factsOf: () => ({ series: { value: { name: "Toy Story", place: 1 }, source: "by hand" } }),
    });
    const asked = { ...emptyRequest(), similarTo: ["The Matrix"], favourites: ["Toy Story"] };
    const { moviesOut, peopleOut } = understand({ ...tinyWorld(), catalog }, asked).wish.filters;
    expect(moviesOut.map((id) => catalog.byId(id)!.title)).toEqual(["Toy Story"]);
    expect(peopleOut).toEqual([]);
  });

  test.each([
    ["eternal sunshine", ["Eternal Sunshine of the Spotless Mind"]],
    ["Toy Story (1995)", ["Toy Story"]],
    ["the matrix", ["The Matrix"]],
  ])("not %s rules out %j", (said, titles) => {
    const world = { ...tinyWorld(), catalog: createCatalog(wellKnown) };
    const { moviesOut } = understand(world, { ...emptyRequest(), titlesOut: [said] }).wish.filters;
    expect(moviesOut.map((id) => world.catalog.byId(id)!.title)).toEqual(titles);
  });

  test("what is no theme rules out the one film that everybody knows by the word, and is no theme that is missed", () => {
    const world = { ...tinyWorld(), catalog: createCatalog(wellKnown) };
    const titlesOut = (theme: string) => {
      const { wish, unmet } = understand(world, { ...emptyRequest(), keywordsOut: [theme] });
      return { titles: wish.filters.moviesOut.map((id) => world.catalog.byId(id)!.title), unmet };
    };
    expect(titlesOut("shawshank")).toEqual({ titles: ["The Shawshank Redemption"], unmet: [] });
    expect(titlesOut("violence")).toMatchObject({ titles: [], unmet: [{ kind: "themes" }] });
  });
});
