import { expect, test } from "vitest";
import { filmTexts } from "./film-texts.ts";

const movie = {
  id: "tt1",
  title: "Frozen Ground",
  year: 2008,
  alternativeTitles: ["Thin Ice"],
  genres: [],
  ratingCount: 1,
  meanStars: 3,
};

test("our phrases and then our line come first, each a sentence of its own", () => {
  const words = {
    line: "Two mothers drive.",
    tags: ["motherhood"],
    phrases: ["a car on the ice", "a lost child"],
  };
  const { fields, tags } = filmTexts({ movie, words, people: [] });
  expect(fields.filter(({ isSentence }) => isSentence).map(({ text }) => text)).toEqual([
    "a car on the ice",
    "a lost child",
    "Two mothers drive.",
  ]);
  expect(tags.map(({ tag }) => tag)).toEqual(["motherhood"]);
});

test("the first of our tags counts most, and the last by far the least", () => {
  const words = { line: "", tags: ["motherhood", "smuggling", "snow", "cars"], phrases: [] };
  const weights = filmTexts({ movie, words }).tags.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect(weights[0]).toBeGreaterThan(1.5 * weights[3]!);
});

test("of a page its story counts, who made it and what it won hardly, and names of people not at all", () => {
  const extract =
    "Frozen Ground is a film directed by Ann Example. Starring Bea Sample, it follows two mothers who smuggle. It won awards.";
  const { fields } = filmTexts({ movie, extract, people: ["Ann Example", "Bea Sample"] });
  const ofPage = fields.filter(({ text }) => /directed|smuggle|awards/.test(text));
  expect(ofPage.map(({ isSentence = false }) => isSentence)).toEqual([false, true, false]);
  const [made, story, won] = ofPage.map(({ weight }) => weight) as [number, number, number];
  expect(story).toBeGreaterThan(made);
  expect(won).toBe(made);
  expect(fields.map(({ text }) => text).join(" ")).not.toMatch(/Ann|Bea/);
});

test("every name of the film is searched, and what raters called it", () => {
  const { fields } = filmTexts({ movie, ratersTags: ["bleak"], people: [] });
  expect(fields.map(({ text }) => text)).toEqual(["Frozen Ground", "Thin Ice", "bleak"]);
});
