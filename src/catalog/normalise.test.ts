import { describe, expect, test } from "vitest";
import { keyOf, splitNumber, withoutArticle, wordsOf } from "./normalise.ts";

describe("the words of a text", () => {
  test.each([
    ["Amélie", "amelie"],
    ["Ocean's Eleven", "oceans eleven"],
    ["Pride & Prejudice", "pride and prejudice"],
    ["WALL·E", "wall e"],
    ["R.I.P.D.", "ripd"],
    ["Se7en", "seven"],
    ["Star Trek II: The Wrath of Khan", "star trek 2 the wrath of khan"],
    ["Star Wars: Episode I - The Phantom Menace", "star wars episode 1 the phantom menace"],
    ["The X-Files", "the x files"],
    ["I, Robot", "i robot"],
    ["L'Avventura", "avventura"],
    ["Smørrebrød", "smorrebrod"],
    ["千と千尋の神隠し", "千と千尋の神隠し"],
  ])("of %j are %j", (text, words) => expect(wordsOf(text).join(" ")).toBe(words));
});

test.each([
  ["Godfather: Part II", "godfather part two"],
  ["Ocean's 11", "oceans eleven"],
  ["The 6th Day", "the sixth day"],
  ["Dr. No", "doctor no"],
  ["Spider-Man", "spiderman"],
])("%j and %j have one key", (a, b) => expect(keyOf(wordsOf(a))).toBe(keyOf(wordsOf(b))));

test("a leading article is dropped, a word that only looks like one elsewhere is not", () => {
  expect(withoutArticle(["la", "haine"])).toEqual(["haine"]);
  expect(withoutArticle(["die", "hard"])).toEqual(["die", "hard"]);
  expect(withoutArticle(["the"])).toEqual(["the"]);
});

test("a final number is split off with the word that announces it", () => {
  expect(splitNumber(["kill", "bill", "vol", "2"])).toEqual({ stem: ["kill", "bill"], number: 2 });
  expect(splitNumber(["seven"])).toBeUndefined();
  expect(splitNumber(["blade", "runner", "2049"])).toBeUndefined();
});
