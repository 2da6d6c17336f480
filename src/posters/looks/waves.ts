import { mix } from "../colour.ts";
import { curveThrough, fillAll, gradient, type Point, path, placed, polygon } from "../draw.ts";
import { flock, sun } from "../figures/sky.ts";
import { sailingBoat, steamer } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const waves: Look = {
  name: "waves",
  shows: "a boat on a high sea",
  suits: {
    ocean: 1.7,
    sharks: 1.2,
    pirates: 1.3,
    island: 0.7,
    submarine: 0.9,
    surfing: 1,
    mermaids: 1,
    "word:sea": 1.3,
    "word:ocean": 1.2,
    "word:ship": 1.2,
    "word:boat": 1.1,
    "word:island": 0.5,
    "word:water": 0.9,
    "word:wave": 1.2,
    "word:captain": 0.7,
    "word:river": 0.6,
    "word:fish": 0.8,
    "word:whale": 1.2,
    survival: 0.2,
  },
  draw({ palette: p, random, has }) {
    const sky = gradient("sky", [
      [0, p.paper],
      [1, p.soft],
    ]);
    let art = sky.defs + fillAll(sky.fill) + sun(150 + random.int(300), 500, 105, p.accent, p.accent);
    art += flock(random, 5, p.deep, { x: 60, y: 380, width: 480, height: 90 });
    const wave = (y: number, high: number, step: number, fill: string) => {
      const from = -random.int(step);
      const points: Point[] = [];
      for (let x = from - step; x < 600 + step * 2; x += step / 2)
        points.push([x, y + (points.length % 2 === 0 ? -high : high)]);
      art += path(`${curveThrough(points)}L700 900L-100 900Z`, fill);
    };
    wave(590, 8, 120, mix(p.mid, p.soft, 0.45));
    const x = 230 + random.int(140);
    if (has("sharks"))
      art += polygon(
        [
          [x - 40, 650],
          [x + 10, 555],
          [x + 46, 650],
        ],
        p.ink,
      );
    else if (random.int(3) === 0 || has("word:ship", "word:captain", "word:titanic"))
      art += placed(steamer(p.ink, p.accent), x, 648, 1.1, -4);
    else art += placed(sailingBoat(p.ink, p.paper), x, 640, 1.35, -6);
    wave(640, 16, 170, p.mid);
    wave(712, 22, 220, mix(p.mid, p.deep, 0.55));
    wave(790, 26, 260, p.deep);
    wave(864, 20, 300, p.ink);
    return { art, type: words(atTop(300, "middle"), p, [p.paper, mix(p.paper, p.soft, 0.5)], p.deep) };
  },
};
