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
