import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { wellKnown } from "../../catalog/testing/well-known.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const catalog = createCatalog(wellKnown, { ...NOTHING_KNOWN, names: fewNames });
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test.each([
  ["I loved Rocky and Alien, another boxing film from that time", 1971, 1984],
  ["something like Rocky from the same period", 1971, 1981],
  ["a western of that era, not Rocky", 1971, 1981],
])("the films that are named tell of which time: %s", (text, from, to) => {
  expect(parser.read(text)).toMatchObject({ yearFrom: from, yearTo: to });
});

test.each([
  "a boxing film like Rocky",
  "like Rocky, with time travel",
  "from that time when I was ill: a comedy",
  "from the same time as Rocky and Arrival", // forty years apart
])("none is told where it is not said, or they are far apart: %s", (text) => {
  expect(parser.read(text)).toMatchObject({ yearFrom: 0, yearTo: 0 });
});

test("years that are named come before those of the films", () => {
  expect(parser.read("like Rocky, from that time, the 60s")).toMatchObject({ yearFrom: 1960, yearTo: 1969 });
});
