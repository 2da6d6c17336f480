import { expect, test } from "vitest";
import { isAtHomeIn } from "./spoken-in.ts";

const films: readonly (readonly [language: string, countries: readonly string[]])[] = [
  ["Spanish", ["Mexico"]],
  ["Spanish", ["France", "Spain"]],
  ["French", ["France"]],
  ["Spanish", []],
  ["Wolof", ["Senegal"]],
];
const facts = {
  isMainlyIn: (row: number, language: string) => films[row]![0] === language,
  isMainlyFrom: (row: number, country: string) => films[row]![1][0] === country,
  knowsCountries: (row: number) => films[row]![1].length > 0,
};

test.each([
  [0, "Spanish", true],
  [1, "Spanish", false],
  [2, "Spanish", false],
  [3, "Spanish", true],
  [4, "Wolof", true],
])("film %d in %s: %s", (row, language, isAtHome) => {
  expect(isAtHomeIn(facts, row, language)).toBe(isAtHome);
});
