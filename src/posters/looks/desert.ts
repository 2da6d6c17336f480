import { mix } from "../colour.ts";
import { fillAll, gradient, land, type Point, placed, polygon } from "../draw.ts";
import { rider, standing } from "../figures/people.ts";
import { sun } from "../figures/sky.ts";
import { cactus } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const desert: Look = {
  name: "desert",
  shows: "a rider before a low sun in the desert",
  suits: {
    western: 1.6,
    "western town": 1,
    cowboys: 1,
    desert: 1.6,
    "revisionist western": 1,
    mexico: 0.7,
    "middle east": 0.7,
    "word:desert": 1,
    "word:west": 0.6,
    "southern states": 0.4,
    australia: 0.5,
    "word:texas": 0.8,
    "spaghetti western": 1,
    africa: 0.5,
    "post-apocalyptic": 0.4,
    "word:outlaw": 0.8,
    "ancient world": 0.3,
  },
  draw({ palette: p, random, has }) {
    const sky = gradient("sky", [
      [0, p.soft],
      [0.6, mix(p.soft, p.accent, 0.35)],
      [1, p.accent],
    ]);
    let art = sky.defs + fillAll(sky.fill) + sun(180 + random.int(240), 590, 150, p.paper, p.paper);
    const mesa = (x: number, width: number, height: number, fill: string) => {
      const top = 700 - height;
      art += polygon(
        [
          [x, 720],
          [x + width * 0.14, top + height * 0.45],
          [x + width * 0.18, top],
          [x + width * 0.8, top],
          [x + width * 0.86, top + height * 0.5],
          [x + width, 720],
        ],
        fill,
      );
    };
    const far = mix(p.mid, p.accent, 0.35);
    mesa(-60 + random.int(60), 210, 150 + random.int(60), far);
    mesa(370 + random.int(60), 260, 120 + random.int(80), far);
    mesa(230 + random.int(60), 130, 70 + random.int(40), far);
    const dune = (y: number, rise: number): Point[] => [
      [0, y],
      [160, y - rise],
      [330, y + rise * 0.6],
      [480, y - rise * 0.5],
      [600, y],
    ];
    art += land(dune(706, 14), p.mid) + land(dune(770, -22), p.deep) + land(dune(835, 16), p.ink);
    const rides = has("western", "cowboys", "western town", "spaghetti western");
    art += placed(rides ? rider(p.ink) : standing(p.ink), 250 + random.int(120), 832, rides ? 1.15 : 1);
    art += placed(cactus(p.ink), 90, 846, 1.7) + placed(cactus(p.deep), 520, 772, [-0.9, 0.9]);
    return { art, type: words(atTop(330, "middle"), p, [p.soft, mix(p.soft, p.accent, 0.2)]) };
  },
};
