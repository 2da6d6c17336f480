import { checkpoint } from "../numerics/work.ts";
import type { Fit, FitData, FitOptions } from "./fit.ts";
import type { FittedModel } from "./fitted-model.ts";
import { hybridOf } from "./hybrid.ts";

export interface HybridOptions extends FitOptions {
  readonly retrievers: readonly Fit[];
  readonly rater: Fit;
  /** As of HybridParts. */
  readonly candidates?: number;
  readonly retrievalStars?: number;
}

/** Fits the parts of a hybrid one after the other. */
export async function fitHybrid(data: FitData, options: HybridOptions): Promise<FittedModel> {
  const { retrievers, rater, candidates = 100, retrievalStars = 0 } = options;
  const parts = [...retrievers, rater];
  const fitted: FittedModel[] = [];
  for (const [at, fit] of parts.entries()) {
    const onProgress = (share: number) => options.onProgress?.((0.99 * (at + share)) / parts.length);
    fitted.push(await fit(data, { ...options, onProgress }));
  }
  const hybrid = hybridOf({
    retrievers: fitted.slice(0, -1),
    rater: fitted.at(-1)!,
    candidates,
    retrievalStars,
  });
  await checkpoint(options, 1);
  return hybrid;
}
