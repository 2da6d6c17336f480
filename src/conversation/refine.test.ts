import { describe, expect, test } from "vitest";
import { emptyRequest } from "../intent/request.ts";
import { merged, refines, shifted } from "./refine.ts";
import { tinyModel, tinyWorld } from "./testing/tiny-world.ts";
import { NO_WISH, type Wish } from "./wish.ts";

const world = tinyWorld();
const [ALIEN, AMELIE] = ["tt0000000", "tt0000006"];
const wish = (filters: Partial<Wish["filters"]>, near: string[] = []): Wish => ({
  ...NO_WISH,
  filters: { ...NO_WISH.filters, ...filters },
  near,
});

test("what names no kind of film narrows what was asked for; what does stands on its own", () => {
  const asked = emptyRequest();
  expect(refines({ ...asked, yearFrom: 1990 })).toBe(true);
  expect(refines({ ...asked, genresOut: ["War"] })).toBe(true);
  expect(refines({ ...asked, genresIn: ["War"] })).toBe(false);
  expect(refines({ ...asked, peopleIn: ["Tom Hanks"] })).toBe(false);
  expect(refines({ ...asked, audience: "date" })).toBe(false);
  expect(refines({ ...asked, genresIn: ["War"], refinement: "adjust" })).toBe(true);
});

describe("a merged wish", () => {
  test.each([
    ["adds", { genresIn: ["Comedy"] }, { genresIn: ["War"] }, { genresIn: ["Comedy", "War"] }],
    ["takes back", { genresIn: ["Comedy"] }, { genresOut: ["Comedy"] }, { genresOut: ["Comedy"] }],
    ["wants after all", { traitsOut: ["scary"] }, { traitsIn: ["scary"] }, { traitsIn: ["scary"] }],
    [
      "has new years",
      { yearFrom: 1990, yearTo: 1999 },
      { yearFrom: 1980, yearTo: 1989 },
      { yearFrom: 1980, yearTo: 1989 },
    ],
    [
      "has one company",
      { traitsIn: ["date night", "funny"] },
      { traitsIn: ["kids"] },
      { traitsIn: ["funny", "kids"] },
    ],
    [
      "rules years out",
      { yearFrom: 1990, yearTo: 2009 },
      { yearsOut: [{ from: 2000, to: 2009 }] },
      { yearFrom: 1990, yearTo: 2009, yearsOut: [{ from: 2000, to: 2009 }] },
    ],
    [
      "drops years that are all ruled out",
      { yearFrom: 1990, yearTo: 1999 },
      { yearsOut: [{ from: 1990, to: 1999 }] },
      { yearsOut: [{ from: 1990, to: 1999 }] },
    ],
    [
      "asks for years that were ruled out",
      { yearsOut: [{ from: 1980, to: 1989 }] },
      { yearFrom: 1985, yearTo: 1985 },
      { yearFrom: 1985, yearTo: 1985 },
    ],
    [
      "has another standing",
      { standings: ["popular"] },
      { standings: ["hidden gem"] },
      { standings: ["hidden gem"] },
    ],
  ] as const)("%s", (_what, before, added, after) => {
    expect(merged(world, wish(before), wish(added), [])).toEqual(wish(after));
  });

  test("drops what is named, and comes near one movie only", () => {
    const before = wish({ genresIn: ["Comedy"], yearFrom: 1990, traitsIn: ["funny", "heist"] }, [ALIEN]);
    expect(merged(world, before, wish({}, [AMELIE]), ["years", "moods"])).toEqual(
      wish({ genresIn: ["Comedy"], traitsIn: ["heist"] }, [AMELIE]),
    );
    expect(merged(world, before, NO_WISH, ["everything"])).toEqual(NO_WISH);
  });
});

test("films that somebody loves are so until others are named that the next is to be like", () => {
  const loved = { ...wish({}, [ALIEN]), loved: true };
  expect(merged(world, loved, wish({ genresIn: ["Comedy"] }), [])).toMatchObject({
    near: [ALIEN],
    loved: true,
  });
  expect(merged(world, loved, { ...wish({}, [AMELIE]), loved: false }, [])).toMatchObject({ loved: false });
});

describe("against the movie on the table", () => {
  const table = { ...world.catalog.byId(ALIEN)!, year: 1995 };

  test.each([
    ["older", {}, { yearTo: 1994 }],
    ["older", { yearFrom: 1990, yearTo: 1999 }, { yearFrom: 1990, yearTo: 1994 }],
    ["older", { yearFrom: 1995 }, { yearTo: 1994 }],
    ["older", { yearFrom: 1992 }, { yearTo: 1994 }],
    ["older", { yearFrom: 1980 }, { yearFrom: 1980, yearTo: 1994 }],
    ["newer", { yearTo: 1998 }, { yearFrom: 1996 }],
    ["newer", { yearTo: 2010 }, { yearFrom: 1996, yearTo: 2010 }],
    ["newer", { yearFrom: 1990, yearTo: 1999 }, { yearFrom: 1996, yearTo: 1999 }],
    ["newer", { yearTo: 1995 }, { yearFrom: 1996 }],
    [
      "lighter",
      { traitsIn: ["dark", "heist"] },
      { traitsIn: ["heist", "feel-good"], traitsOut: ["dark", "scary"] },
    ],
    ["darker", { traitsIn: ["feel-good"], traitsOut: ["dark", "sad"] }, { traitsIn: ["dark"] }],
    ["shorter", { genresIn: ["War"] }, { genresIn: ["War"] }],
  ] as const)("%s", (shift, before, after) => {
    expect(shifted(world, wish(before), [shift], table)).toEqual(wish(after));
  });

  test("of unknown year, or with none, years stay as they are; moods that no model knows are not asked for", () => {
    const { year: _, ...undated } = table;
    expect(shifted(world, wish({ yearFrom: 1990 }), ["older"], undated)).toEqual(wish({ yearFrom: 1990 }));
    expect(shifted(world, NO_WISH, ["newer"], undefined)).toEqual(NO_WISH);
    expect(shifted(tinyWorld(tinyModel("traitless", false)), NO_WISH, ["darker"], table)).toEqual(NO_WISH);
  });
});

test.each([
  [95, 85],
  [180, 140],
])("shorter than a film of %i min is up to %i: of a long one by a good deal more", (minutes, most) => {
  const factsOf = () => ({ runtimeMinutes: { value: minutes, source: "by hand" } }) as const;
  const known = { ...world, catalog: { ...world.catalog, factsOf } };
  expect(shifted(known, NO_WISH, ["shorter"], tinyModel().movies[0]).filters).toMatchObject({
    minutesFrom: 0,
    minutesTo: most,
  });
});
