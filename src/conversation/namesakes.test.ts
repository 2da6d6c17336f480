/** Names that several people have: who is meant is asked, and what else was said holds. */
import { expect, test } from "vitest";
import { createCatalog } from "../catalog/catalog.ts";
import { type Knowledge, NOTHING_KNOWN } from "../catalog/knowledge.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";
import { policyFrom } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";
import { tinyModel } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";

const CAST: Readonly<Record<string, readonly string[]>> = {
  tt0000006: ["Wes Harper"],
  tt0000007: ["Brad Harper"],
  tt0000008: ["Wes Harper"],
  tt0000009: ["Brad Harper"],
};
const knowledge: Knowledge = {
  ...NOTHING_KNOWN,
  factsOf: (id) => CAST[id] && { cast: { value: CAST[id], source: "Wikidata" } },
};
const catalog = createCatalog(tinyModel().movies, knowledge);
const world = { catalog, recommender: createRecommender(tinyModel(), policyFrom({}), catalog.facts) };
const parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });
const play = (script: string) => transcript(world, script, shownFirst(world), parser);

test("who is meant is asked, and picked by number, place or a part of the name", () => {
  for (const answer of ["1", "the first one", "Wes", "I mean Wes Harper"])
    play(`
      you: a comedy with Harper
      bot: Which Harper do you mean?
      bot: 1. Wes Harper
      bot: 2. Brad Harper
      bot: Answer with a number or a name, or 0 for none of these.
      you: ${answer}
      bot: Comedy · with Wes Harper
      bot: [Amelie (2001)]
      bot: People of all tastes like it.
    `);
});

test("none of them leaves the rest of the wish", () => {
  const { dialogue } = play(`
    you: a comedy with Harper
    bot: Which Harper do you mean?
    bot: 1. Wes Harper
    bot: 2. Brad Harper
    bot: Answer with a number or a name, or 0 for none of these.
    you: 0
    bot: Comedy
    bot: [Amelie (2001)]
    bot: People of all tastes like it.
  `);
  expect(dialogue.wish?.filters.genresIn).toEqual(["Comedy"]);
  expect(dialogue.namesakes).toBeUndefined();
});
