import { expect, test } from "vitest";
import { isTalk } from "./talk.ts";

test.each([
  "what is the weather like in Lisbon",
  "what's 12 times 8",
  "19 + 4",
  "how do I boil an egg",
  "can you call a taxi",
  "turn the radio down",
  "remind me to pay the rent",
  "good evening to everybody",
  "thank you so much",
  "my bike has a flat tyre",
  "why are cats afraid of cucumbers",
])("%s is talk", (text) => {
  expect(isTalk(text)).toBe(true);
});

test.each([
  "what's that movie about a man who can see the weather coming",
  "who is the guy that fights a bear, I forgot the film",
  "a teacher who calculates the end of the world",
  "when a storm sinks a fishing boat",
  "where two brothers rob their own parents",
  "I want something about the cold war",
  "turn of the century romance on a ship",
  "submarine",
  "a tasty dessert that eats you",
  "set in a hospital, with doctors who fight the system",
])("%s can be about a film", (text) => {
  expect(isTalk(text)).toBe(false);
});
