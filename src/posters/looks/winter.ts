import { mix } from "../colour.ts";
import { fillAll, gradient, land, placed, polygon, rect } from "../draw.ts";
import { stars } from "../figures/sky.ts";
import { pine, star } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const winter: Look = {
  name: "winter",
  shows: "a small house in the snow, its window lit",
  suits: {
    christmas: 2,
    snow: 1.2,
    "polar regions": 0.7,
    scandinavia: 0.9,
    russia: 0.8,
    "word:winter": 1.6,
    "word:snow": 1.5,
    "word:christma": 1.8,
    "word:santa": 1.8,
    "word:ice": 0.9,
    "word:cold": 0.9,
    "word:frozen": 1.4,
    "family night": 0.2,
    "small town": 0.3,
    thanksgiving: 0.5,
    "eastern europe": 0.3,
    norway: 0.6,
    sweden: 0.5,
    finland: 0.6,
    iceland: 0.7,
    denmark: 0.3,
    comfort: 0.3,
    canada: 0.2,
    "soviet union": 0.4,
    "word:holiday": 0.5,
  },
  draw({ palette: p, random, has }) {
    const sky = gradient("sky", [
      [0, p.deep],
      [0.32, p.deep],
      [1, mix(p.mid, p.soft, 0.4)],
    ]);
    let art = sky.defs + fillAll(sky.fill);
    art += land(
      [
        [0, 640],
        [140, 600],
        [320, 650],
        [470, 590],
        [600, 630],
      ],
      mix(p.soft, p.mid, 0.35),
    );
    for (let i = 0; i < 8; i++)
      art += placed(
        pine(mix(p.deep, p.mid, 0.4)),
        20 + i * 80 + random.int(20),
        650 + random.int(10),
        1 + random.uniform() * 0.5,
      );
    art += land(
      [
        [0, 690],
        [180, 650],
        [360, 700],
        [600, 650],
      ],
      mix(p.paper, p.soft, 0.5),
    );
    const x = 190 + random.int(180);
    const house =
      rect(-60, -70, 120, 74, p.accent) +
      polygon(
        [
          [-80, -64],
          [0, -126],
          [80, -64],
        ],
        p.paper,
      ) +
      polygon(
        [
          [-72, -62],
          [0, -116],
          [72, -62],
        ],
        p.ink,
      ) +
      rect(30, -128, 20, 42, p.ink) +
      rect(27, -134, 26, 9, p.paper) +
      rect(-42, -46, 28, 28, p.spark) +
      rect(10, -44, 26, 48, p.ink) +
      rect(-29, -46, 3, 28, p.ink) +
      rect(-42, -33, 28, 3, p.ink);
    art += placed(house, x, 730, 1.2);
    art += land(
      [
        [0, 760],
        [200, 724],
        [420, 756],
        [600, 730],
      ],
      p.paper,
    );
    for (const [px, size] of [
      [70, 2.2],
      [520, 2.6],
      [450, 1.6],
    ] as const) {
      art += placed(pine(p.deep), px, 800 + random.int(20), size);
      if (has("christmas") && px === 520) art += star(px, 800 - size * 100, 20, p.spark);
    }
    art += land(
      [
        [0, 830],
        [220, 810],
        [420, 836],
        [600, 812],
      ],
      mix(p.paper, "#ffffff", 0.5),
    );
    art += stars(random, 130, "#ffffff", { x: 0, y: 360, width: 600, height: 520 }, 3.4);
    return { art, type: words(atTop(290, "middle"), p, [p.deep]) };
  },
};
