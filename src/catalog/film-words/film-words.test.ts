import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFilmWords } from "./check-film-words.ts";
import { readFilmWords } from "./film-words.ts";
import { readTagVocabulary } from "./tag-vocabulary.ts";

const UP = `films:
  - id: 68954
    title: "Up (2009)"
    line: "An old widower ties balloons to his house and flies off."
    tags: [aviation, 9/11, 1970s]
    phrases: [a house lifted by balloons]
`;

describe("a file of words about films", () => {
  test("is read, with tags that look like figures as texts", () => {
    expect(readFilmWords(`${UP}skipped: [7]\n`, "up.yaml")).toEqual({
      films: [
        {
          id: 68954,
          title: "Up (2009)",
          line: "An old widower ties balloons to his house and flies off.",
          tags: ["aviation", "9/11", "1970s"],
          phrases: ["a house lifted by balloons"],
        },
      ],
      skipped: [7],
    });
  });

  test("need not skip any film", () => {
    expect(readFilmWords(UP, "up.yaml").skipped).toEqual([]);
  });

  test.each([
    ["a title without its year", UP.replace(" (2009)", ""), "a title with its year"],
    ["an id that is no number", UP.replace("68954", "tt1049413"), "id"],
    ["a field that it does not know", UP.replace("line:", "lines:"), "lines"],
    ["YAML that does not close", UP.replace("1970s]", "1970s"), "1970s"],
  ])("is refused for %s", (_, yaml, message) => {
    expect(() => readFilmWords(yaml, "up.yaml")).toThrow(message);
  });

  test("is without a problem as shipped, spelling and titles aside", () => {
    const folder = "data/films/words";
    const files = new Map(
      readdirSync(folder).map((name) => [
        name,
        readFilmWords(readFileSync(join(folder, name), "utf8"), name),
      ]),
    );
    const vocabulary = readTagVocabulary(readFileSync("data/films/vocabulary.yaml", "utf8"), "vocabulary");
    expect(checkFilmWords(files, { vocabulary, isWord: () => true })).toEqual([]);
    expect(files.size).toBeGreaterThan(0);
  });
});
