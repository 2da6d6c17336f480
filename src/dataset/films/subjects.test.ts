import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTagVocabulary } from "../../catalog/film-words/tag-vocabulary.ts";
import { movie } from "../../catalog/testing/movie.ts";
import { bySubject, readSubjects } from "./subjects.ts";

const rocky = movie("rocky", "Rocky", 1976, 21_000);
const snatch = movie("snatch", "Snatch", 2000, 33_000);
const others = Array.from({ length: 3100 }, (_, at) => movie(`other-${at}`, `Other ${at}`, 1990, 100));
const fewKnow = movie("few", "Journeyman", 2017, 3);
const inOrder = bySubject(
  [rocky, snatch, fewKnow, ...others],
  readSubjects("boxing: >\n  Raging Bull (1980); Rocky (1976)\nsports: Rocky (1976)", "subjects.yaml"),
);

test("what a film is listed under comes first of its tags, with its place among the films of the list that are known", () => {
  expect(inOrder(rocky, ["romance", "boxing", "1970s"])).toEqual({
    tags: ["boxing", "sports", "romance", "1970s"],
    subjects: [0, 0],
  });
});

test("a subject that a film everybody knows is not listed under comes last, and one that few know keeps it where it is", () => {
  expect(inOrder(snatch, ["boxing", "heist", "london"])).toEqual({ tags: ["heist", "london", "boxing"] });
  expect(inOrder(fewKnow, ["boxing", "grief"])).toEqual({ tags: ["boxing", "grief"] });
});

test.each([
  ["a film without a year", "boxing: Rocky", /subjects\.yaml.*must be a title and a year/s],
  ["a subject without films", "boxing:", /subjects\.yaml/],
])("%s is refused, and the file named", (_, yaml, message) => {
  expect(() => readSubjects(yaml, "subjects.yaml")).toThrow(message);
});

test("every subject that is written down is a tag that people can ask for", () => {
  const read = (file: string) => [readFileSync(`data/films/${file}.yaml`, "utf8"), file] as const;
  const { tags } = readTagVocabulary(...read("vocabulary"));
  expect([...readSubjects(...read("subjects")).keys()].filter((subject) => !tags.has(subject))).toEqual([]);
});
