import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const parser = createRuleParser({
  words: await readWords("data/words"),
  catalog: createCatalog([]),
  thisYear: 2026,
});

test.each([
  ["una peli de miedo mexicana o española", ["MX", "ES"]],
  ["a British or French thriller", ["GB", "FR", "BE"]],
  ["um filme brasileiro ou português", ["BR", "PT"]],
])("either of a country and a language will do: %s", (text, countries) => {
  expect(parser.read(text)).toMatchObject({ languages: [], countries });
});

test("a language that is asked for beside a country holds", () => {
  expect(parser.read("a Mexican thriller, in English")).toMatchObject({
    languages: ["en"],
    countries: ["MX"],
  });
});

test("children in a film are none who watch it", () => {
  expect(parser.read("miedo con niños fantasmas").audience).toBe("any");
  expect(parser.read("una peli con niños").audience).toBe("kids");
});
