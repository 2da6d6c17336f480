import { describe, expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { type Catalog, createCatalog } from "./catalog.ts";
import type { Movie } from "./movie.ts";
import { countSteps } from "./testing/count-steps.ts";
import { wellKnown } from "./testing/well-known.ts";
import { titleWithYear } from "./title-with-year.ts";

const catalog = createCatalog(wellKnown);
const heat = wellKnown[0]!;

describe("a catalogue", () => {
  test("knows its movies by id and row", () => {
    expect(catalog.byId(heat.id)).toBe(heat);
    expect(catalog.rowOf(wellKnown[7]!.id)).toBe(7);
    expect(catalog.byId("tt9999999")).toBeUndefined();
    expect(catalog.rowOf("tt9999999")).toBeUndefined();
  });

  test.each([
    "tt1000000",
    " TT1000000 ",
    "https://www.imdb.com/title/tt1000000/",
    "https://m.imdb.com/title/tt1000000/?ref_=fn_al",
    "https://www.themoviedb.org/movie/500-heat",
    "https://letterboxd.com/film/heat-1995/",
    "https://letterboxd.com/ada/film/heat-1995/1/",
  ])("finds a movie by its id or link: %j", (text) => {
    expect(catalog.find(text)).toEqual({ kind: "one", movie: heat });
  });

  test.each(["tt9999999", "https://letterboxd.com/film/heat-1931/", "https://letterboxd.com/film/heats/"])(
    "finds nothing by the id or link of a movie it lacks: %j",
    (text) => {
      expect(catalog.find(text)).toEqual({ kind: "none", suggestions: [] });
    },
  );

  test("asks which by a link that says no year, where two movies have the title", () => {
    expect(catalog.find("https://letterboxd.com/film/heat/")).toMatchObject({
      kind: "several",
      movies: [{ year: 1995 }, { year: 1986 }],
    });
  });

  test("may be empty", () => {
    const empty = createCatalog([]);
    expect(empty.find("heat")).toEqual({ kind: "none", suggestions: [] });
    expect(empty.search("heat", 5)).toEqual([]);
  });
});

describe("search while typing", () => {
  const titles = (text: string, limit = 3) => catalog.search(text, limit).map(titleWithYear);

  test("begins with the most rated movies", () => {
    expect(titles("", 2)).toEqual(["Heat (1995)", "Heat (1986)"]);
  });

  test("completes the last word", () => {
    expect(titles("godf")).toEqual(["The Godfather (1972)", "The Godfather: Part II (1974)"]);
    expect(titles("the mat")[0]).toBe("The Matrix (1999)");
    expect(titles("star wars ep")).toEqual(Array(3).fill(expect.stringMatching(/^Star Wars: Episode/)));
  });

  test("puts the whole title first, and keeps to a year", () => {
    expect(titles("alien", 1)).toEqual(["Alien (1979)"]);
    expect(titles("heat 1986", 1)).toEqual(["Heat (1986)"]);
  });

  test("forgives typing errors", () => {
    expect(titles("pulp ficton", 1)).toEqual(["Pulp Fiction (1994)"]);
  });
});

describe("among 10,000 titles", () => {
  const random = createRandom(1);
  const syllables = [
    "ka",
    "lo",
    "mi",
    "ren",
    "tas",
    "ver",
    "dun",
    "sho",
    "pel",
    "gri",
    "bos",
    "zan",
    "fei",
    "hul",
  ];
  const some = <T>(values: readonly T[]): T => values[random.int(values.length)]!;
  const vocabulary = Array.from({ length: 6000 }, () =>
    Array.from({ length: 1 + random.int(4) }, () => some(syllables)).join(""),
  );
  const movies: Movie[] = Array.from({ length: 10_000 }, (_, row) => ({
    ...heat,
    id: `${row}`,
    title: Array.from({ length: 1 + random.int(5) }, () => some([...vocabulary, "the", "of"])).join(" "),
    year: 1950 + random.int(70),
  }));

  test("a misspelt title takes at most 2.5 times the work that it takes among half of them", () => {
    const [half, all] = [createCatalog(movies.slice(0, movies.length / 2)), createCatalog(movies)];
    const misspelt = movies.slice(0, 100).map(({ title }) => {
      const at = 1 + random.int(title.length - 1);
      return title.slice(0, at) + title.slice(at + 1);
    });
    const stepsIn = (catalog: Catalog) => {
      catalog.find("build the index");
      return countSteps(() => {
        for (const title of misspelt) {
          catalog.find(title);
          catalog.search(title, 5);
        }
      });
    };
    expect(stepsIn(all) / stepsIn(half)).toBeLessThanOrEqual(2.5);
  });
});
