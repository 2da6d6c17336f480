import { beforeAll, expect, test } from "vitest";
import { readWords } from "../words.ts";
import { createAgeReader, readGroup } from "./ages.ts";

const heads = (text: string) => readGroup(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["we're 4 people", ["4 people"]],
  ["for 8 friends", ["8 friends"]],
  ["there's five of us", ["five of us"]],
  ["somos 6 amigos", ["6 amigos"]],
])("%s is a group", (text, expected) => expect(heads(text)).toEqual(expected));

test.each([
  "two of us",
  "1 person",
  "about 5 people stuck in a lift",
  "a film where 3 friends get lost",
  "in 1980",
])("%s is none", (text) => expect(heads(text)).toEqual([]));

let ages: ReturnType<typeof createAgeReader>;
beforeAll(async () => {
  ages = createAgeReader(await readWords("data/words"));
});

test.each([
  "my 6-year-old",
  "a 4 yo",
  "my kids are 5 and 8",
  "two boys aged 7 and 9",
  "my daughter is 10",
  "my little brother is 6",
  "twins turning 8",
  "my niece is turning 7",
])("%s tells of a child", (text) => expect(ages(text)).toHaveLength(1));

test.each([
  "a 40 year old",
  "films for kids under 90 minutes",
  "my kids are asleep",
  "kids movies of the 90s",
])("%s does not", (text) => expect(ages(text)).toEqual([]));

test.each(["a film about a 10 year old boy", "something on two 8 year olds"])(
  "of whom a film tells, nobody watches: %s",
  (text) => expect(ages(text)).toEqual([]),
);
