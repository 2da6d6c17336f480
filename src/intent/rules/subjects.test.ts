import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const { read } = await parserOf(["Goodfellas", "Amelie"]);

test.each([
  ["make me laugh at how awful love is", "how awful love is"],
  [
    "want to laugh about how terrible families can be at christmas",
    "how terrible families can be at christmas",
  ],
  ["a drama about how hard it is to be a mother", "how hard it is to be a mother"],
])("%s: it is about all that, whoever watches", (text, said) => {
  expect(read(text)).toMatchObject({ kind: "request", about: [said], audience: "any", keywordsIn: [] });
});

test("a mood beside it is asked for as well", () => {
  expect(read("make me laugh at how awful love is").moodsIn).toEqual(["funny"]);
});

test("a series that a film is crossed with has to be in it", () => {
  expect(read("Goodfellas meets The Office")).toMatchObject({ similarTo: ["Goodfellas"] });
  expect(read("Goodfellas meets The Office").about[0]).toMatch(/workplace comedy/);
});

test("houses are no series", () => {
  expect(read("I can't do jump scares but I like creepy houses").about).toEqual([]);
});
