import { expect, test } from "vitest";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";
import { openWorld } from "./open-world.ts";

const { catalog } = await openWorld("artifacts", "data/policy.yaml");
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });

test.each([
  "my wife and I do movie night each friday and we can never agree",
  "we watch something with monsters every halloween",
])("a day on which something is done names no series that is called by it: %s", (text) =>
  expect(parser.read(text).peopleIn).toEqual([]),
);

test("unless films are asked for", () =>
  expect(parser.read("all the Friday movies").peopleIn).toEqual(["Friday the 13th films"]));
