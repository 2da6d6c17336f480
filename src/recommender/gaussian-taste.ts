/** The taste as a Gaussian over user embeddings: each verdict is an observation, with the policy's target and weight. */
import type { Model } from "../artifacts/model.ts";
import { VERDICTS, type Verdict } from "./feedback.ts";
import { gaussianPrior, type Observation, type Observed, type Posterior } from "./gaussian-posterior.ts";
import { weightOfVerdicts } from "./placed-films.ts";
import type { Policy } from "./policy.ts";
import type { Evidence, Sums, Taste, UserModel } from "./user-model.ts";

interface GaussianTaste extends Taste {
  /** [n] what was said of each movie: 0 for nothing, else one more than the verdict's place among all. */
  readonly opinions: Uint8Array;
  readonly observed: Observed;
  readonly posterior: Posterior;
}

export function gaussianUserModel(model: Model, policy: Policy["gaussian"]): UserModel & { sums: Sums } {
  const prior = gaussianPrior(model, policy);
  const { nothing } = prior;

  const weightOf = weightOfVerdicts(model);
  const observation = ({ row, verdict }: Evidence): Observation => {
    const { target, weight } = policy.verdicts[verdict];
    return { row, target, weight: weightOf(row, weight) };
  };

  /** Every piece of evidence that was ever met, by verdict and row: the same for all people who gave it. */
  const pieces = VERDICTS.map(() => new Array<Evidence | undefined>(model.movies.length));

  function evidenceIn(opinions: Uint8Array): Evidence[] {
    const evidence: Evidence[] = [];
    for (let row = 0; row < opinions.length; row++) {
      const code = opinions[row]!;
      if (code === 0) continue;
      const given = pieces[code - 1]!;
      const piece = given[row] ?? { row, verdict: VERDICTS[code - 1]! };
      given[row] = piece;
      evidence.push(piece);
    }
    return evidence;
  }

  /** The rest is computed when first needed: many a taste is only a step to the next. */
  function tasteOf(opinions: Uint8Array, observed: Observed): GaussianTaste {
    let evidence: readonly Evidence[] | undefined;
    let posterior: Posterior | undefined;
    return {
      opinions,
      observed,
      get evidence() {
        evidence ??= evidenceIn(opinions);
        return evidence;
      },
      get posterior() {
        posterior ??= prior.posterior(observed);
        return posterior;
      },
      get embedding() {
        return this.posterior.embedding;
      },
    };
  }

  function revise(
    taste: Taste,
    changes: Iterable<readonly [row: number, verdict: Verdict | undefined]>,
  ): GaussianTaste {
    const { opinions: before, observed } = taste as GaussianTaste;
    const opinions = before.slice();
    const added: Observation[] = [];
    const takenBack: Observation[] = [];
    for (const [row, verdict] of changes) {
      const replaced = verdictOf(opinions[row]!);
      if (replaced === verdict) continue;
      if (replaced) takenBack.push(observation({ row, verdict: replaced }));
      if (verdict) added.push(observation({ row, verdict }));
      opinions[row] = codeOf(verdict);
    }
    return tasteOf(opinions, prior.observe(observed, added, takenBack));
  }

  const nobody = tasteOf(new Uint8Array(model.movies.length), nothing);
  const posteriorOf = (taste: Taste): Posterior => (taste as GaussianTaste).posterior;
  const changesTo = (evidence: readonly Evidence[]) =>
    evidence.map(({ row, verdict }) => [row, verdict] as const);

  return {
    observe: (taste, given) => revise(taste, changesTo([given])),
    fold: (evidence) => revise(nobody, changesTo(evidence)),
    contributions(taste, row) {
      const { opinions, evidence } = taste as GaussianTaste;
      const { unrated, influenceOn } = posteriorOf(taste);
      const influence = influenceOn(row);
      const parts = new Float64Array(evidence.length);
      for (let observed = 0, at = 0; observed < opinions.length; observed++) {
        const code = opinions[observed]!;
        if (code === 0) continue;
        const part = partOf(observation({ row: observed, verdict: verdictOf(code)! }), unrated);
        if (part !== 0) parts[at] = part * influence(observed);
        at++;
      }
      return parts;
    },
    priorPart: (taste, row) => posteriorOf(taste).priorPart(row),
    uncertainty: (taste, row) => posteriorOf(taste).uncertainty(row),
    gains(taste, rows) {
      const { influenceOn } = posteriorOf(taste);
      return Float64Array.from(rows, (row) => {
        const influence = influenceOn(row);
        const { weight } = observation({ row, verdict: "like" });
        const taken = rows.reduce((sum, other) => sum + influence(other) ** 2, 0);
        return Math.sqrt(taken / (1 / weight + influence(row)));
      });
    },
    placementVariance: (taste) => posteriorOf(taste).placementVariance,
    isOfVerdicts: true,
    sums: {
      revise,
      of(taste) {
        const { precision, eta, targets } = (taste as GaussianTaste).observed;
        const sums = new Float64Array(precision.length + eta.length + targets.length);
        sums.set(precision);
        sums.set(eta, precision.length);
        sums.set(targets, precision.length + eta.length);
        return sums;
      },
      resume(evidence, sums) {
        const lengths = [nothing.precision, nothing.eta, nothing.targets].map(({ length }) => length);
        const [ofPrecision = 0, ofEta = 0, ofTargets = 0] = lengths;
        if (sums.length !== ofPrecision + ofEta + ofTargets || !sums.every(Number.isFinite)) return undefined;
        const opinions = new Uint8Array(model.movies.length);
        for (const { row, verdict } of evidence) opinions[row] = codeOf(verdict);
        return tasteOf(opinions, {
          count: evidence.filter(({ verdict }) => policy.verdicts[verdict].weight > 0).length,
          precision: sums.slice(0, ofPrecision),
          eta: sums.slice(ofPrecision, ofPrecision + ofEta),
          targets: sums.slice(ofPrecision + ofEta),
        });
      },
    },
  };
}

const codeOf = (verdict: Verdict | undefined): number => (verdict ? 1 + VERDICTS.indexOf(verdict) : 0);
const verdictOf = (code: number): Verdict | undefined => VERDICTS[code - 1];

/** (w + w0(n)) y, of what was observed at all */
const partOf = ({ target, weight }: Omit<Observation, "row">, unrated: number): number =>
  weight === 0 ? 0 : (weight + unrated) * target;
