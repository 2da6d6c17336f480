import { expect, test } from "vitest";
import { emptyRequest } from "../request.ts";
import { settleStories } from "./stories-asked.ts";

const storiesIn = (sentence: string) =>
  /lighthouse.*storm/.test(sentence) ? [{ said: "lighthouse storm" }] : [];
const ideallyOf = (said: string, from = emptyRequest("request")) => {
  settleStories(from, said, storiesIn);
  return from.ideally;
};

test("a story that a post tells between other things orders what is suggested", () => {
  const said =
    "Hi all! Something about a lighthouse in a storm would be lovely. I liked Heat and we have two hours.";
  expect(ideallyOf(said)).toEqual(["lighthouse storm"]);
});

test.each([
  [
    "it is denied",
    "We are three friends and it is raining. No lighthouse and no storm please, we live in one.",
  ],
  ["the text is short", "a lighthouse in a storm"],
])("not where %s", (_, said) => {
  expect(ideallyOf(said)).toEqual([]);
});

test("not twice where it is searched for as it was told", () => {
  const told = { ...emptyRequest("request"), about: ["keepers of a lighthouse in a storm"] };
  const said = "We would like to see keepers of a lighthouse in a storm, two hours at most, thank you";
  expect(ideallyOf(said, told)).toEqual([]);
});
