/** The real rules over the real word lists, for the tiny catalogue. */
import { createCatalog } from "../../catalog/catalog.ts";
import { createRuleParser } from "../../intent/rules/rule-parser.ts";
import { readWords } from "../../intent/words.ts";
import { tinyModel } from "./tiny-world.ts";

export const tinyParser = createRuleParser({
  words: await readWords("data/words"),
  catalog: createCatalog(tinyModel().movies),
  thisYear: 2026,
});
