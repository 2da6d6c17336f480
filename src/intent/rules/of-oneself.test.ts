/** What somebody tells of themselves in the sentence that asks. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat"]);

test.each([
  ["I'm a nurse on night shifts and I want quiet gentle films", "nurse"],
  ["coming off a bad breakup, I need something funny", "breakup"],
  ["I am a teacher and need a comedy for tonight", "teacher"],
])("who tells of themselves asks for no films about it: %s", (text, told) => {
  const { about, keywordsIn } = parser.read(text);
  expect([...about, ...keywordsIn].join(" ")).not.toContain(told);
});

test.each([
  ["I'm a zombie fan, something new please", "zombies"],
  ["a film about somebody going through a divorce, please", "divorce"],
])("what they like, and what a film is about, is asked for: %s", (text, asked) => {
  const { about, keywordsIn } = parser.read(text);
  expect([...about, ...keywordsIn].join(" ")).toContain(asked);
});
