/** Where words stand, and in which colour they can be read there. */
import { contrast, LEAST_CONTRAST } from "./colour.ts";
import type { Palette } from "./palettes.ts";
import type { TypeBlock } from "./type/set-block.ts";

type Place = Pick<TypeBlock, "x" | "y" | "width" | "height" | "across" | "down">;

export const MARGIN = 46;
const FULL = { x: MARGIN, width: 600 - 2 * MARGIN };

/** Least contrast of a colour on any of the backdrops. */
const least = (colour: string, on: readonly string[]): number =>
  Math.min(...on.map((each) => contrast(colour, each)));

/**
 * @param on the colours that lie under the words
 * @param preferred a colour to take for the title where it can be read well
 */
export function words(
  place: Place,
  { ink, paper }: Palette,
  on: readonly string[],
  preferred?: string,
): TypeBlock {
  const quiet = least(paper, on) >= least(ink, on) ? paper : ink;
  const fill = preferred !== undefined && least(preferred, on) >= LEAST_CONTRAST ? preferred : quiet;
  return { ...place, fill, quiet, on };
}

type Across = TypeBlock["across"];

export const atTop = (height: number, across: Across = "left", y = 52): Place => ({
  ...FULL,
  y,
  height,
  across,
  down: "top",
});

export const atBottom = (height: number, across: Across = "left", below = 52): Place => ({
  ...FULL,
  y: 900 - below - height,
  height,
  across,
  down: "bottom",
});

export const between = (y: number, height: number, across: Across = "middle"): Place => ({
  ...FULL,
  y,
  height,
  across,
  down: "middle",
});
