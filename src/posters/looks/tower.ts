import { mix } from "../colour.ts";
import { circle, fillAll, type Point, polygon } from "../draw.ts";
import { flock } from "../figures/sky.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const tower: Look = {
  name: "tower",
  shows: "towers seen from the street, up into the sky",
  suits: {
    disaster: 1,
    business: 0.8,
    dystopia: 1,
    siege: 0.7,
    "near future": 0.6,
    terrorism: 0.6,
    "hong kong": 0.6,
    action: 0.3,
    corruption: 0.6,
    greed: 0.6,
    "9/11": 1,
    "artificial intelligence": 0.4,
    "word:tower": 1.6,
    "word:sky": 0.6,
    "word:building": 1.2,
    "word:high": 0.5,
    "word:company": 0.8,
    "one-man army": 0.4,
    hostage: 0.4,
    superhero: 0.4,
    "word:wall": 0.5,
    conspiracy: 0.4,
    "word:power": 0.3,
    workplace: 0.4,
    "word:metropoli": 1.4,
    architecture: 1,
    "word:fall": 0.3,
    "sci-fi": 0.15,
    "united arab emirates": 0.5,
    "new york": 0.2,
  },
  draw({ palette: p, random }) {
    const sky = [p.accent, p.spark, p.soft][random.int(3)]!;
    const [vx, vy] = [280 + random.int(60), 260];
    let art = fillAll(sky) + circle(vx, vy, 74, p.paper, { "fill-opacity": 0.85 });
    art += flock(random, 3, p.ink, { x: vx - 60, y: vy - 60, width: 120, height: 100 }, 0.9);
    const block = (near: readonly [Point, Point], reach: number, fill: string, pane: string) => {
      const to = ([x, y]: Point, share: number): Point => [x + (vx - x) * share, y + (vy - y) * share];
      const [a, b] = near;
      art += polygon([a, b, to(b, reach), to(a, reach)], fill);
      for (let row = 0; row < 13; row++) {
        const [from, until] = [reach * (row / 13) ** 0.75, reach * ((row + 0.55) / 13) ** 0.75];
        for (let column = 0; column < 4; column++) {
          if (random.int(5) === 0) continue;
          const on = (k: number): Point => [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k];
          const [left, right] = [on((column + 0.18) / 4), on((column + 0.82) / 4)];
          art += polygon([to(left, from), to(right, from), to(right, until), to(left, until)], pane);
        }
      }
    };
    const dark = mix(p.deep, p.ink, 0.3);
    block(
      [
        [-60, -80],
        [-60, 380],
      ],
      0.66,
      dark,
      mix(dark, p.soft, 0.25),
    );
    block(
      [
        [660, -60],
        [660, 420],
      ],
      0.62,
      p.deep,
      mix(p.deep, p.soft, 0.3),
    );
    block(
      [
        [-60, 380],
        [120, 980],
      ],
      0.72,
      p.ink,
      mix(p.ink, p.mid, 0.55),
    );
    block(
      [
        [480, 980],
        [660, 420],
      ],
      0.7,
      mix(p.ink, p.deep, 0.5),
      mix(p.deep, p.mid, 0.6),
    );
    block(
      [
        [120, 980],
        [480, 980],
      ],
      0.52,
      p.deep,
      mix(p.deep, p.ink, 0.4),
    );
    block(
      [
        [150, -120],
        [440, -120],
      ],
      0.4,
      mix(p.mid, p.deep, 0.4),
      mix(p.mid, p.deep, 0.75),
    );
    art += polygon(
      [
        [0, 640],
        [600, 640],
        [600, 900],
        [0, 900],
      ],
      p.ink,
    );
    return { art, type: words(atBottom(190), p, [p.ink], sky) };
  },
};
