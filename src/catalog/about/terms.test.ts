import { expect, test } from "vitest";
import { conceptsOf, createTermReader } from "./terms.ts";

const read = createTermReader(
  conceptsOf([
    ["apocalypse", ["apocalypse", "end of the world"]],
    ["1980s", ["1980s", "eighties"]],
    ["drugs", ["drugs", "drug dealer"]],
  ]),
);
const terms = (text: string) => read(text).map(({ term }) => term);

test("reads stems of telling words alone, and tags that words stand for", () => {
  expect(terms("a movie about two drug dealers")).toEqual(["two", "drug", "dealer", "#drugs"]);
});

test("takes the longest phrase that stands for a tag, with the small words in it", () => {
  expect(read("at the End of the World").at(-1)).toEqual({ term: "#apocalypse", said: "end of the world" });
});

test.each(["80s", "eighties", "the 1980s", "'80s"])("reads the decade in %s", (text) => {
  expect(terms(text)).toEqual(["1980s", "#1980s"]);
});

test("00s and 2010s are of this century", () => {
  expect(terms("00s 10s 2010s")).toEqual(["2000s", "2010s", "2010s"]);
});
