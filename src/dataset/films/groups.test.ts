import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTagVocabulary } from "../../catalog/film-words/tag-vocabulary.ts";
import { movie } from "../../catalog/testing/movie.ts";
import { groupTags, readGroups } from "./groups.ts";

test("a film has the tag of every group that it is listed under", () => {
  const groups = readGroups(
    "marvel: [Big Hero 6 (2014), Logan (2017)]\ndisney: [Big Hero 6 (2014)]",
    "groups.yaml",
  );
  const tags = groupTags([movie("a", "Big Hero 6", 2014), movie("b", "Heat", 1995)], groups);
  expect([...tags]).toEqual([["a", ["marvel", "disney"]]]);
});

test.each([
  ["a film without a year", "marvel: [Logan]", /groups\.yaml.*must be a title and a year/s],
  ["a group without films", "marvel: []", /groups\.yaml/],
])("%s is refused, and the file named", (_, yaml, message) => {
  expect(() => readGroups(yaml, "groups.yaml")).toThrow(message);
});

test("every group that is written down is a tag that people can ask for", () => {
  const read = (file: string) => [readFileSync(`data/films/${file}.yaml`, "utf8"), file] as const;
  const { tags } = readTagVocabulary(...read("vocabulary"));
  const groups = readGroups(...read("groups"));
  expect([...groups.keys()].filter((group) => !tags.has(group))).toEqual([]);
});
