import { readArtifacts } from "../artifacts/read-artifacts.ts";
import { readKnowledge } from "../artifacts/read-knowledge.ts";
import { createCatalog } from "../catalog/catalog.ts";
import type { World } from "../conversation/world.ts";
import { readPolicy } from "../recommender/policy.ts";
import { createRecommender } from "../recommender/recommender.ts";

/** Loads what every conversation shares: the model, the policy, the catalogue. @throws with what to do about it */
export async function openWorld(artifactsFolder: string, policyFile: string): Promise<World> {
  const [model, policy, knowledge] = await Promise.all([
    readArtifacts(artifactsFolder),
    readPolicy(policyFile),
    readKnowledge(artifactsFolder),
  ]);
  const catalog = createCatalog(model.movies, knowledge);
  return { recommender: createRecommender(model, policy, catalog.facts), catalog };
}
