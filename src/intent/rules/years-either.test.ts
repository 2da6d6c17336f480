/** Years that are said by today, beside others: "recent or from the 40s". */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Ronin"]);
const yearsOf = (said: string) => {
  const { yearFrom, yearTo, yearsOut } = parser.read(said);
  return { yearFrom, yearTo, yearsOut };
};

test.each([
  ["anything from the last 20ish years or the 70s", 1970, [{ from: 1980, to: 2005 }]],
  ["a drama from the 70s or the last 10 years", 1970, [{ from: 1980, to: 2015 }]],
  ["a thriller from the last 5 years or the 1990s", 1990, [{ from: 2000, to: 2020 }]],
  ["a western from the 50s, or maybe something from the past decade", 1950, [{ from: 1960, to: 2015 }]],
  ["a comedy from the last 30 years or the 2010s", 1996, []],
] as const)("%s: from the first to the last, without what lies between", (said, yearFrom, yearsOut) =>
  expect(yearsOf(said)).toEqual({ yearFrom, yearTo: 0, yearsOut }),
);

test("what is ruled out besides stays so", () =>
  expect(yearsOf("a drama from the 40s or the last 20 years, not from 2020").yearsOut).toEqual([
    { from: 1950, to: 2005 },
    { from: 2020, to: 2020 },
  ]));

test("what is recent is an alternative as well", () => {
  const { yearFrom, yearTo, yearsOut } = yearsOf("a drama, either recent or from the 40s");
  expect([yearFrom, yearTo, yearsOut.length, yearsOut[0]?.from]).toEqual([1940, 0, 1, 1950]);
});

test("and no alternative where years bound each other", () => {
  expect(yearsOf("something from the 90s or 2000s")).toEqual({ yearFrom: 1990, yearTo: 2009, yearsOut: [] });
});
