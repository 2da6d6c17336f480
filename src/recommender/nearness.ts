/** "More like these": how near movies are to others, by who likes them and by what they are. */
import { LRUCache } from "lru-cache";
import type { Model } from "../artifacts/model.ts";
import { genresShared } from "../catalog/genres.ts";
import type { Likeness } from "../catalog/likeness.ts";
import { kinship } from "./kinship.ts";
import { perModel } from "./per-model.ts";
import { scaleOf } from "./scale.ts";
import { modelScoresOf } from "./score.ts";

/** What profiles of traits, and genres in common, count beside a likeness by what is known of films. Chosen on the open half of data/likeness.yaml. */
const TRAITS = 1.5;
const GENRES = 0.1;
const OF_A_DOCUMENTARY = -0.5;
/** Who watches a film, and what it looks like, sets films apart more than their other genres: so much is taken off for each. */
const SETS_APART = ["Children", "Animation"];
const APART = 0.15;
/** Films remembered by the model: a wish stands for many turns. */
const MOST_REMEMBERED = 16;

/**
 * [rows] how near they are to these movies, in standard deviations: by who likes them and by what they are.
 *
 * @param inKind share of what they are, where the model knows it
 */
export function nearnessTo(
  model: Model,
  { rows, scale }: { readonly rows: Int32Array; readonly scale: Int32Array },
  near: readonly number[],
  { inKind, likeness }: { readonly inKind: number; readonly likeness?: Likeness },
): Float64Array {
  const alike = likedAlike(model, near);
  const ofAlike = scaleOf(alike, scale);
  const likedIn = (row: number) => ofAlike(alike[row]!);
  if (model.traits.size === 0 && !likeness) return Float64Array.from(rows, likedIn);
  const kind = ofAKind(model, near, likeness);
  const ofKind = scaleOf(kind, scale);
  return Float64Array.from(rows, (row) => (1 - inKind) * likedIn(row) + inKind * ofKind(kind[row]!));
}

/**
 * [movies] how alike they are to these in kind. Of several the mean of the roots, squared: what has a little of each comes before
 * what has much of one, so that "Alien meets Notting Hill" is neither the one nor the other.
 */
function ofAKind(model: Model, near: readonly number[], likeness: Likeness | undefined): Float64Array {
  const mean = new Float64Array(model.movies.length);
  for (const row of near) {
    const kin = kinshipTo(model, row);
    const known = likeness?.(row);
    const { genres } = model.movies[row]!;
    for (let other = 0; other < mean.length; other++)
      mean[other]! +=
        signedRoot(
          TRAITS * kin[other]! + ofGenres(genres, model.movies[other]!.genres) + (known?.[other] ?? 0),
        ) / near.length;
  }
  return mean.map((value) => value * Math.abs(value));
}

/**
 * What genres in common count; less than nothing for a documentary beside a film that is none, whatever it tells, and so much less for
 * what is for children, or drawn, beside what is not.
 */
function ofGenres(some: readonly string[], others: readonly string[]): number {
  const isOther = (genre: string) => some.includes(genre) !== others.includes(genre);
  if (isOther("Documentary")) return GENRES * OF_A_DOCUMENTARY;
  let value = GENRES * genresShared(some, others);
  for (const genre of SETS_APART) if (isOther(genre)) value -= APART;
  return value;
}

const signedRoot = (value: number): number => Math.sign(value) * Math.sqrt(Math.abs(value));

function kinshipTo(model: Model, row: number): Float64Array {
  const remembered = kinships(model);
  const known = remembered.get(row) ?? kinship(model, [row]);
  remembered.set(row, known);
  return known;
}

const kinships = perModel((_: Model) => new LRUCache<number, Float64Array>({ max: MOST_REMEMBERED }));

/**
 * Cosine of each item embedding with the mean direction of these, times that mean's length; 0 for movies without an
 * embedding.
 */
function likedAlike(model: Model, near: readonly number[]): Float64Array {
  const { embeddings, dimensions: d } = model;
  const lengthOf = lengthsOf(model);
  const direction = new Float64Array(d);
  for (const row of near) {
    if (lengthOf[row] === 0) continue;
    for (let k = 0; k < d; k++) direction[k]! += embeddings[row * d + k]! / lengthOf[row]! / near.length;
  }
  const scores = modelScoresOf(model, direction);
  for (let row = 0; row < scores.length; row++) {
    scores[row] = lengthOf[row] === 0 ? 0 : scores[row]! / lengthOf[row]!;
  }
  return scores;
}

/** [n] the root of the mean square length of each item embedding */
export const lengthsOf = perModel(({ movies, embeddings, dimensions: d, placement }: Model) => {
  const computed = new Float64Array(movies.length);
  const spread = placement?.spread.reduce((sum, value) => sum + value, 0) ?? 0;
  for (let row = 0; row < computed.length; row++) {
    let squared = placement ? spread * placement.deviation[row]! ** 2 : 0;
    for (let k = row * d; k < (row + 1) * d; k++) squared += embeddings[k]! * embeddings[k]!;
    computed[row] = Math.sqrt(squared);
  }
  return computed;
});
