/** Kinds of stories that a text comes near by its meaning, though none of the words that tell them is in it. Pure. */
import { highest } from "../../numerics/highest.ts";
import { likeIn } from "./like-in.ts";
import type { Plot, SearchIndex } from "./search-index.ts";
import {
  createRowReader,
  dimensionsOf,
  dot,
  sumOf,
  unit,
  vectorOf,
  type WordVectors,
} from "./word-vectors.ts";

export interface Near {
  readonly plot: Plot;
  /**
   * The mean of the cosines with the nearest way to tell it and with the mean of all ways, and half of what it is nearer than the fourth
   * by: what is near to many kinds is near to all of them by chance.
   */
  readonly nearness: number;
}

export type NearPlots = (text: string) => Near[];

/** What a step of the middles is worth. */
const STEP = 1 / 127;
const LEAD = 0.5;
const BEHIND = 3;
/** By the middles of the kinds, those that are looked at way by way. */
const LOOKED_AT = 24;

/** [plots x dimensions] row-major, in steps of 1 / 127: the mean of the vectors of each one's ways, of length 1; zeros where no word is known. */
export function middlesOf(ways: SearchIndex["ways"], vectors: WordVectors): Int8Array {
  const dimensions = dimensionsOf(vectors);
  const middles = new Int8Array(ways.length * dimensions);
  for (const [plot, rows] of ways.entries()) {
    const sum = new Float32Array(dimensions);
    for (const way of rows.flatMap((each) => vectorOf(each, vectors) ?? []))
      for (let k = 0; k < dimensions; k++) sum[k]! += way[k]!;
    middles.set(
      (unit(sum) ?? sum).map((value) => Math.round(value / STEP)),
      plot * dimensions,
    );
  }
  return middles;
}

/** @returns the nearest first */
export function createNearPlots(index: SearchIndex): NearPlots {
  const { plots, vectors, ways, middles } = index;
  const rowsOf = createRowReader(vectors, likeIn(index));

  /** The cosine of a text with the middle of a kind. */
  const withMiddle = (plot: number, vector: Float32Array): number => {
    let sum = 0;
    for (let k = 0, at = plot * vector.length; k < vector.length; k++, at++) sum += vector[k]! * middles[at]!;
    return STEP * sum;
  };
  const sum = new Float32Array(dimensionsOf(vectors));
  /** And with the nearest way to tell it. */
  const withNearest = (plot: number, vector: Float32Array): number =>
    Math.max(
      ...ways[plot]!.map((rows) => {
        sumOf(rows, vectors, sum);
        return dot(sum, vector) / Math.max(Math.sqrt(dot(sum, sum)), Number.MIN_VALUE);
      }),
    );

  return (text) => {
    const vector = vectorOf(rowsOf(text), vectors);
    if (!vector) return [];
    const cosines = Float64Array.from(plots, (_, plot) => withMiddle(plot, vector));
    const near = highest(cosines, LOOKED_AT, (plot) => cosines[plot]! > 0)
      .map((plot) => ({ plot: plots[plot]!, cosine: (cosines[plot]! + withNearest(plot, vector)) / 2 }))
      .sort((a, b) => b.cosine - a.cosine);
    const behind = near[BEHIND]?.cosine ?? 0;
    return near.map(({ plot, cosine }) => ({ plot, nearness: cosine + LEAD * (cosine - behind) }));
  };
}
