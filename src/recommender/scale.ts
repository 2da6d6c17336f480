/** Values of different kinds on one scale: standard deviations over the candidates. */
import type { Model } from "../artifacts/model.ts";

/** Of fewer rows no scale is taken. */
const FEWEST_FOR_SCALE = 20;

/**
 * The rows whose scores set the scale: those that are known by ratings, where there are enough. The many placed films of which
 * nobody has heard lie close together, and would make small differences large.
 *
 * @param into where they are put, of the length of the rows at least
 */
export function scaleRows({ placement }: Model, rows: Int32Array, into: Int32Array): Int32Array {
  if (!placement) return rows;
  let count = 0;
  for (const row of rows) if (placement.deviation[row] === 0) into[count++] = row;
  return count < FEWEST_FOR_SCALE ? rows : into.subarray(0, count);
}

/** Brings a value to a scale on which those it was taken of have mean 0 and standard deviation 1; to 0 where these are all the same. */
export type Scale = (value: number) => number;

/** The scale of the values in these rows. */
export function scaleOf(values: Float64Array, rows: Int32Array): Scale {
  let sum = 0;
  let squares = 0;
  for (const row of rows) sum += values[row]!;
  const mean = sum / rows.length;
  for (const row of rows) squares += (values[row]! - mean) ** 2;
  const deviation = Math.sqrt(squares / rows.length);
  return deviation > 0 ? (value) => (value - mean) / deviation : () => 0;
}

/** Each in standard deviations above their mean; 0 where all are the same. */
export function standardScores(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0);
  return values.map((value) => (variance > 0 ? (value - mean) / Math.sqrt(variance) : 0));
}
