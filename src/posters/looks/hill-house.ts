import { mix } from "../colour.ts";
import { circle, fillAll, gradient, land, path, placed, polygon, rect } from "../draw.ts";
import { crescent, stars } from "../figures/sky.ts";
import { bareTree, bat } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const hillHouse: Look = {
  name: "hill-house",
  shows: "a house on a hill with one window lit",
  suits: {
    "haunted house": 2,
    horror: 0.8,
    gothic: 1.2,
    mansion: 1.2,
    ghosts: 1,
    halloween: 1,
    vampires: 0.9,
    supernatural: 0.7,
    "word:house": 1,
    "word:haunted": 1.2,
    witches: 0.7,
    demons: 0.5,
    "small town": 0.3,
    "home invasion": 0.6,
    curse: 0.6,
    scary: 0.5,
    "word:manor": 1,
    "word:castle": 0.4,
    exorcism: 0.6,
    zombies: 0.3,
    "word:home": 0.4,
    "dysfunctional family": 0.3,
  },
  draw({ palette: p, random }) {
    const sky = gradient("sky", [
      [0, p.ink],
      [0.8, p.mid],
    ]);
    let art =
      sky.defs + fillAll(sky.fill) + stars(random, 60, p.soft, { x: 0, y: 0, width: 600, height: 560 }, 1.5);
    const left = random.int(2) === 0;
    const moonX = left ? 410 : 190;
    if (random.int(3) === 0) art += crescent(moonX, 470, 90, p.paper);
    else
      art +=
        circle(moonX, 480, 190, p.accent, { "fill-opacity": 0.18 }) +
        circle(moonX, 480, 128, random.int(2) ? p.accent : p.soft);
    art += land(
      [
        [0, 800],
        [140, 770],
        [300, 690],
        [420, 700],
        [600, 810],
      ],
      mix(p.deep, p.mid, 0.25),
    );
    const lit = p.spark;
    const house =
      rect(-70, -90, 140, 100, p.ink) +
      polygon(
        [
          [-84, -86],
          [0, -160],
          [84, -86],
        ],
        p.ink,
      ) +
      rect(34, -190, 44, 200, p.ink) +
      polygon(
        [
          [26, -186],
          [56, -250],
          [86, -186],
        ],
        p.ink,
      ) +
      rect(-60, -168, 16, 44, p.ink) +
      rect(-100, -50, 40, 60, p.ink) +
      polygon(
        [
          [-108, -48],
          [-80, -78],
          [-54, -48],
        ],
        p.ink,
      ) +
      rect(48, -168, 16, 24, lit) +
      rect(-10, -34, 20, 44, mix(p.ink, p.deep, 0.7)) +
      path("M-10-34A10 10 0 0 1 10-34Z", mix(p.ink, p.deep, 0.7));
    art += placed(house, 320, 712, left ? [1.1, 1.1] : [-1.1, 1.1]);
    art += land(
      [
        [0, 760],
        [120, 800],
        [280, 850],
        [440, 820],
        [600, 770],
      ],
      p.ink,
    );
    art += placed(bareTree(p.ink), 90, 800, 2.4) + placed(bareTree(p.ink), 535, 800, [-1.7, 1.9]);
    for (let i = 0; i < 3 + random.int(3); i++)
      art += placed(
        bat(p.ink),
        moonX - 110 + random.int(220),
        380 + random.int(150),
        0.4 + random.uniform() * 0.6,
        -12 + random.int(24),
      );
    return {
      art,
      type: words(
        atTop(280, "middle"),
        p,
        [p.ink, mix(p.ink, p.mid, 0.45)],
        random.int(2) ? p.spark : undefined,
      ),
    };
  },
};
