/** Animals, trees and things as cut from paper. They stand on the origin unless told otherwise. */
import { circle, element, path, polygon, rect, stroke } from "../draw.ts";

/** 20 wide, about the origin. */
export const bird = (fill: string): string => path("M-12-3Q-5-9 0 0 5-9 12-3 5-4 0 4-5-4-12-3Z", fill);

/** 60 wide, about the origin. */
export const bat = (fill: string): string =>
  path(
    "M0-6 4-11 5-4C14-12 24-12 32-6 26-4 25 2 24 6 19 1 13 2 11 6 8 3 3 4 0 10-3 4-8 3-11 6-13 2-19 1-24 6-25 2-26-4-32-6-24-12-14-12-5-4L-4-11Z",
    fill,
  );

/** 100 high. */
export const pine = (fill: string): string =>
  path("M0-100 16-66H9L24-38H14L32-8H5V0H-5V-8H-32L-14-38H-24L-9-66H-16Z", fill);

/** 100 high, without leaves. */
export const bareTree = (fill: string): string =>
  stroke(
    "M0 0C-2-24 2-36 0-56M0-52C-10-66-16-72-30-80M-14-67C-16-78-14-84-18-94M0-50C10-62 18-64 32-68M14-61C18-72 22-78 22-90M0-54C2-70-2-82 2-100M-24-76-38-76M22-66 36-80",
    fill,
    4,
    { "stroke-linecap": "round" },
  ) + path("M-7 0 7 0 3-50-3-50Z", fill);

/** 100 high. */
export const roundTree = (fill: string, trunk: string): string =>
  path("M-5 0H5L3-50H-3Z", trunk) +
  circle(0, -66, 30, fill) +
  circle(-20, -52, 20, fill) +
  circle(21, -54, 19, fill);

/** 100 high. */
export const palm = (fill: string): string =>
  path("M-4 0C4-30 4-56-4-84L2-86C12-56 10-28 6 0Z", fill) +
  path(
    "M-2-84C-20-104-44-96-54-74-38-86-20-88-2-84ZM-2-84C18-106 44-100 54-78 38-90 18-88-2-84ZM-2-84C-26-84-40-66-40-44-30-62-18-76-2-84ZM-2-84C22-86 38-68 40-46 28-64 14-78-2-84ZM-2-84C-8-104-2-112 12-116 6-104 2-96-2-84Z",
    fill,
  );

/** 60 high, arms out. */
export const cactus = (fill: string): string =>
  stroke("M0 0V-60M0-22H-16V-40M0-30H16V-50", fill, 9, {
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });

/** 70 high, sitting with its tail down. */
export const cat = (fill: string): string =>
  path("M-18 0C-22-26-14-38-9-44-13-52-12-60-11-70L-4-62H5L12-70C13-60 14-52 10-44 17-36 21-22 19 0Z", fill) +
  stroke("M16-4C34-2 34 18 26 30", fill, 6, { "stroke-linecap": "round" });

/** 60 high, standing, looking to the right. */
export const dog = (fill: string): string =>
  path(
    "M-34-40C-16-46 6-44 16-44L22-60 26-66 31-58C38-56 44-52 48-48L45-42 32-40C28-32 24-26 24-20L26 0H19L15-20C4-16-10-16-20-20L-22 0H-29L-30-20C-36-26-37-34-34-40Z",
    fill,
  ) + stroke("M-34-38C-44-42-48-52-46-60", fill, 5, { "stroke-linecap": "round" });

/** 90 wide at the water line. */
export const sailingBoat = (hull: string, sail: string): string =>
  path("M-45-14H45L32 6H-32Z", hull) +
  polygon(
    [
      [2, -18],
      [2, -104],
      [40, -22],
    ],
    sail,
  ) +
  polygon(
    [
      [-3, -22],
      [-3, -92],
      [-36, -22],
    ],
    sail,
  ) +
  rect(-1.5, -108, 3, 96, hull);

/** 180 wide at the water line. */
export const steamer = (hull: string, band: string): string =>
  path("M-92-30H96L78 8H-78Z", hull) +
  rect(-60, -52, 110, 22, band) +
  rect(-46, -64, 70, 12, hull) +
  [-38, -12, 14]
    .map(
      (x) =>
        polygon(
          [
            [x, -64],
            [x + 3, -98],
            [x + 17, -98],
            [x + 18, -64],
          ],
          hull,
        ) + rect(x + 3, -92, 14, 7, band),
    )
    .join("");

/** A war plane from the side, 110 wide, about the origin. */
export const plane = (fill: string): string =>
  path("M-56-4C-50-10-30-9-16-9L-2-16C6-16 10-14 14-9 30-8 44-6 54 0 44 5 10 8-10 6L-40 2-52-22H-60Z", fill) +
  path("M-14 2 26 3 8 16H-6Z", fill) +
  stroke("M56-16V14", fill, 2.5);

/** From behind, 60 wide. */
export const carBehind = (fill: string, light: string): string =>
  path(
    "M-30 0V-20C-30-26-26-28-22-28L-16-44C-15-47-12-48-9-48H9C12-48 15-47 16-44L22-28C26-28 30-26 30-20V0H20V-5H-20V0Z",
    fill,
  ) +
  rect(-27, -20, 10, 7, light) +
  rect(17, -20, 10, 7, light) +
  path("M-16-29-12-42H12L16-29Z", light, { "fill-opacity": 0.25 });

/** 200 wide, 70 high, about the origin. */
export const saucer = (fill: string, dome: string): string =>
  path("M-40-12C-40-44 40-44 40-12Z", dome) +
  element("ellipse", { cx: 0, cy: 0, rx: 104, ry: 21, fill }) +
  [-66, -34, 0, 34, 66].map((x) => circle(x, 3, 5.5, dome)).join("");

/** 100 high, pointing up. */
export const rocket = (body: string, trim: string): string =>
  path("M0-100C20-78 22-44 16-12H-16C-22-44-20-78 0-100Z", body) +
  circle(0, -60, 8, trim) +
  path("M-17-36C-32-26-34-10-32 0L-15-12ZM17-36C32-26 34-10 32 0L15-12Z", trim) +
  path("M-9-10H9L5 0H-5Z", trim);

/** A star of five points. */
export function star(x: number, y: number, r: number, fill: string, points = 5, inner = 0.4): string {
  const at = (index: number): [number, number] => {
    const angle = (Math.PI * index) / points - Math.PI / 2;
    const length = index % 2 === 0 ? r : r * inner;
    return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
  };
  return polygon(
    Array.from({ length: points * 2 }, (_, index) => at(index)),
    fill,
  );
}

/** A heart about the origin, `size` wide. */
export function heart(size: number, fill: string): string {
  const s = size / 100;
  const n = (value: number) => (value * s).toFixed(1);
  return path(
    `M0 ${n(44)}C${n(-62)} ${n(4)} ${n(-52)} ${n(-44)} ${n(-25)} ${n(-44)} ${n(-10)} ${n(-44)} ${n(-3)} ${n(-34)} 0 ${n(-26)} ${n(3)} ${n(-34)} ${n(10)} ${n(-44)} ${n(25)} ${n(-44)} ${n(52)} ${n(-44)} ${n(62)} ${n(4)} 0 ${n(44)}Z`,
    fill,
  );
}
