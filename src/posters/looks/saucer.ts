import { mix } from "../colour.ts";
import { fillAll, gradient, land, placed, polygon, rect } from "../draw.ts";
import { child, standing } from "../figures/people.ts";
import { stars } from "../figures/sky.ts";
import { roundTree, saucer as ship } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const saucer: Look = {
  name: "saucer",
  shows: "a saucer with its beam over a field",
  suits: {
    aliens: 1.7,
    "alien invasion": 1.5,
    "small town": 0.3,
    "sci-fi": 0.45,
    "1950s": 0.3,
    campy: 0.5,
    conspiracy: 0.4,
    "word:alien": 1.5,
    "word:invasion": 1.3,
    "word:signal": 1,
    "word:visitor": 1,
    "word:extraterrestrial": 1.5,
    "word:stranger": 0.2,
    "mind control": 0.5,
    "cosmic horror": 0.7,
    supernatural: 0.2,
    rural: 0.3,
    abduction: 1,
    "word:outer": 0.7,
    "word:light": 0.3,
    kidnapping: 0.2,
  },
  draw({ palette: p, random, has }) {
    const sky = gradient("sky", [
      [0, p.ink],
      [1, p.deep],
    ]);
    const x = 250 + random.int(100);
    let art =
      sky.defs + fillAll(sky.fill) + stars(random, 120, p.paper, { x: 0, y: 0, width: 600, height: 560 });
    art +=
      polygon(
        [
          [x - 40, 180],
          [x + 40, 180],
          [x + 170, 640],
          [x - 170, 640],
        ],
        p.spark,
        { "fill-opacity": 0.3 },
      ) +
      polygon(
        [
          [x - 22, 180],
          [x + 22, 180],
          [x + 100, 640],
          [x - 100, 640],
        ],
        p.spark,
        { "fill-opacity": 0.45 },
      );
    art += placed(ship(p.soft, p.accent), x, 160, 1.6);
    art += land(
      [
        [0, 620],
        [150, 600],
        [320, 626],
        [480, 598],
        [600, 616],
      ],
      mix(p.deep, p.ink, 0.55),
    );
    art += placed(roundTree(p.ink, p.ink), 80, 622, 0.9) + placed(roundTree(p.ink, p.ink), 540, 616, 1.1);
    art += placed(
      (has("child lead", "children", "family night") ? child : standing)(p.ink),
      x,
      590 - random.int(60),
      1.15,
      6,
    );
    art +=
      land(
        [
          [0, 656],
          [200, 640],
          [400, 660],
          [600, 640],
        ],
        p.ink,
      ) + rect(0, 650, 600, 250, p.ink);
    return { art, type: words(atBottom(190), p, [p.ink], p.spark) };
  },
};
