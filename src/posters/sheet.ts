/** Many posters side by side, to be judged together. */
import { HEIGHT, WIDTH } from "./draw.ts";
import type { Poster } from "./poster.ts";

const GAP = 24;

/** Ids within a poster are its own only as long as it stands alone. */
const withOwnIds = (svg: string, at: number): string =>
  svg.replace(/\b(id="|url\(#)/g, `$1p${at}-`).replace(/ role="img"/, "");

/** @param columns posters in a row */
export function sheetOf(posters: readonly Poster[], columns: number): string {
  const rows = Math.ceil(posters.length / columns);
  const [width, height] = [GAP + columns * (WIDTH + GAP), GAP + rows * (HEIGHT + GAP)];
  const placed = posters.map(({ svg }, at) => {
    const [x, y] = [GAP + (at % columns) * (WIDTH + GAP), GAP + Math.floor(at / columns) * (HEIGHT + GAP)];
    return withOwnIds(svg, at).replace("<svg", `<svg x="${x}" y="${y}"`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#dcdad5"/>${placed.join("")}</svg>`;
}
