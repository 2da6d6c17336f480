/** The real rules over the real word lists, for the tiny catalogue. */
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { createRuleParser } from "../../intent/rules/rule-parser.ts";
import { readWords } from "../../intent/words.ts";
import { tinyModel } from "./tiny-world.ts";

export const tinyParser = createRuleParser({
  words: await readWords("data/words"),
  catalog: createCatalog(tinyModel().movies, { ...NOTHING_KNOWN, names: fewNames }),
  thisYear: 2026,
});
