/** What a film was disliked for, and what somebody tells of themselves, beside what is asked for. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat", "Ronin", "I"]);

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

test("how long a film was that somebody tells of bounds nothing beside a limit that is set", () => {
  const { runtimeFrom, runtimeTo } = parser.read(
    "Hated Heat, two and a half hours of people talking. A thriller under 2 hours would be great.",
  );
  expect({ runtimeFrom, runtimeTo }).toEqual({ runtimeFrom: 0, runtimeTo: 120 });
});

test("whoever says I names no film of that name", () => {
  expect(parser.read("Watched Heat, then Ronin and I think I want more like these").similarTo).not.toContain(
    "I",
  );
});
