/** The taste as a Gaussian over user embeddings: each verdict is an observation, with the policy's target and weight. */
import type { Model } from "../artifacts/model.ts";
import { gaussianPrior, type Observation, type Observed, type Posterior } from "./gaussian-posterior.ts";
import type { Policy } from "./policy.ts";
import type { Evidence, Taste, UserModel } from "./user-model.ts";

interface GaussianTaste extends Taste {
  readonly known: () => Known;
}

/** Computed when first needed: ranking needs the embedding alone. */
interface Known {
  readonly observed: Observed;
  readonly posterior: Posterior;
}

export function gaussianUserModel(model: Model, policy: Policy["gaussian"]): UserModel {
  const prior = gaussianPrior(model, policy);

  const observation = ({ row, verdict }: Evidence): Observation => ({ row, ...policy.verdicts[verdict] });

  function knownAfter(before: Observed, evidence: readonly Evidence[]): Known {
    const observed = prior.observe(before, evidence.map(observation));
    return { observed, posterior: prior.posterior(observed) };
  }

  function tasteOf(evidence: readonly Evidence[], known: Known): GaussianTaste {
    return { evidence, embedding: known.posterior.embedding, known: () => known };
  }

  const knownOf = (taste: Taste): Known => (taste as GaussianTaste).known();

  return {
    observe: (taste, given) =>
      tasteOf([...taste.evidence, given], knownAfter(knownOf(taste).observed, [given])),
    fold: (evidence) => tasteOf(evidence, knownAfter(prior.nothing, evidence)),
    resume(evidence, embedding) {
      let known: Known | undefined;
      const folded = () => {
        known ??= knownAfter(prior.nothing, evidence);
        return known;
      };
      const resumed: GaussianTaste = { evidence, embedding, known: folded };
      return resumed;
    },
    contributions: (taste, row) =>
      knownOf(taste).posterior.contributions(row, taste.evidence.map(observation)),
    priorPart: (taste, row) => knownOf(taste).posterior.priorPart(row),
    uncertainty: (taste, row) => knownOf(taste).posterior.uncertainty(row),
  };
}
