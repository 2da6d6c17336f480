/** Kinds of stories that a text comes near by its meaning, though none of the words that tell them is in it. Pure. */
import { highest } from "../../numerics/highest.ts";
import type { Plot } from "./search-index.ts";
import { waysToTell } from "./ways-to-tell.ts";
import { dot, type TextEncoder, unit } from "./word-vectors.ts";

export interface Near {
  readonly plot: Plot;
  /**
   * The mean of the cosines with the nearest way to tell it and with the mean of all ways, and half of what it is nearer than the fourth
   * by: what is near to many kinds is near to all of them by chance.
   */
  readonly nearness: number;
}

export type NearPlots = (text: string) => Near[];

interface Told {
  readonly plot: Plot;
  /** Of each way to tell it, and of all of them. */
  readonly ways: readonly Float32Array[];
  readonly middle: Float32Array;
}

const LEAD = 0.5;
const BEHIND = 3;
/** By the middles of the kinds, those that are looked at way by way. */
const LOOKED_AT = 40;

/** @returns the nearest first */
export function createNearPlots(plots: readonly Plot[], encode: TextEncoder): NearPlots {
  const told = plots.flatMap((plot) => toldBy(plot, encode) ?? []);
  return (text) => {
    const vector = encode(text);
    if (!vector) return [];
    const cosines = Float64Array.from(told, ({ middle }) => dot(middle, vector));
    const near = highest(cosines, LOOKED_AT, () => true)
      .map((at) => ({
        plot: told[at]!.plot,
        cosine: (cosines[at]! + Math.max(...told[at]!.ways.map((way) => dot(way, vector)))) / 2,
      }))
      .sort((a, b) => b.cosine - a.cosine);
    const behind = near[BEHIND]?.cosine ?? 0;
    return near.map(({ plot, cosine }) => ({ plot, nearness: cosine + LEAD * (cosine - behind) }));
  };
}

function toldBy(plot: Plot, encode: TextEncoder): Told | undefined {
  const ways = waysToTell(plot).flatMap((way) => encode(way) ?? []);
  const sum = new Float32Array(ways[0]?.length ?? 0);
  for (const way of ways) for (let k = 0; k < sum.length; k++) sum[k]! += way[k]!;
  const middle = unit(sum);
  return middle && { plot, ways, middle };
}
