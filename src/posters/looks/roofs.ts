import { mix } from "../colour.ts";
import { circle, fillAll, gradient, placed, polygon, rect, stroke } from "../draw.ts";
import { crescent, stars } from "../figures/sky.ts";
import { cat } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const roofs: Look = {
  name: "roofs",
  shows: "roofs and chimneys in the evening, and a cat",
  suits: {
    paris: 1.7,
    france: 0.7,
    london: 1,
    italy: 0.7,
    germany: 0.4,
    "eastern europe": 0.6,
    cats: 1.5,
    "19th century": 0.5,
    "turn of the century": 0.6,
    ireland: 0.5,
    spain: 0.5,
    "united kingdom": 0.3,
    belgium: 0.5,
    czechia: 0.4,
    "word:paris": 1.4,
    "word:cat": 1.4,
    "word:roof": 1.5,
    "word:london": 1.2,
    nostalgic: 0.3,
    orphan: 0.4,
    poverty: 0.3,
    "word:amelie": 1,
    "word:vienna": 1,
    art: 0.3,
    whimsical: 0.3,
    writers: 0.3,
  },
  draw({ palette: p, random, has }) {
    const evening = random.int(2) === 0;
    const [high, low] = evening ? [p.soft, p.accent] : [p.deep, p.mid];
    const sky = gradient("sky", [
      [0, high],
      [1, low],
    ]);
    let art = sky.defs + fillAll(sky.fill);
    const moonX = 140 + random.int(300);
    art += evening
      ? circle(moonX, 500, 96, p.spark)
      : stars(random, 70, p.paper, { x: 0, y: 0, width: 600, height: 540 }) +
        crescent(moonX, 450, 70, p.paper);
    if (has("paris", "france", "word:paris")) {
      const iron = mix(low, p.deep, 0.55);
      art +=
        polygon(
          [
            [452, 700],
            [478, 560],
            [488, 430],
            [494, 340],
            [500, 430],
            [510, 560],
            [536, 700],
            [516, 700],
            [494, 610],
            [472, 700],
          ],
          iron,
        ) +
        rect(476, 556, 36, 8, iron) +
        rect(483, 470, 22, 6, iron);
    }
    const row = (base: number, high: number, fill: string, lit: number) => {
      for (let x = -30; x < 600; ) {
        const width = 90 + random.int(60);
        const top = base - random.int(high);
        const slope = 46 + random.int(30);
        art +=
          polygon(
            [
              [x, top],
              [x + 16, top - slope],
              [x + width - 16, top - slope],
              [x + width, top],
            ],
            fill,
          ) + rect(x, top, width, 900 - top, mix(fill, p.paper, 0.07));
        const pots = 1 + random.int(2);
        for (let i = 0; i < pots; i++)
          art +=
            rect(x + 26 + i * 36, top - slope - 26, 16, 30, fill) +
            rect(x + 24 + i * 36, top - slope - 30, 20, 6, fill);
        for (let wx = x + 14; wx < x + width - 20; wx += 34)
          for (let wy = top + 18; wy < 880; wy += 52)
            art += rect(wx, wy, 15, 26, random.uniform() < lit ? p.spark : mix(fill, p.ink, 0.35));
        x += width;
      }
    };
    row(660, 50, mix(low, p.deep, 0.5), 0.15);
    row(750, 50, p.deep, 0.3);
    row(860, 40, p.ink, 0.45);
    art += placed(cat(p.ink), 250 + random.int(120), 800, 0.85) + stroke("M0 800H600", p.ink, 5);
    return { art, type: words(atTop(270), p, [high, mix(high, low, 0.35)]) };
  },
};
