import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTagVocabulary } from "../../catalog/film-words/tag-vocabulary.ts";
import { readStudios, studioTags } from "./studios.ts";

const movie = (id: string, title: string, year: number) => ({
  id,
  title,
  alternativeTitles: [],
  year,
  genres: [],
  ratingCount: 10,
  meanStars: 3,
});

test("a film has the tag of every studio that it is listed under", () => {
  const studios = readStudios(
    "marvel: [Big Hero 6 (2014), Logan (2017)]\ndisney: [Big Hero 6 (2014)]",
    "studios.yaml",
  );
  const tags = studioTags([movie("a", "Big Hero 6", 2014), movie("b", "Heat", 1995)], studios);
  expect([...tags]).toEqual([["a", ["marvel", "disney"]]]);
});

test.each([
  ["a film without a year", "marvel: [Logan]", /studios\.yaml.*must be a title and a year/s],
  ["a studio without films", "marvel: []", /studios\.yaml/],
])("%s is refused, and the file named", (_, yaml, message) => {
  expect(() => readStudios(yaml, "studios.yaml")).toThrow(message);
});

test("every studio that is written down is a tag that people can ask for", () => {
  const read = (file: string) => [readFileSync(`data/films/${file}.yaml`, "utf8"), file] as const;
  const { tags } = readTagVocabulary(...read("vocabulary"));
  const studios = readStudios(...read("studios"));
  expect([...studios.keys()].filter((studio) => !tags.has(studio))).toEqual([]);
});
