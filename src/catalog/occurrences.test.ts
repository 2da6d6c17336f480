import { expect, test } from "vitest";
import { occurrencesIn } from "./occurrences.ts";

test("tells of each word the names that hold it, each once, and where it first stands", () => {
  const names = [["new", "york", "new", "york"], ["york"], ["the", "new", "world"]].map((words, row) => ({
    row,
    words,
  }));
  const { words, starts, names: holding, places } = occurrencesIn(names, 3);
  const found = words.map((word, id) => [
    word,
    Array.from(holding.subarray(starts[id], starts[id + 1]), (name, at) => [name, places[starts[id]! + at]]),
  ]);
  expect(found).toEqual([
    [
      "new",
      [
        [0, 0],
        [2, 1],
      ],
    ],
    [
      "york",
      [
        [0, 1],
        [1, 0],
      ],
    ],
    ["the", [[2, 0]]],
    ["world", [[2, 2]]],
  ]);
  expect(occurrencesIn(names, 1).words).toEqual(["new", "york", "the"]);
});
