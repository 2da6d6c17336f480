import { expect, test } from "vitest";
import { readBotQuestion } from "./about-bot.ts";

test.each([
  ["are you an ai?", "itself"],
  ["r u human", "itself"],
  ["Who made you?", "itself"],
  ["how do you know that?", "sources"],
  ["says who", "sources"],
  ["are you sure about that?", "sources"],
  ["have you seen it?", "taste"],
  ["what's your all-time favourite movie?", "taste"],
  ["can you speak german?", "languages"],
  ["how do you choose?", "choosing"],
  ["what can I ask you?", "use"],
  ["are you there?", "presence"],
])("%j is about the bot: %s", (text, what) => {
  expect(readBotQuestion(text)).toEqual({ kind: "aboutBot", what });
});

test.each([
  ["what do you know about me", "profile"],
  ["what did I just rate?", "likes"],
  ["what have you shown me so far", "history"],
  ["what's hidden from me?", "hidden"],
])("%j looks up what is kept: %s", (text, kind) => {
  expect(readBotQuestion(text)).toEqual({ kind });
});

test.each([
  "can you find me a western",
  "what do you have with Tom Hanks",
  "who are the actors",
  "is it true",
  "how long is it",
])("%j is neither", (text) => {
  expect(readBotQuestion(text)).toBeUndefined();
});
