/** Kinds of stories that a text comes near by its meaning, though none of the words that tell them is in it. Pure. */
import { LRUCache } from "lru-cache";
import { highest } from "../../numerics/highest.ts";
import { createRowScorer } from "../../numerics/row-scorer.ts";
import { once } from "../once.ts";
import { likeIn } from "./like-in.ts";
import type { Plot, SearchIndex } from "./search-index.ts";
import { createRowReader, dimensionsOf, unit, vectorOf, type WordVectors } from "./word-vectors.ts";

export interface Near {
  readonly plot: Plot;
  /**
   * The mean of the cosines with the nearest way to tell it and with the mean of all ways, and half of what it is nearer than the fourth
   * by: what is near to many kinds is near to all of them by chance.
   */
  readonly nearness: number;
}

export type NearPlots = (text: string) => readonly Near[];

/** What a step of the middles is worth. */
const STEP = 1 / 127;
const LEAD = 0.5;
const BEHIND = 3;
/** By the middles of the kinds, those that are looked at way by way. */
const LOOKED_AT = 24;
/** Texts: what is read is asked for next. */
const MOST_REMEMBERED = 200;

/** [plots x dimensions] row-major, in steps of 1 / 127: the mean of the vectors of each one's ways, of length 1; zeros where no word is known. */
export function middlesOf(ways: SearchIndex["ways"], vectors: WordVectors): Int8Array {
  const dimensions = dimensionsOf(vectors);
  const middles = new Int8Array(ways.length * dimensions);
  for (const [plot, rows] of ways.entries()) {
    const sum = new Float32Array(dimensions);
    for (const way of rows.flatMap((each) => vectorOf(each, vectors) ?? []))
      for (let k = 0; k < dimensions; k++) sum[k]! += way[k]!;
    middles.set(stepsOf(unit(sum), dimensions), plot * dimensions);
  }
  return middles;
}

/** @returns the nearest first */
export function createNearPlots(index: SearchIndex): NearPlots {
  const { plots, vectors, ways, middles } = index;
  const rowsOf = createRowReader(vectors, likeIn(index));

  const size = dimensionsOf(vectors);
  const withMiddles = once(() =>
    createRowScorer(
      Float32Array.from(middles, (step) => STEP * step),
      size,
    ),
  );
  /** The vectors of the ways to tell each kind, kept once a text was compared with them. */
  const waysOf = new Map<number, Int8Array>();
  const readWays = (plot: number): Int8Array => {
    const read = Int8Array.from(ways[plot]!.flatMap((rows) => stepsOf(vectorOf(rows, vectors), size)));
    waysOf.set(plot, read);
    return read;
  };
  /** The cosine of a text with the nearest way to tell a kind. */
  const withNearest = (plot: number, vector: Float32Array): number => {
    const told = waysOf.get(plot) ?? readWays(plot);
    let nearest = 0;
    for (let at = 0; at < told.length; at += size) nearest = Math.max(nearest, cosineWith(told, at, vector));
    return nearest;
  };

  const nearTo = (text: string): Near[] => {
    const vector = vectorOf(rowsOf(text), vectors);
    if (!vector) return [];
    const cosines = withMiddles()(vector, new Float64Array(plots.length));
    const near = highest(cosines, LOOKED_AT, (plot) => cosines[plot]! > 0)
      .map((plot) => ({ plot: plots[plot]!, cosine: (cosines[plot]! + withNearest(plot, vector)) / 2 }))
      .sort((a, b) => b.cosine - a.cosine);
    const behind = near[BEHIND]?.cosine ?? 0;
    return near.map(({ plot, cosine }) => ({ plot, nearness: cosine + LEAD * (cosine - behind) }));
  };

  const remembered = new LRUCache<string, readonly Near[]>({ max: MOST_REMEMBERED });
  return (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const near = nearTo(text);
    remembered.set(text, near);
    return near;
  };
}

/** The cosine of a vector of length 1 with the one in steps that begins at a place: four sums side by side, which none waits for another. */
function cosineWith(steps: Int8Array, from: number, vector: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  let k = 0;
  for (let at = from; k + 3 < vector.length; k += 4, at += 4) {
    a += vector[k]! * steps[at]!;
    b += vector[k + 1]! * steps[at + 1]!;
    c += vector[k + 2]! * steps[at + 2]!;
    d += vector[k + 3]! * steps[at + 3]!;
  }
  for (; k < vector.length; k++) a += vector[k]! * steps[from + k]!;
  return STEP * (a + b + c + d);
}

/** In steps of 1 / 127; zeros of nothing. */
const stepsOf = (vector: Float32Array | undefined, size: number): number[] =>
  Array.from(vector ?? new Float32Array(size), (value) => Math.round(value / STEP));
