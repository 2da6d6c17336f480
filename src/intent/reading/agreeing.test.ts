import { expect, test } from "vitest";
import { agrees, declines } from "./agreeing.ts";

test.each([
  ...[
    "yes",
    "Yes please!",
    "ok",
    "OK, go ahead",
    "sure",
    "yep, take it in",
    "yeah do it",
    "of course",
    "go on then",
  ],
  ...["ja", "👍", "sure, why not", "Okay thanks"],
])("%j agrees", (text) => {
  expect([agrees(text), declines(text)]).toEqual([true, false]);
});

test.each([
  "no",
  "No, thanks.",
  "nope",
  "not now",
  "cancel",
  "better not",
  "don’t",
  "leave it",
  "no wrong",
  "👎",
])("%j declines", (text) => {
  expect([agrees(text), declines(text)]).toEqual([false, true]);
});

test.each([
  "yes, and a comedy",
  "ok what about Heat",
  "something good",
  "not a horror film",
  "no horror",
  "Heat",
])("%j says something else", (text) => {
  expect([agrees(text), declines(text)]).toEqual([false, false]);
});
