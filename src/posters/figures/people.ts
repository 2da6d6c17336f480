/** People as cut from paper: each stands on the origin and is 100 high, before its scale. */
import { circle, element, path, placed } from "../draw.ts";

const head = (fill: string, y = -91, r = 8.5): string => circle(0, y, r, fill);

export const standing = (fill: string): string =>
  head(fill) +
  path("M-15-75Q-15-81-7-81H7Q15-81 15-75L18-40 13-39 11-48 10 0H2L0-38-2 0H-10L-11-48-13-39-18-40Z", fill);

/** In a long coat and a hat. */
export const hatted = (fill: string): string =>
  element("ellipse", { cx: 0, cy: -89, rx: 7.5, ry: 9, fill }) +
  element("ellipse", { cx: 0, cy: -95, rx: 17, ry: 3.2, fill }) +
  path("M-10-95C-10-106-6-109 0-106 6-109 10-106 10-95Z", fill) +
  path("M-7-80C-18-77-20-66-21-50L-23-8H23L21-50C20-66 18-77 7-80Z", fill) +
  path("M-12-9H-3V0H-13ZM3-9H12L13 0H3Z", fill);

export const inDress = (fill: string): string =>
  head(fill, -90, 8) +
  path("M-8-96C-13-88-11-80-12-74L-6-82ZM8-96C13-88 11-80 12-74L6-82Z", fill) +
  path("M-9-80H9L8-58 21-18H-21L-8-58ZM-9-80-16-46-13-44-7-66ZM9-80 16-46 13-44 7-66Z", fill) +
  path("M-8-19H-3V0H-8ZM3-19H8V0H3Z", fill);

export const couple = (fill: string): string =>
  placed(standing(fill), -15, 0) + placed(inDress(fill), 16, 0, 0.92) + path("M-1-44 2-44 4-38-3-38Z", fill);

export const child = (fill: string): string =>
  placed(standing(fill), 0, 0, [0.68, 0.58]) + circle(0, -52, 8, fill);

/** Falling backwards, arms out. */
export const falling = (fill: string): string =>
  circle(-30, -22, 9, fill) +
  path(
    "M-24-14C-10-20 6-12 18-2L46-16 49-10 22 10 54 22 51 29 12 18C-4 20-18 12-24-2L-48 14-52 9-32-8Z",
    fill,
  );

export const running = (fill: string): string =>
  circle(12, -92, 8.5, fill) +
  path(
    "M6-82C14-84 18-78 17-70L13-50 28-36 20-4 12-5 17-32-2-44-14-26-40-20-41-27-20-34-6-62-20-54-26-40-32-43-26-62Z",
    fill,
  ) +
  path("M12-74 28-58 42-64 44-58 28-50 10-62Z", fill);

/** With one arm up. */
export const hailing = (fill: string): string => standing(fill) + path("M10-78 24-112 30-110 17-68Z", fill);

/** On a horse that looks to the right; 130 high. */
export const rider = (fill: string): string =>
  path(
    "M-45-62C-28-70 8-68 24-64 34-76 40-90 51-97L54-104 58-96C65-92 72-82 77-76L73-69C65-69 58-72 54-71 50-60 46-50 41-44L44-22 41 0H35L34-20 28-40C10-35-14-35-27-40L-36-22-32 0H-38L-44-20-47-40C-53-50-52-58-45-62Z",
    fill,
  ) +
  path("M-46-60C-62-52-58-32-66-16-52-26-50-44-43-50Z", fill) +
  path("M-9-62C-10-84-10-96-4-102Q3-106 10-100C14-90 13-74 12-62L22-36 28-34 25-29 14-30 2-58Z", fill) +
  path("M8-94 30-76 40-74 39-69 26-71 8-82Z", fill) +
  circle(3, -112, 7.5, fill) +
  element("ellipse", { cx: 3, cy: -117, rx: 17, ry: 3, fill }) +
  path("M-6-117C-6-128 0-129 3-126 7-129 12-128 12-117Z", fill);

/** In a suit with a round helmet. */
export const astronaut = (fill: string, visor: string): string =>
  path(
    "M-22-70C-24-80-12-82 0-82 12-82 24-80 22-70L28-36 19-34 17-44 17 0H3L0-30-3 0H-17L-17-44-19-34-28-36Z",
    fill,
  ) +
  circle(0, -92, 16, fill) +
  element("ellipse", { cx: 4, cy: -92, rx: 10, ry: 9, fill: visor });
