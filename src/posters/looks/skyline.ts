import { mix } from "../colour.ts";
import { fillAll, gradient, HEIGHT, rect, WIDTH } from "../draw.ts";
import { stars, sun } from "../figures/sky.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const skyline: Look = {
  name: "skyline",
  shows: "a city at night, its windows lit",
  suits: {
    "new york": 1.4,
    "los angeles": 1,
    boston: 0.9,
    "inner city": 1,
    tokyo: 1,
    "hong kong": 1,
    "san francisco": 0.8,
    washington: 0.6,
    gangster: 0.7,
    superhero: 0.7,
    mafia: 0.8,
    nightlife: 1,
    "one night": 0.8,
    police: 0.5,
    vigilante: 0.8,
    crime: 0.45,
    action: 0.35,
    "word:city": 1.2,
    "word:night": 0.6,
    "word:street": 0.7,
    "word:manhattan": 1.2,
    "word:gotham": 1.2,
    undercover: 0.6,
    corruption: 0.4,
  },
  draw({ palette: p, random }) {
    const sky = gradient("sky", [
      [0, p.ink],
      [0.55, p.deep],
      [1, p.mid],
    ]);
    let art =
      sky.defs +
      fillAll(sky.fill) +
      stars(random, 70, p.soft, { x: 0, y: 0, width: WIDTH, height: 480 }, 1.6);
    art += sun(170 + 260 * random.uniform(), 520, 130, random.int(2) === 0 ? p.accent : p.spark, p.accent);
    const row = (base: number, low: number, high: number, fill: string, light: string, lit: number) => {
      for (let x = -10; x < WIDTH; ) {
        const width = 42 + random.int(56);
        const height = low + random.int(high - low);
        const top = base - height;
        art += rect(x, top, width + 1, HEIGHT - top, fill);
        const roof = random.int(5);
        if (roof === 0)
          art +=
            rect(x + width / 2 - 1.5, top - 46, 3, 46, fill) +
            rect(x + width / 2 - 7, top - 14, 14, 14, fill);
        if (roof === 1)
          art +=
            rect(x + width * 0.2, top - 16, width * 0.6, 16, fill) +
            rect(x + width * 0.36, top - 30, width * 0.28, 14, fill);
        if (lit > 0) {
          let d = "";
          for (let wy = top + 14; wy < HEIGHT - 8; wy += 17) {
            for (let wx = x + 9; wx < x + width - 8; wx += 12)
              if (random.uniform() < lit) d += `M${wx} ${wy}h6v9h-6Z`;
          }
          art += `<path fill="${light}" d="${d}"/>`;
        }
        x += width;
      }
    };
    row(760, 120, 300, mix(p.mid, p.deep, 0.55), p.soft, 0);
    row(800, 90, 260, p.deep, p.soft, 0.16);
    row(870, 60, 210, p.ink, p.spark, 0.3);
    return { art, type: words(atTop(330), p, [p.ink, p.deep]) };
  },
};
