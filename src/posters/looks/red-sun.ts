import { circle, clip, fillAll, path, placed, rect, ring } from "../draw.ts";
import { flock } from "../figures/sky.ts";
import type { Look } from "../stage.ts";
import { words } from "../words-on.ts";

export const redSun: Look = {
  name: "red-sun",
  shows: "a red sun over waves like scales",
  suits: {
    japan: 1.5,
    samurai: 1.8,
    anime: 1.1,
    yakuza: 0.9,
    tokyo: 0.7,
    "martial arts": 1,
    china: 0.8,
    "hong kong": 0.4,
    wuxia: 1.4,
    "studio ghibli": 1,
    korea: 0.4,
    "word:samurai": 1.5,
    "word:ninja": 1.3,
    "word:dragon": 0.6,
    "word:sun": 0.8,
    "word:kung": 1,
    taiwan: 0.6,
    "south korea": 0.4,
    "word:tokyo": 1,
    "word:japan": 1.2,
    "word:geisha": 1.4,
    "word:karate": 1.2,
    "word:rising": 0.4,
    vietnam: 0.3,
    thailand: 0.4,
  },
  draw({ palette: p, random }) {
    const [cx, cy, r] = [random.int(2) ? 300 : 380, 270, 190];
    let art = fillAll(p.paper) + circle(cx, cy, r, p.accent);
    if (random.int(2) === 0)
      art += clip(
        "sun",
        circle(cx, cy, r),
        [0, 1, 2, 3, 4].map((i) => rect(0, cy + 40 + i * 30, 600, 5 + i * 3, p.paper)).join(""),
      );
    const gate =
      rect(-86, -150, 16, 250, p.ink) +
      rect(70, -150, 16, 250, p.ink) +
      path("M-140-190Q0-160 140-190L132-164Q0-140-132-164Z", p.ink) +
      rect(-108, -118, 216, 14, p.ink) +
      rect(-7, -150, 14, 36, p.ink);
    if (random.int(3) > 0) art += placed(gate, cx > 300 ? 250 : 300, 450, 0.95);
    art += flock(random, 5, p.ink, { x: 60, y: 130, width: 240, height: 120 }, 1.1);
    for (let row = 0; row < 4; row++) {
      for (let x = -50 + (row % 2 ? 50 : 0); x < 700; x += 100) {
        const y = 560 + row * 34;
        for (const [size, fill] of [
          [50, p.deep],
          [42, p.paper],
          [34, p.mid],
          [25, p.paper],
          [16, p.deep],
        ] as const)
          art += circle(x, y, size, fill);
        art += ring(x, y, 50, p.paper, 2);
      }
    }
    art += rect(0, 662, 600, 240, p.deep);
    return {
      art,
      type: words({ x: 46, y: 690, width: 508, height: 168, across: "middle", down: "middle" }, p, [p.deep]),
    };
  },
};
