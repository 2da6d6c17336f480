import { mix } from "../colour.ts";
import { circle, fillAll, gradient, land, placed, polygon, stroke } from "../draw.ts";
import { standing } from "../figures/people.ts";
import { stars } from "../figures/sky.ts";
import { plane } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const searchlights: Look = {
  name: "searchlights",
  shows: "searchlights, planes and barbed wire",
  suits: {
    war: 1.1,
    "world war ii": 1.2,
    "world war i": 1,
    aviation: 1.2,
    nazis: 0.8,
    military: 0.7,
    holocaust: 0.5,
    "cold war": 0.4,
    espionage: 0.2,
    "word:war": 0.7,
    "word:soldier": 0.9,
    "word:bomb": 0.9,
    "word:pilot": 1.3,
    "word:plane": 1.2,
    vietnam: 0.6,
    "word:battle": 0.9,
    "word:army": 0.7,
    siege: 0.5,
    "word:sky": 0.7,
    "nuclear threat": 0.5,
    resistance: 0.4,
    korea: 0.1,
    "word:camp": 0.4,
    "word:air": 0.5,
    "word:squadron": 1,
  },
  draw({ palette: p, random, has }) {
    const sky = gradient("sky", [
      [0, p.ink],
      [0.75, p.deep],
      [1, p.mid],
    ]);
    let art =
      sky.defs +
      fillAll(sky.fill) +
      stars(random, 40, p.soft, { x: 0, y: 330, width: 600, height: 300 }, 1.3);
    for (const [x, lean] of [
      [110, 190 + random.int(80)],
      [470, -160 - random.int(100)],
      [300, random.int(160) - 80],
    ] as const) {
      art += polygon(
        [
          [x - 8, 800],
          [x + 8, 800],
          [x + lean + 74, 330],
          [x + lean - 54, 330],
        ],
        p.spark,
        { "fill-opacity": 0.26 },
      );
    }
    const count = 3 + random.int(3);
    for (let i = 0; i < count; i++)
      art += placed(
        plane(has("aviation", "word:pilot") && i === 0 ? p.accent : p.ink),
        150 + i * 90 - (i % 2) * 30,
        430 + (i % 3) * 52,
        0.9 - i * 0.09,
        -8,
      );
    art += circle(300, 860, 150, p.accent, { "fill-opacity": 0.35 });
    art += land(
      [
        [0, 800],
        [120, 782],
        [260, 806],
        [420, 780],
        [600, 806],
      ],
      mix(p.deep, p.ink, 0.6),
    );
    for (let i = 0; i < 5; i++) art += placed(standing(p.ink), 150 + i * 74 + random.int(20), 838, 0.7);
    art += land(
      [
        [0, 850],
        [200, 836],
        [400, 852],
        [600, 834],
      ],
      p.ink,
    );
    for (const y of [800, 834]) {
      art += stroke(`M0 ${y}Q150 ${y + 12} 300 ${y}T600 ${y}`, p.ink, 3);
      for (let x = 14; x < 600; x += 36) art += stroke(`M${x - 6} ${y - 3}l12 12m0-12l-12 12`, p.ink, 2.4);
    }
    for (const x of [40, 300, 560])
      art += polygon(
        [
          [x - 6, 900],
          [x - 4, 780],
          [x + 4, 780],
          [x + 6, 900],
        ],
        p.ink,
      );
    return { art, type: words(atTop(270), p, [p.ink, mix(p.ink, p.deep, 0.6)]) };
  },
};
