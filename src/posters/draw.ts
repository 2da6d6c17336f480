/** Pieces of SVG. Numbers are rounded to a tenth of the 600 x 900 units that a poster has. */
import { escaped } from "../files/html.ts";

export const WIDTH = 600;
export const HEIGHT = 900;

export const num = (value: number): string => String(Math.round(value * 10) / 10);

type Attributes = Readonly<Record<string, string | number>>;

const attributes = (values: Attributes): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? num(value) : escaped(value)}"`)
    .join("");

export const element = (name: string, values: Attributes, inside = ""): string =>
  inside === "" ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${inside}</${name}>`;

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
) => element("rect", { x, y, width, height, fill, ...more });

export const fillAll = (fill: string): string => rect(0, 0, WIDTH, HEIGHT, fill);

export const circle = (cx: number, cy: number, r: number, fill = "#000", more: Attributes = {}): string =>
  element("circle", { cx, cy, r, fill, ...more });

export const ring = (
  cx: number,
  cy: number,
  r: number,
  stroke: string,
  width: number,
  more: Attributes = {},
) => element("circle", { cx, cy, r, fill: "none", stroke, "stroke-width": width, ...more });

export const path = (d: string, fill: string, more: Attributes = {}): string =>
  element("path", { d, fill, ...more });

export const stroke = (d: string, colour: string, width: number, more: Attributes = {}): string =>
  element("path", { d, fill: "none", stroke: colour, "stroke-width": width, ...more });

export type Point = readonly [number, number];

export const polygon = (points: readonly Point[], fill: string, more: Attributes = {}): string =>
  path(`M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join("L")}Z`, fill, more);

/** A curve through the points, without corners (Catmull-Rom as cubic Bezier). */
export function curveThrough(points: readonly Point[]): string {
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))]!;
  let d = `M${num(at(0)[0])} ${num(at(0)[1])}`;
  for (let i = 0; i < points.length - 1; i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const;
    const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const;
    d += `C${[...first, ...second, ...to].map(num).join(" ")}`;
  }
  return d;
}

/** Land below a line of points, down to the edge. */
export const land = (points: readonly Point[], fill: string, more: Attributes = {}): string =>
  path(`${curveThrough(points)}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`, fill, more);

/** Draws in place: the origin moved, then turned (degrees), then scaled. */
export const placed = (inside: string, x: number, y: number, scale: number | Point = 1, turn = 0): string => {
  const [sx, sy] = typeof scale === "number" ? [scale, scale] : scale;
  const size =
    Math.abs(sx) === 1 && sy === 1
      ? sx === 1
        ? ""
        : " scale(-1 1)"
      : ` scale(${Math.round(sx * 1000) / 1000} ${Math.round(sy * 1000) / 1000})`;
  return `<g transform="translate(${num(x)} ${num(y)})${turn === 0 ? "" : ` rotate(${num(turn)})`}${size}">${inside}</g>`;
};

export const group = (inside: string, more: Attributes = {}): string => element("g", more, inside || " ");

/** A gradient from top to bottom, and the fill that uses it. Names are the poster's own. */
export function gradient(
  name: string,
  stops: readonly (readonly [number, string])[],
  across = false,
): { defs: string; fill: string } {
  const inside = stops
    .map(([offset, colour]) => element("stop", { offset: String(offset), "stop-color": colour }))
    .join("");
  const way = across ? { x1: 0, y1: 0, x2: 1, y2: 0 } : { x1: 0, y1: 0, x2: 0, y2: 1 };
  return {
    defs: `<defs>${element("linearGradient", { id: name, ...way }, inside)}</defs>`,
    fill: `url(#${name})`,
  };
}

/** A light that fades to nothing: for glows and for the dark of the edges. */
export function glow(
  name: string,
  colour: string,
  strength: number,
  from = 0,
): { defs: string; fill: string } {
  const stops =
    element("stop", {
      offset: String(from),
      "stop-color": colour,
      "stop-opacity": strength === 0 ? "0" : String(strength),
    }) + element("stop", { offset: "1", "stop-color": colour, "stop-opacity": "0" });
  return { defs: `<defs>${element("radialGradient", { id: name }, stops)}</defs>`, fill: `url(#${name})` };
}

export function clip(name: string, shape: string, inside: string): string {
  return `<defs>${element("clipPath", { id: name }, shape)}</defs>${group(inside, { "clip-path": `url(#${name})` })}`;
}
