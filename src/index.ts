/**
 * Matinee as a library: load the model that ships or train one, and recommend with it.
 *
 * ```js
 * import { createRecommender, policyFrom, readArtifacts } from "matinee";
 *
 * const recommender = createRecommender(await readArtifacts(), policyFrom({}));
 * const now = Date.now();
 *
 * // A taste starts from what somebody said, oldest first, and moves with every verdict.
 * const feedback = [{ movie: "tt0113277", verdict: "favourite", atMs: now }];
 * let taste = recommender.taste(feedback);
 *
 * // What was said keeps its movies away.
 * const [best] = recommender.rank(taste, { feedback, atMs: now });
 * recommender.movie(best.row).title;
 * recommender.explain(taste, best.row).because;
 *
 * const liked = { movie: recommender.movie(best.row).id, verdict: "like", atMs: now };
 * taste = recommender.observe(taste, liked);
 *
 * // Undo is folding without it: the same taste as before, to the last bit.
 * taste = recommender.taste(feedback);
 * ```
 */
export { ArtifactError } from "./artifacts/artifact-error.ts";
export type { ModelCard } from "./artifacts/manifest.ts";
export type { Model, UserPrior } from "./artifacts/model.ts";
export { readArtifacts } from "./artifacts/read-artifacts.ts";
export { writeArtifacts } from "./artifacts/write-artifacts.ts";
export type { About, AboutFilm, AboutOptions } from "./catalog/about/about.ts";
export type { Catalog, TitleMatch } from "./catalog/catalog.ts";
export type { Films, FoundByPerson, FoundByTitle } from "./catalog/films.ts";
export type { Movie, MovieId } from "./catalog/movie.ts";
export type { Dataset, DatasetMovie, Ratings } from "./dataset/dataset.ts";
export { DatasetError } from "./dataset/dataset-error.ts";
export { readDataset } from "./dataset/read-dataset.ts";
export { InputError } from "./library/checked.ts";
export { createCatalog } from "./library/checked-catalog.ts";
export { type CheckedOptions, createRecommender } from "./library/checked-recommender.ts";
export { trainModel } from "./library/checked-training.ts";
export { readFilms } from "./library/read-films.ts";
export type { Feedback, Verdict } from "./recommender/feedback.ts";
export { type Filters, NO_FILTERS, type Standing } from "./recommender/filters.ts";
export { type Policy, PolicyError, type PolicyInput, policyFrom, readPolicy } from "./recommender/policy.ts";
export type { Explanation, RankOptions, Recommender } from "./recommender/recommender.ts";
export type { Evidence, Taste } from "./recommender/user-model.ts";
export type { TrainingData, TrainingOptions } from "./training/train-model.ts";
