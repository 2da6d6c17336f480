/**
 * How every movie stands to a trait (a mood, an occasion, a theme), learned from example films.
 *
 * Good examples are to score 1 and bad ones -1. Two kinds of movies nobody named count for less, as examples
 * against it: good examples of the trait's opposites, and a few drawn from all the rest, since most movies
 * have nothing to do with it (learning from positive and unlabelled examples: Elkan & Noto 2008).
 */
import { createRandom } from "../../numerics/random.ts";
import { type MovieFeatures, traitDesign } from "./movie-features.ts";
import { plattSigmoid, probability } from "./platt.ts";
import { type Design, ridge, type Sample, scoresOf } from "./ridge.ts";
import type { TraitExamples } from "./trait-examples.ts";

/** Of the squared coefficients' distance from what is believed of them. From 4 to 16 it hardly matters. */
const PENALTY = 8;
/** The intercept is not drawn anywhere. */
const FREE = 1e-6;
/**
 * What these weigh together, where the good examples together weigh 1. The bad examples of a rare trait are mostly
 * near misses, which by themselves would teach little but what lies near: the others stand for the rest.
 */
const COMMON = { bad: 1, opposites: 0.3, others: 0.3 };
const RARE = { bad: 0.3, opposites: 0.3, others: 1 };
/** How many movies without a rare trait there are taken to be for one with it: who asks for one gets hardly any other. */
const RARE_ODDS = 4;
/** Good examples together weigh as much as so many rows of weight 1. */
const GOOD_WEIGHT = 50;
/** So many movies nobody named are drawn. */
const OTHERS = 300;
/** Of those known to be without the trait, for they are surer. */
const OTHERS_KNOWN = 1_000;
const FOLDS = 5;
/** Of either kind: one for every fold. */
export const FEWEST_EXAMPLES = FOLDS;

export interface TraitTask {
  /** By which texts are known to speak of it. Default: they are not. */
  readonly name?: string;
  readonly trait: Pick<TraitExamples, "genres" | "tags" | "titles" | "rare">;
  /** Rows of movies. */
  readonly good: readonly number[];
  readonly bad: readonly number[];
  /** Good examples of opposites. */
  readonly opposites: readonly number[];
  /** Movies known to be without it; where there are none, those that nobody named stand for them. */
  readonly without?: readonly number[];
}

/** Probabilities that a movie rather has the trait than not. */
export interface LearnedTrait {
  /** [n] */
  readonly fits: Float64Array;
  /** Of examples while they were left out; for a rare trait, of the movies nobody named as well. */
  readonly heldOut: { readonly good: readonly number[]; readonly bad: readonly number[] };
}

/** @throws RangeError with fewer than FEWEST_EXAMPLES of a kind */
export function learnTrait(
  features: MovieFeatures,
  { name, trait, good, bad, opposites, without = [] }: TraitTask,
): LearnedTrait {
  if (Math.min(good.length, bad.length) < FEWEST_EXAMPLES) {
    throw new RangeError(
      `${good.length} good and ${bad.length} bad examples, expected ${FEWEST_EXAMPLES} of each`,
    );
  }
  const { design, belief, compareWith } = traitDesign(features, trait, name);
  const random = createRandom(0);
  const named = new Set([...good, ...bad]);
  const candidates = without.length > 0 ? without : features.titles.keys();
  const unnamed = random.shuffle(Int32Array.from(candidates).filter((row) => !named.has(row)));
  const shuffled = {
    good: random.shuffle([...good]),
    bad: random.shuffle([...bad]),
    others: [...unnamed.subarray(0, without.length > 0 ? OTHERS_KNOWN : OTHERS)],
  };
  const against = opposites.filter((row) => !named.has(row));
  const weights = trait.rare ? RARE : COMMON;
  const learn = (part: (rows: readonly number[]) => readonly number[]) => {
    compareWith(part(shuffled.good));
    return scoresFrom(design, belief, [
      ...samples(part(shuffled.good), 1, 1),
      ...samples(part(shuffled.bad), -1, weights.bad),
      ...samples(part(shuffled.others), -1, weights.others),
      ...samples(against, -1, weights.opposites),
    ]);
  };

  const heldOut = { good: [] as number[], bad: [] as number[], others: [] as number[] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = learn((rows) => rows.filter((_, at) => at % FOLDS !== fold));
    for (const kind of ["good", "bad", "others"] as const) {
      const left = shuffled[kind].filter((_, at) => at % FOLDS === fold);
      heldOut[kind].push(...left.map((row) => kept[row]!));
    }
  }
  const notGood = trait.rare ? [...heldOut.bad, ...heldOut.others] : heldOut.bad;
  const sigmoid = plattSigmoid(heldOut.good, notGood, trait.rare ? RARE_ODDS : 1);
  const fits = learn((rows) => rows).map((score) => probability(sigmoid, score));
  for (const row of good) fits[row] = (fits[row]! + 1) / 2;
  for (const row of bad) fits[row] = fits[row]! / 2;
  const probabilities = (scores: readonly number[]) => scores.map((score) => probability(sigmoid, score));
  return { fits, heldOut: { good: probabilities(heldOut.good), bad: probabilities(notGood) } };
}

const samples = (rows: readonly number[], target: number, together: number): Sample[] =>
  rows.map((row) => ({ row, target, weight: (GOOD_WEIGHT * together) / rows.length }));

function scoresFrom(design: Design, belief: Float64Array, samples: readonly Sample[]): Float64Array {
  const penalties = new Float64Array(design.width).fill(PENALTY);
  penalties[0] = FREE;
  return scoresOf(design, ridge(design, samples, penalties, belief));
}
