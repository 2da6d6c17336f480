import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const places: Readonly<Record<string, number>> = { Rocky: 1, "Rocky II": 2, "Rocky III": 3 };
const placeOf = new Map(wellKnown.map(({ id, title }) => [id, places[title]]));
const catalog = createCatalog(wellKnown, {
  ...NOTHING_KNOWN,
  names: fewNames,
  factsOf: (id) => {
    const place = placeOf.get(id);
    return place === undefined
      ? undefined
      : { series: { value: { name: "Rocky", place }, source: "by hand" } };
  },
});
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test("a series that is asked for is what it is held to; all of it, on one card", () => {
  expect(parser.read("the Rocky movies")).toMatchObject({ peopleIn: ["Rocky films"], howMany: 0 });
  expect(parser.read("all the Rockys")).toMatchObject({ peopleIn: ["Rocky films"], howMany: 3 });
  expect(parser.read("show me the whole Rocky series")).toMatchObject({ howMany: 3 });
  expect(parser.read("a Rocky film from the 80s")).toMatchObject({
    peopleIn: ["Rocky films"],
    yearFrom: 1980,
    yearTo: 1989,
  });
});

test("what is like a series is like the best known of it, and none of it", () => {
  expect(parser.read("something like the Rocky movies")).toMatchObject({
    similarTo: ["Rocky"],
    titlesOut: ["Rocky films"],
    peopleIn: [],
  });
});

test("a series that is refused or known is not asked for", () => {
  expect(parser.read("no more Rocky movies please")).toMatchObject({
    titlesOut: ["Rocky films"],
    peopleIn: [],
  });
  expect(parser.understand("I've seen all the Rocky movies").judged).toEqual([
    { verdict: "seen", title: "Rocky" },
    { verdict: "seen", title: "Rocky II" },
    { verdict: "seen", title: "Rocky III" },
  ]);
});
