import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const { read } = await parserOf([
  "Paddington",
  "Ocean's Eleven",
  "The Shining",
  "The Hangover",
  "Up",
  "Jaws",
  "Predator",
  "Die Hard",
  "The Princess Bride",
]);

test.each([
  ["if Paddington and Ocean's Eleven had a baby", ["Paddington", "Ocean's Eleven"]],
  ["imagine Die Hard and Paddington had a love child", ["Die Hard", "Paddington"]],
  ["the love child of Die Hard and Paddington", ["Die Hard", "Paddington"]],
  ["half Jaws half Predator", ["Jaws", "Predator"]],
  ["The Shining in a submarine", ["The Shining"]],
  ["basically Die Hard on a submarine", ["Die Hard"]],
  ["The Hangover for people in their sixties", ["The Hangover"]],
  ["The Princess Bride for adults", ["The Princess Bride"]],
  ["Up but live action", ["Up"]],
  ["Jaws with bears", ["Jaws"]],
])("%s: like these", (text, similarTo) => {
  expect(read(text)).toMatchObject({ kind: "request", similarTo });
});

test.each([
  "scary but short",
  "Die Hard on Netflix",
  "up for a comedy with robots",
  "watched Jaws with the kids",
])("%s: like no film", (text) => expect(read(text).similarTo).toEqual([]));

test("what they are to be otherwise is asked for", () => {
  expect(read("The Shining in a submarine").keywordsIn).toEqual(["submarine"]);
  expect(read("The Hangover for people in their sixties").keywordsIn).toEqual(["growing old"]);
  expect(read("Die Hard but they're old").keywordsIn).toEqual(["growing old"]);
});
