/** Values of different kinds on one scale: standard deviations over the candidates. */
import type { Model } from "../artifacts/model.ts";

/** Of fewer rows no scale is taken. */
const FEWEST_FOR_SCALE = 20;

/**
 * The rows whose scores set the scale: those that are known by ratings, where there are enough. The many placed films of which
 * nobody has heard lie close together, and would make small differences large.
 */
export function scaleRows({ placement }: Model, rows: Int32Array): Int32Array {
  if (!placement) return rows;
  const known = rows.filter((row) => placement.deviation[row] === 0);
  return known.length < FEWEST_FOR_SCALE ? rows : known;
}

/** [rows] the values in these rows, on a scale on which those of `scale` have mean 0 and standard deviation 1; all 0 where these are all the same. */
export function standardised(rows: Int32Array, values: Float64Array, scale: Int32Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (const row of scale) sum += values[row]!;
  const mean = sum / scale.length;
  for (const row of scale) squares += (values[row]! - mean) ** 2;
  const deviation = Math.sqrt(squares / scale.length);
  const standard = new Float64Array(rows.length);
  if (deviation > 0)
    for (let at = 0; at < rows.length; at++) standard[at] = (values[rows[at]!]! - mean) / deviation;
  return standard;
}
