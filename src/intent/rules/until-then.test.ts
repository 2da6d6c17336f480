/** What somebody did not know until they came to it is no refusal. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat"]);

test.each([
  ["I had never watched a single Korean film until Heat, what next", { languages: ["ko"], languagesOut: [] }],
  ["I have never liked westerns until I saw Heat, more please", { genresIn: ["Western"], genresOut: [] }],
  ["I never watch westerns, a drama", { genresIn: ["Drama"], genresOut: ["Western"] }],
])("what somebody did not know until a film is what they have come to: %s", (text, expected) => {
  expect(parser.read(text)).toMatchObject(expected);
});
