import { expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { wellKnown } from "../catalog/testing/well-known.ts";
import { asRead } from "./as-read.ts";

const catalog = createCatalog(wellKnown);

test.each([
  ["https://www.imdb.com/title/tt1000000/", "Heat (1995)"],
  ["<https://m.imdb.com/title/tt1000000/?ref_=fn_al>", "Heat (1995)"],
  ["imdb.com/title/tt1000000", "Heat (1995)"],
  ["https://www.themoviedb.org/movie/500-heat?language=en-GB", "Heat (1995)"],
  ["https://letterboxd.com/film/heat-1995/", "Heat (1995)"],
  ["https://letterboxd.com/ada/film/the-matrix/", "The Matrix (1999)"],
  [
    "I loved https://letterboxd.com/film/the-matrix/, and https://www.imdb.com/title/tt1000000/.",
    "I loved The Matrix (1999), and Heat (1995).",
  ],
  [":+1: https://letterboxd.com/film/the-matrix/", "👍 The Matrix (1999)"],
])("%j is read as %j", (typed, read) => {
  expect(asRead(catalog, typed)).toBe(read);
});

test("a link that two movies answer to is the title of both, to be asked about", () => {
  expect(asRead(catalog, "https://letterboxd.com/film/heat/")).toBe("Heat");
});

test.each([
  "https://www.imdb.com/title/tt9999999/",
  "https://www.imdb.com/name/nm0000134/",
  "https://letterboxd.com/film/the-matrixes/",
  "https://letterboxd.com/film/heat-1931/",
  "https://example.com/film/heat",
  "either/or",
])("%j stays as it is", (typed) => {
  expect(asRead(catalog, typed)).toBe(typed);
});

test("half a link a hundred thousand times over stays as it is", () => {
  const links = "imdb.com/".repeat(100_000);
  expect(asRead(catalog, links)).toBe(links);
});
