/**
 * Matinee as a library: train a model or load the one that ships, and recommend with it.
 *
 * ```ts
 * import { createRecommender, policyFrom, readArtifacts } from "matinee";
 *
 * const recommender = createRecommender(await readArtifacts("artifacts"), policyFrom({}));
 * ```
 */

export type { Model } from "./artifacts/model.ts";
export { readArtifacts } from "./artifacts/read-artifacts.ts";
