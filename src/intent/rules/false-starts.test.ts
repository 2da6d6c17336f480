/** What is told of a film and taken back is not asked for. */
import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const parser = await parserOf(["Heat"]);

test.each([
  [
    "its the one where a man is stuck in a tree, no hang on, the one where a nurse robs a bank",
    "a nurse robs a bank",
  ],
  [
    "a film where a woman is lost at sea.. actually scratch that, it's where a nurse robs a bank",
    "a nurse robs a bank",
  ],
  [
    "a movie about a ghost in a lighthouse. wait no, it's about a nurse who robs a bank",
    "a nurse who robs a bank",
  ],
  [
    "one where a boy is raised by wolves in the city, hang on, no, it's about a nurse who robs a bank",
    "a nurse who robs a bank",
  ],
])("%s", (text, plot) => expect(parser.read(text)).toMatchObject({ kind: "request", about: [plot] }));

test("the decade that was named before still holds, though it may be off by a few years", () => {
  const told =
    "a film from the 80s maybe, a boy finds a map... no wait, its the one where a nurse robs a bank";
  expect(parser.read(told)).toMatchObject({ yearFrom: 1978, yearTo: 1991, about: ["a nurse robs a bank"] });
});

test("what else is said behind 'no wait' takes nothing of a plot back", () => {
  expect(parser.read("something funny, no wait, something scary").moodsIn).toContain("scary");
  expect(parser.read("no wait, the one about a nurse who robs a bank").about).toEqual([
    "a nurse who robs a bank",
  ]);
});

test.each([
  [
    "old movie where a nurse robs a bank, and theres a newer one thats the same story, which one is that newer one",
    1990,
    0,
  ],
  [
    "there's an old film where a nurse robs a bank and there is a more recent version, what is the newer version called",
    1990,
    0,
  ],
  [
    "a film where a nurse robs a bank, but there was an older one with the same plot, what was the older version",
    0,
    1989,
  ],
])("one of two of the same story is asked for by when it is from: %s", (text, yearFrom, yearTo) => {
  expect(parser.read(text)).toMatchObject({
    kind: "request",
    yearFrom,
    yearTo,
    about: ["a nurse robs a bank"],
  });
});
