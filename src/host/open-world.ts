import { readArtifacts } from "../artifacts/read-artifacts.ts";
import { createCatalog } from "../catalog/catalog.ts";
import type { World } from "../conversation/world.ts";
import type { IntentParser } from "../intent/parser.ts";
import { createRuleParser } from "../intent/rules/rule-parser.ts";
import { readWords } from "../intent/words.ts";
import { readPolicy } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";

/** Loads what every conversation shares: the model, the policy, the catalogue. @throws with what to do about it */
export async function openWorld(artifactsFolder: string, policyFile: string): Promise<World> {
  const [model, policy] = await Promise.all([readArtifacts(artifactsFolder), readPolicy(policyFile)]);
  return { recommender: createRecommender(model, policy), catalog: createCatalog(model.movies) };
}

/** What reads people's words: rules over the word lists in a folder. @throws with what is wrong in which file */
export async function openParser({ catalog }: World, wordsFolder: string): Promise<IntentParser> {
  return createRuleParser({
    words: await readWords(wordsFolder),
    catalog,
    thisYear: new Date().getFullYear(),
  });
}
