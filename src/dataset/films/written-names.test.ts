import { expect, test } from "vitest";
import { readWrittenNames } from "./written-names.ts";

const read = (yaml: string) => readWrittenNames(yaml, "names.yaml");

test("nicknames stand for titles as people write them, with the year, and for series", () => {
  const { nicknames, peoplesNicknames, announcements, smallWords } = read(`
nicknames:
  "Dark Knight, The (2008)": [tdk, the joker one]
  Harry Potter: [hp]
people:
  Dwayne Johnson: [the rock]
announcements: seen, have you seen
smallWords: aloha
`);
  expect([...nicknames]).toEqual([
    ["tdk", "The Dark Knight (2008)"],
    ["the joker one", "The Dark Knight (2008)"],
    ["hp", "Harry Potter"],
  ]);
  expect([...peoplesNicknames]).toEqual([["the rock", "Dwayne Johnson"]]);
  expect(announcements).toEqual(["seen", "have you seen"]);
  expect(smallWords).toEqual(["aloha"]);
});

test.each([
  ["nicknames: {A: [a, b], B: [b]}\npeople: {}\nannouncements: x\nsmallWords: y", /"b" is both "A" and "B"/],
  ["nicknames: {A: []}\npeople: {}\nannouncements: x\nsmallWords: y", /names.yaml/],
  ["nicknames: {A: [a]}\npeople: {}\nannouncements: x,,y\nsmallWords: y", /a word between the commas/],
  ["nicknames: {A: [a]}", /announcements/],
])("%j is refused", (yaml, message) => expect(() => read(yaml)).toThrow(message));
