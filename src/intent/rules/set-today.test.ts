import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const { read } = await parserOf(["Little Women", "Heat"]);

test.each([
  "Little Women but modern day",
  "something like Little Women but set today",
  "Little Women, only contemporary",
])("%s: of no other time", (text) => {
  expect(read(text)).toMatchObject({ similarTo: ["Little Women"] });
  expect(read(text).keywordsOut).toContain("19th century");
});

test.each(["something like Little Women", "a modern day western", "like Heat but funny, for today"])(
  "%s: of any",
  (text) => {
    expect(read(text).keywordsOut).toEqual([]);
  },
);
