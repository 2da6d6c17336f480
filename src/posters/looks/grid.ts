import { mix } from "../colour.ts";
import { circle, clip, fillAll, gradient, type Point, polygon, rect, stroke } from "../draw.ts";
import { stars } from "../figures/sky.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const grid: Look = {
  name: "grid",
  shows: "a glowing grid under a cut sun",
  suits: {
    "video games": 1.5,
    "virtual reality": 1.6,
    hackers: 1.4,
    neon: 1.3,
    "electronic score": 0.9,
    "artificial intelligence": 0.7,
    robots: 0.7,
    "near future": 0.6,
    dystopia: 0.6,
    "based on a game": 0.7,
    cloning: 0.6,
    "1980s": 0.4,
    "sci-fi": 0.4,
    "far future": 0.4,
    "word:computer": 1.2,
    "word:cyber": 1.4,
    "word:robot": 0.9,
    "word:machine": 0.8,
    "word:matrix": 1.4,
    "word:future": 0.8,
    "word:digital": 1.2,
    "word:game": 0.4,
    "word:run": 0.15,
    superpowers: 0.2,
    "hard science fiction": 0.4,
  },
  draw({ palette: p, random }) {
    const horizon = 590;
    const sky = gradient("sky", [
      [0, p.ink],
      [1, p.deep],
    ]);
    let art =
      sky.defs + fillAll(sky.fill) + stars(random, 90, p.paper, { x: 0, y: 0, width: 600, height: horizon });
    const light = gradient("light", [
      [0, p.spark],
      [1, p.accent],
    ]);
    const r = 165;
    let sun = circle(300, horizon - 90, r, light.fill);
    for (let i = 0; i < 7; i++) sun += rect(100, horizon - 130 + i * 26, 400, 3 + i * 2, p.deep);
    art += light.defs + clip("sun", circle(300, horizon - 90, r), sun);
    const peaks: Point[] = [[0, horizon]];
    for (let x = 0; x <= 600; x += 50) {
      const away = Math.abs(x - 300) / 300;
      peaks.push([x, horizon - away * away * (70 + random.int(90))]);
    }
    art += polygon([...peaks, [600, horizon]], p.ink, { stroke: p.spark, "stroke-width": 2 });
    art += rect(0, horizon, 600, 310, mix(p.ink, p.deep, 0.4));
    let lines = "";
    for (let i = 0; i < 11; i++) lines += `M0 ${(horizon + 2 + i * i * 3.1).toFixed(1)}H600`;
    for (let i = -14; i <= 14; i++) lines += `M${300 + i * 16} ${horizon}L${300 + i * 110} 900`;
    art += stroke(lines, p.accent, 2) + rect(0, horizon - 1, 600, 4, p.spark);
    return { art, type: words(atTop(300, "middle"), p, [p.ink, mix(p.ink, p.deep, 0.5)]) };
  },
};
