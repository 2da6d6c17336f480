import { createCatalog } from "../../../catalog/catalog.ts";
import { movie } from "../../../catalog/testing/movie.ts";
import { readWords } from "../../words.ts";
import { createRuleParser, type RuleParser } from "../rule-parser.ts";

const WELL_KNOWN = 10_000;

/** Knows these films alone, all of them well known, by the words that ship. */
export async function parserOf(titles: readonly string[]): Promise<RuleParser> {
  const movies = titles.map((title, i) => movie(`m${i}`, title, 1980 + i, WELL_KNOWN));
  return createRuleParser({
    words: await readWords("data/words"),
    catalog: createCatalog(movies),
    thisYear: 2026,
  });
}
