/** What a film was disliked for is ruled out. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat", "Ronin"]);

test.each([
  ["westerns for my dad, he couldn't stand Heat because of all the swearing and gore", ["profanity", "gore"]],
  ["a thriller please, couldn't finish Ronin because of the gore", ["gore"]],
])("what a film is blamed for is ruled out: %s", (text, keywordsOut) => {
  const read = parser.read(text);
  expect(read.keywordsOut).toEqual(keywordsOut);
  expect(read.keywordsIn).toEqual([]);
});

test("what is said in another sentence is not", () => {
  expect(parser.read("a heist film, I hated Heat. Because of the rain we stay in").keywordsOut).toEqual([]);
});
