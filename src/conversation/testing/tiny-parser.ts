/** The real rules over the real word lists, for the tiny catalogue. */
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { readerBy } from "../../intent/reader.ts";
import { createReading } from "../../intent/reading/read.ts";
import { createRuleParser } from "../../intent/rules/rule-parser.ts";
import { readWords } from "../../intent/words.ts";
import { tinyModel } from "./tiny-world.ts";

const catalog = createCatalog(tinyModel().movies, { ...NOTHING_KNOWN, names: fewNames });

export const tinyParser = createRuleParser({
  words: await readWords("data/words"),
  catalog,
  thisYear: 2026,
});

export const tinyRead = createReading({ catalog, rules: tinyParser, tags: tinyModel().traits.keys() });
export const tinyReader = readerBy(tinyRead);
