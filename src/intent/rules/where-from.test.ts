/** Where films are from, by the country's name, wanted and ruled out. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat"]);

test.each([
  ["films from spain", { countries: ["ES"], countriesOut: [] }],
  ["comedies from france", { genresIn: ["Comedy"], countries: ["FR"] }],
  ["something in spanish, not from spain", { languages: ["es"], countriesOut: ["ES"] }],
  ["an english film not from the us", { languages: ["en"], countriesOut: ["US"], titlesOut: [] }],
  ["a horror that's not from america", { genresIn: ["Horror"], countriesOut: ["US"], keywordsOut: [] }],
  ["i'm from germany, a comedy", { genresIn: ["Comedy"], countries: [], about: [] }],
])("%s", (text, expected) => expect(parser.read(text)).toMatchObject(expected));

test("what a question is called says nothing of films", () => {
  expect(parser.read("ok so weird ask. i want westerns")).toMatchObject({
    genresIn: ["Western"],
    moodsIn: [],
    keywordsIn: [],
  });
});

test("who wants to be creeped out is scared", () => {
  expect(parser.read("properly creeped out but no gore, alone in the house tonight")).toMatchObject({
    moodsIn: ["scary"],
    keywordsOut: ["gore"],
  });
});

test.each([
  ["films set in italy before 1975", { keywordsIn: ["italy"], yearTo: 1974 }],
  ["homesick for ireland", { keywordsIn: ["ireland"] }],
  ["I miss spain, show me something funny", { keywordsIn: ["spain"], moodsIn: ["funny"] }],
  ["a trip to new zealand", { keywordsIn: ["new zealand"] }],
  ["something set in 1960s japan", { keywordsIn: ["japan"], yearFrom: 1960 }],
  ["a comedy, nothing set in france", { keywordsIn: [], keywordsOut: ["france"] }],
])("where a story is set is no language that is spoken in it: %s", (text, expected) =>
  expect(parser.read(text)).toMatchObject({ ...expected, languages: [], countries: [] }),
);

test("what is of a country is in its language, or from there", () => {
  expect(parser.read("italian films")).toMatchObject({ languages: ["it"], keywordsIn: [] });
  expect(parser.read("films from spain")).toMatchObject({ countries: ["ES"], keywordsIn: [] });
});
