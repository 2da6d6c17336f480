import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const { read } = await parserOf(["Heat"]);

test.each([["tense movie with hardly a soul in it", ["hardly a soul"]]])(
  "%s: it has to have that",
  (text, about) => {
    expect(read(text)).toMatchObject({ about, ideally: [] });
  },
);

test.each(["a movie with almost no dialogue", "something tense, hardly any talking"])(
  "%s: is no silent film",
  (text) => expect(read(text).keywordsIn).toEqual(["hardly any talking"]),
);

test.each([
  ["horror set on a gondola", ["gondola"]],
  ["a comedy in a zeppelin", ["zeppelin"]],
])("%s: so is where it is set, beside nothing but a genre", (text, about) => {
  expect(read(text)).toMatchObject({ about, ideally: [] });
});

test("what is told of the evening orders at most", () => {
  expect(read("something relaxing with my tea and biscuits").about).toEqual([]);
});
