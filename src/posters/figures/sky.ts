/** What is scattered over a ground: stars, snow, specks, birds. */
import type { Random } from "../../numerics/random.ts";
import { circle, num, placed } from "../draw.ts";
import { bird } from "./things.ts";

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stars of several sizes, as one path. */
export function stars(
  random: Random,
  count: number,
  fill: string,
  { x, y, width, height }: Area,
  largest = 2.2,
): string {
  let d = "";
  for (let i = 0; i < count; i++) {
    const r = 0.5 + largest * random.uniform() ** 3;
    d += `M${num(x + width * random.uniform())} ${num(y + height * random.uniform())}m${num(-r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(2 * r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(-2 * r)} 0Z`;
  }
  return `<path fill="${fill}" d="${d}"/>`;
}

export function flock(
  random: Random,
  count: number,
  fill: string,
  { x, y, width, height }: Area,
  size = 1,
): string {
  return Array.from({ length: count }, () =>
    placed(
      bird(fill),
      x + width * random.uniform(),
      y + height * random.uniform(),
      size * (0.5 + 0.8 * random.uniform()),
      -15 + 30 * random.uniform(),
    ),
  ).join("");
}

/** A disc with a paler ring of light about it. */
export const sun = (cx: number, cy: number, r: number, fill: string, halo?: string): string =>
  (halo === undefined
    ? ""
    : circle(cx, cy, r * 1.35, halo, { "fill-opacity": 0.22 }) +
      circle(cx, cy, r * 1.7, halo, { "fill-opacity": 0.12 })) + circle(cx, cy, r, fill);

/** A moon that wanes: a disc less another, in the colour behind it. */
export const crescent = (cx: number, cy: number, r: number, fill: string): string =>
  `<path fill="${fill}" d="M${num(cx + r * 0.4)} ${num(cy - r * 0.92)}A${num(r)} ${num(r)} 0 1 0 ${num(cx + r * 0.4)} ${num(cy + r * 0.92)}A${num(r * 0.8)} ${num(r * 0.95)} 0 1 1 ${num(cx + r * 0.4)} ${num(cy - r * 0.92)}Z"/>`;
