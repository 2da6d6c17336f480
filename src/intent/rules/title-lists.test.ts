import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const catalog = createCatalog(wellKnown, { ...NOTHING_KNOWN, names: fewNames });
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test("what heads the next list is not said of the last title before it", () => {
  expect(parser.read("Liked: Pulp Fiction, Amelie. Didn't like: Rocky (too slow)")).toMatchObject({
    favourites: ["Pulp Fiction", "Amelie"],
    titlesOut: ["Rocky"],
  });
});

test("a list goes on over a title that nobody here knows", () => {
  expect(parser.read("I've already seen Pulp Fiction, Zyxwvut and Amelie, what else?")).toMatchObject({
    titlesOut: ["Pulp Fiction", "Amelie"],
    similarTo: [],
  });
});

test("what is said of all is said of each", () => {
  expect(parser.read("I've been into heists lately. Pulp Fiction, Amelie, Rocky, all great")).toMatchObject({
    kind: "request",
    favourites: ["Pulp Fiction", "Amelie", "Rocky"],
    keywordsIn: ["heist"],
  });
});

test("a title ends where another one is joined to it", () => {
  expect(parser.read("a mashup of Moon and Pulp Fiction").similarTo).toEqual(["Moon", "Pulp Fiction"]);
});

test.each(["Pulp Fiction, Rocky, that sort of thing", "Pulp Fiction and Rocky, stuff like that"])(
  "what sums up a list is said of all of it: %s",
  (text) => {
    expect(parser.read(text)).toMatchObject({ kind: "request", similarTo: ["Pulp Fiction", "Rocky"] });
  },
);
