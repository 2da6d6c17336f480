import { expect, test } from "vitest";
import { createPlotReader } from "../../catalog/about/told-plots.ts";
import { createPhrases } from "./phrases.ts";
import type { Span } from "./spans.ts";
import { readText } from "./tokens.ts";
import { onlyTold, toldKinds } from "./told-kinds.ts";
import type { Meaning } from "./vocabulary.ts";

const storiesIn = createPlotReader([
  { name: "stolen violin", told: ["steals | stolen + violin", "violin theft"], films: [0] },
  { name: "luthiers", told: ["violin maker"], films: [1] },
  { name: "no films", told: ["lonely cellist"], films: [] },
]);
const vocabulary = createPhrases<Meaning>([
  ["violin theft", { field: "keywords", value: "violin theft" }],
  ["norwegian", { field: "languages", value: "no" }],
]);
const read = (text: string, taken: readonly Span[] = []) => {
  const { tokens, said } = readText(text);
  return toldKinds(tokens, said, storiesIn, { vocabulary, taken });
};
const told = (text: string, taken?: readonly Span[]) => read(text, taken).map(({ words }) => words);

test("a story of a sort is what is asked for, from the first to the last word that tells it", () => {
  expect(told("Somebody steals an old violin, darkly funny")).toEqual(["steals an old violin"]);
});

test("what is named beside it in words of no list is looked for together with it", () => {
  expect(told("a violin maker or bow repairs")).toEqual(["violin maker or bow repairs"]);
  for (const text of [
    "a violin maker and norwegian snow",
    "a violin maker and then some",
    "a violin maker, bow repairs",
  ])
    expect(told(text)).toEqual(["violin maker"]);
});

test("a verb is not torn from the particle that belongs to it", () => {
  const houses = createPlotReader([{ name: "ruin", told: ["house falls"], films: [0] }]);
  const { tokens, said } = readText("the house falls apart around them");
  const [ruin] = toldKinds(tokens, said, houses, { vocabulary, taken: [] });
  expect(ruin!.words).toBe("house falls apart");
});

test("two that stand together are one", () => {
  expect(told("a stolen violin and the violin maker")).toEqual(["stolen violin and the violin maker"]);
});

test.each([
  ["it is refused", "nothing where somebody steals a violin"],
  ["one known phrase says it", "a violin theft"],
  ["no film is known to tell it", "a lonely cellist"],
  ["who advised it is named", "my violin maker told me to watch this"],
  ["its words are said of several things", "he steals cars and plays in the park on Sundays the violin"],
])("there is none where %s", (_, text) => {
  expect(told(text)).toEqual([]);
});

test("no word of a title tells a story", () => {
  const text = "The Stolen Violin";
  expect(told(text)).toHaveLength(1);
  expect(told(text, [{ start: 0, end: text.length }])).toEqual([]);
});

test("what the film is not is no part of it", () => {
  const story = "somebody old steals the violin from the house of the tired man";
  expect(told(`${story} that isn't just sad`)).toEqual([story]);
});

test("who is named in it is asked for, and the sentence around tells no story from end to end", () => {
  const text = "ada lovelace steals the violin from the house of a tired man";
  expect(told(text)).toEqual([text]);
  expect(told(text, [{ start: 0, end: "ada lovelace".length }])).toEqual(["steals the violin"]);
});

test("where it is from and when stay wishes of their own", () => {
  const text = "a stolen norwegian 1920s violin";
  const [story] = read(text);
  const parts = onlyTold(story!, readText(text).tokens, vocabulary);
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(["stolen", "violin"]);
});
