import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTagVocabulary } from "../../catalog/film-words/tag-vocabulary.ts";
import { contentBySigns, readContent } from "./content.ts";

const movie = (title: string, ...genres: string[]) => ({
  id: title,
  title,
  alternativeTitles: [],
  year: 1990,
  genres,
  ratingCount: 10,
  meanStars: 3,
});
const memento = movie("Memento", "Mystery", "Thriller");
const told = contentBySigns(
  [memento],
  readContent(
    "violence: { tags: [gore], genres: [War, Action + Thriller], films: Memento (1990) }\ngore: { tags: [slasher] }",
    "content.yaml",
  ),
);

test("what a film has in it is told by a tag, by a genre, by two genres together, or by its name", () => {
  expect(told(movie("Saw", "Horror"), ["gore"])).toEqual(["violence"]);
  expect(told(movie("Glory", "Drama", "War"), [])).toEqual(["violence"]);
  expect(told(movie("True Lies", "Action", "Comedy", "Thriller"), [])).toEqual(["violence"]);
  expect(told(memento, [])).toEqual(["violence"]);
});

test("one genre of two says nothing, and what a film is tagged with is not said again", () => {
  expect(told(movie("The Game", "Thriller"), [])).toEqual([]);
  expect(told(movie("Glory", "War"), ["violence"])).toEqual([]);
});

test("a genre that there is not is refused, and the file named", () => {
  expect(() => readContent("violence: { genres: [Fight] }", "content.yaml")).toThrow(/content\.yaml/);
});

test("all that is written down is a tag of the vocabulary", () => {
  const read = (file: string) => [readFileSync(`data/films/${file}.yaml`, "utf8"), file] as const;
  const { tags } = readTagVocabulary(...read("vocabulary"));
  const content = readContent(...read("content"));
  const named = [...content.keys(), ...[...content.values()].flatMap((signs) => signs.tags)];
  expect(named.filter((tag) => !tags.has(tag))).toEqual([]);
});
