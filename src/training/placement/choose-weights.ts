/**
 * What each kind of knowledge counts, and how far films are to be trusted, chosen by how well the films learned from are
 * predicted while they are left out. No other film has a say.
 */
import type { FilmFeatures, Kind } from "./film-features.ts";
import { likenessRegression } from "./likeness-regression.ts";

/** Kinds that count alike. */
const GROUPS = {
  shape: ["genre", "period", "country", "language"],
  people: ["director", "cast"],
  series: ["series"],
  tags: ["tag"],
  words: ["word"],
  crowd: ["crowd"],
} as const satisfies Record<string, readonly Kind[]>;
type Group = keyof typeof GROUPS;

export interface PlacementWeights {
  /** Of the variance of a film with many ratings around what its likes predict; of one with few it is more. */
  readonly noise: number;
  readonly groups: Readonly<Record<Group, number>>;
}

/** Where the search starts: found on films of other draws than those that are reported on. */
const START: PlacementWeights = {
  noise: 4,
  groups: { shape: 1, people: 1, series: 1, tags: 1, words: 0.5, crowd: 1 },
};
const FACTORS = [1 / 3, 3];

/** [columns] */
export function columnWeights({ kindOf }: FilmFeatures, { groups }: PlacementWeights): Float64Array {
  const weightOf = new Map<Kind, number>();
  for (const group of Object.keys(GROUPS) as Group[])
    for (const kind of GROUPS[group]) weightOf.set(kind, groups[group]);
  return Float64Array.from(kindOf, (kind) => weightOf.get(kind)!);
}

export interface ChoiceTask {
  /** Of the films to choose by alone. */
  readonly features: FilmFeatures;
  /** [N] how often each was rated */
  readonly ratings: Int32Array;
  /** [N x d] */
  readonly targets: Float64Array;
  readonly dimensions: number;
  /** [d] what the square of an error counts */
  readonly importance: Float64Array;
  readonly threads?: number;
}

/** One weight after the other is tried at a third and at three times of what it is; what predicts better stays. */
export async function chooseWeights(task: ChoiceTask): Promise<PlacementWeights> {
  let best = START;
  let least = await leftOutError(task, best);
  const attempt = async (weights: PlacementWeights) => {
    const error = await leftOutError(task, weights);
    if (error < least) [best, least] = [weights, error];
  };
  for (const factor of FACTORS) await attempt({ ...best, noise: factor * START.noise });
  for (const group of Object.keys(GROUPS) as Group[])
    for (const factor of FACTORS)
      await attempt({ ...best, groups: { ...best.groups, [group]: factor * START.groups[group] } });
  return best;
}

/** Of the embedding of a film rated so often, the part that is noise is as large as with weight 1 twice that. */
const HALF_TRUSTED_RATINGS = 10;

/** [N] */
export const noiseOf = (ratings: Int32Array, { noise }: PlacementWeights): Float64Array =>
  Float64Array.from(ratings, (count) => noise / trustIn(count));

/** How far the embedding of a film with so many ratings is to be trusted, in [0, 1]. */
export const trustIn = (ratings: number): number => ratings / (ratings + HALF_TRUSTED_RATINGS);

async function leftOutError(task: ChoiceTask, weights: PlacementWeights): Promise<number> {
  const { features, ratings, targets, dimensions: d, importance, threads } = task;
  const { leftOut } = await likenessRegression({
    features: features.matrix,
    weights: columnWeights(features, weights),
    noise: noiseOf(ratings, weights),
    targets,
    dimensions: d,
    ...(threads !== undefined && { threads }),
  });
  let error = 0;
  for (let at = 0; at < targets.length; at++)
    error += importance[at % d]! * trustIn(ratings[Math.floor(at / d)]!) * (targets[at]! - leftOut[at]!) ** 2;
  return error;
}
