import { expect, test } from "vitest";
import { createPhrases } from "./phrases.ts";
import { recognisedStory } from "./recognised.ts";
import type { Span } from "./spans.ts";
import { readText } from "./tokens.ts";
import type { Meaning } from "./vocabulary.ts";

const vocabulary = createPhrases<Meaning>([
  ["funny", { field: "moods", value: "funny" }],
  ["eerie", { field: "moods", value: "scary" }],
]);
const searched: string[] = [];
/** Knows the one film in which a keeper of bees lies. */
const tellsOneFilm = (text: string) => {
  searched.push(text);
  return /keeper.*bees.*lies/is.test(text);
};
const storyIn = (text: string, titled: readonly Span[] = [], named: readonly Span[] = []) => {
  const { tokens, said } = readText(text);
  return recognisedStory(tokens, said, tellsOneFilm, { titled, named: () => named, vocabulary })?.words;
};
const STORY = "a keeper of bees lies to the whole village";

test.each([
  [STORY],
  [`What was the name of the film where ${STORY}?`],
  [`trying to remember: ${STORY}`],
  [`I saw it as a child. ${STORY}. Any idea?`],
])("the story that one film tells is heard as a whole: %s", (text) => {
  expect(storyIn(text)).toBe(STORY);
});

test("sentences that follow one another tell it together", () => {
  expect(
    storyIn("A keeper lives alone with his bees. One day he lies to a girl. I think it was French."),
  ).toBe("a keeper lives alone with his bees. one day he lies to a girl");
});

test.each([
  ["many films tell it", "a keeper of goats sings to the whole village"],
  ["who asks speaks of themselves", "my uncle is a keeper of bees and lies to me"],
  ["it has few words", "keeper, bees, lies"],
  ["sorts of films are named", "funny, eerie keeper bees lies"],
  ["a sort of films and a decade are named", "eerie keeper bees lies 40s"],
  ["something is ruled out", "a keeper of bees lies, no violence"],
])("there is none where %s", (_, text) => {
  expect(storyIn(text)).toBeUndefined();
});

test("a title within is no part of a story", () => {
  expect(storyIn(STORY, [{ start: 0, end: 8 }])).toBeUndefined();
});

test("who asks for people and little else tells none", () => {
  const text = "keeper bees with Anna Lies or Ben Lies";
  expect(storyIn(text)).toBe(text.toLowerCase());
  expect(
    storyIn(
      text,
      [],
      [
        { start: 17, end: 26 },
        { start: 30, end: 38 },
      ],
    ),
  ).toBeUndefined();
});
