import { mix } from "../colour.ts";
import { fillAll, gradient, placed, polygon, rect } from "../draw.ts";
import { standing } from "../figures/people.ts";
import { sun } from "../figures/sky.ts";
import { carBehind } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const road: Look = {
  name: "road",
  shows: "a road that runs straight into the sun",
  suits: {
    "road trip": 2,
    cars: 1.3,
    "on the run": 0.9,
    "car chase": 1,
    "buddy movie": 0.4,
    "word:road": 1.4,
    "word:drive": 1.2,
    "word:highway": 1.2,
    "word:car": 0.9,
    "word:truck": 0.9,
    "word:trip": 0.8,
    "southern states": 0.3,
    "fast-paced": 0.4,
    "word:way": 0.4,
    "word:mile": 0.5,
    "word:run": 0.4,
    rebellion: 0.3,
    "word:race": 0.8,
    "word:bus": 0.8,
    immigration: 0.4,
  },
  draw({ palette: p, random, has }) {
    const horizon = 540;
    const sky = gradient("sky", [
      [0, p.soft],
      [0.36, p.soft],
      [0.6, p.accent],
    ]);
    let art = sky.defs + fillAll(sky.fill);
    art += sun(300, horizon - 8, 150, p.spark, p.paper);
    for (let i = 0; i < 6; i++)
      art += rect(120, horizon - 20 - i * 24, 360, 3 + i * 0.3, p.accent, { "fill-opacity": 0.55 });
    art += rect(0, horizon, 600, 400, mix(p.deep, p.mid, 0.35));
    for (let i = 0; i < 5; i++)
      art += polygon(
        [
          [0, horizon + 24 + i * i * 16],
          [600, horizon + 24 + i * i * 16],
          [600, horizon + 32 + i * i * 19],
          [0, horizon + 32 + i * i * 19],
        ],
        p.deep,
        { "fill-opacity": 0.35 },
      );
    art += polygon(
      [
        [296, horizon],
        [304, horizon],
        [560, 900],
        [40, 900],
      ],
      p.ink,
    );
    for (let t = 0.05; t < 1; t *= 1.55) {
      const [a, b] = [horizon + t * 360, horizon + t * 1.24 * 360];
      art += polygon(
        [
          [300 - 1.5 - t * 7, a],
          [300 + 1.5 + t * 7, a],
          [300 + 1.5 + t * 8.6, b],
          [300 - 1.5 - t * 8.6, b],
        ],
        p.spark,
      );
    }
    for (let i = 0; i < 5; i++) {
      const t = 0.06 * 1.9 ** i;
      for (const side of [-1, 1])
        art +=
          rect(300 + side * (30 + t * 560) - 1 - t * 4, horizon - t * 260, 2 + t * 8, t * 280 + 6, p.ink) +
          rect(300 + side * (30 + t * 560) - t * 50, horizon - t * 235, t * 100, 1 + t * 6, p.ink);
    }
    art += has("cars", "road trip", "car chase", "word:car", "word:drive")
      ? placed(carBehind(p.deep, p.accent), 374, 742, 1.9)
      : placed(standing(p.ink), 300, 640, 0.85);
    return {
      art,
      type: words(atTop(300, random.int(2) ? "middle" : "left"), p, [p.soft]),
    };
  },
};
