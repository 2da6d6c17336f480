import { expect, test } from "vitest";
import { countryNames, isCountry, languageNames } from "./place-names.ts";

test.each([
  ["fr", ["French"]],
  ["ko", ["Korean"]],
  ["zh", ["Chinese", "Mandarin", "Cantonese"]],
  ["fa", ["Persian"]],
])("the language %s", (code, names) => {
  expect(languageNames(code)).toEqual(names);
});

test.each([
  ["GB", ["United Kingdom"]],
  ["HK", ["Hong Kong"]],
  ["TR", ["Turkey"]],
  ["KR", ["South Korea"]],
  ["US", ["United States"]],
])("the country %s", (code, names) => {
  expect(countryNames(code)).toEqual(names);
});

test("a country is known by its name, and not by what is of it", () => {
  expect(
    ["italy", "new zealand", "soviet union", "czech republic", "scotland"].filter(isCountry),
  ).toHaveLength(5);
  expect(["italian", "xx", "european", "texas"].filter(isCountry)).toEqual([]);
});
