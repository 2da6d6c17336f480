import { expect, test } from "vitest";
import { tellsOfALiking } from "./likings.ts";
import { readText } from "./tokens.ts";

const tells = (text: string) => {
  const { tokens } = readText(text);
  return tellsOfALiking(
    tokens,
    tokens.findIndex(({ word }) => /^(?:he|she|they)$/.test(word)),
  );
};

test.each([
  "She loves trains and hates swearing",
  "Something for my grandfather. He was a railway engineer and sailed",
  "A night in with our neighbours. They grew up by the sea",
])("'%s' tells whom a film is for", (text) => {
  expect(tells(text)).toBe(true);
});

test.each(["He was a railway engineer and sailed", "My favourite one: he was a railway engineer"])(
  "'%s' tells a story",
  (text) => {
    expect(tells(text)).toBe(false);
  },
);
