import { expect, test } from "vitest";
import { lastThought, withoutPreface } from "./second-thoughts.ts";

test.each([
  ["thriller, no wait comedy", "comedy"],
  [
    "a woman who works at a lighthouse no wait, a man runs a lighthouse with his wife and they find a baby",
    "a man runs a lighthouse with his wife and they find a baby",
  ],
])("of %s the last thought is heard", (said, meant) => expect(lastThought(said)).toBe(meant));

test("of a long text a word put right in passing takes nothing away", () => {
  const said = "two cops who hate each other chase a man in a red, no wait, blue car through San Francisco";
  expect(lastThought(said)).toBe(said);
});

test.each([
  ["what's that one, two guys dig a tunnel out of a prison", "two guys dig a tunnel out of a prison"],
  ["trying to remember this movie: a boy finds a robot in the woods", "a boy finds a robot in the woods"],
  ["what's that one, Heat?", "what's that one, Heat?"],
  ["Weird one: films about carpenters", "films about carpenters"],
  ["ok so this is a bit of a weird one but I want a western", "I want a western"],
  ["weird one", "weird one"],
  ["this one is weird", "this one is weird"],
])("how a film is asked for is no part of what is told: %s", (said, told) =>
  expect(withoutPreface(said)).toBe(told),
);
