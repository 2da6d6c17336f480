import { expect, test } from "vitest";
import { decodeFilmWords, encodeFilmWords } from "./film-words-file.ts";

const words = new Map([
  ["tt1", { line: "A house flies.", tags: ["grief", "dogs"], phrases: ["a house lifted by balloons"] }],
  ["tt2", { line: "A shark bites.", tags: ["sharks", "dogs"], phrases: [], subjects: [3] }],
]);

test("gives back what was written, and nothing of a film it does not know", () => {
  const wordsOf = decodeFilmWords(encodeFilmWords(words));
  for (const [id, film] of words) expect(wordsOf(id)).toEqual(film);
  for (const id of ["tt9", "constructor"]) expect(wordsOf(id)).toBeUndefined();
});

test("refuses what was altered", () => {
  const bytes = encodeFilmWords(words);
  bytes[bytes.length - 9] = bytes[bytes.length - 9]! ^ 1;
  expect(() => decodeFilmWords(bytes)).toThrow(/altered/);
});
