import type { UserPrior } from "../artifacts/model.ts";
import { gramOf } from "../numerics/gram.ts";
import type { Factors } from "./factors.ts";

/**
 * Where the training users lie: mean and covariance of the rows of X [m x d], the users' coordinates in the space of
 * the item embeddings. The covariance divides by m - 1.
 *
 * @param weights [m] how many people each of them counts as; m is their sum then. Default: 1 each
 */
export function userPriorOf({ dimensions: d, users: x, movies }: Factors, weights?: Float64Array): UserPrior {
  const weightOf = (at: number) => weights?.[Math.floor(at / d)] ?? 1;
  const users = weights?.reduce((sum, weight) => sum + weight, 0) ?? x.length / d;
  const mean = new Float64Array(d);
  x.forEach((value, at) => {
    mean[at % d]! += (weightOf(at) * value) / users;
  });
  const centred = x.map((value, at) => Math.sqrt(weightOf(at)) * (value - mean[at % d]!));
  const covariance = gramOf(centred, d).map((value) => value / Math.max(1, users - 1));
  return { mean, covariance, gram: gramOf(Float32Array.from(movies), d) };
}
