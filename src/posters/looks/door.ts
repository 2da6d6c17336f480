import { mix } from "../colour.ts";
import { fillAll, placed, polygon, rect } from "../draw.ts";
import { standing } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const door: Look = {
  name: "door",
  shows: "an open door, and a long shadow in its light",
  suits: {
    thriller: 0.7,
    mystery: 0.7,
    "home invasion": 1.4,
    "one location": 1,
    claustrophobic: 1,
    "missing person": 0.8,
    hostage: 0.8,
    kidnapping: 0.8,
    stalker: 0.8,
    "word:room": 1.2,
    "word:door": 1.3,
    unsettling: 0.6,
    "slow burn": 0.5,
    psychological: 0.5,
    "twist ending": 0.5,
    grief: 0.3,
    abuse: 0.5,
    horror: 0.35,
    amnesia: 0.5,
    "word:secret": 0.5,
    "word:stranger": 0.8,
    "word:guest": 0.8,
    "two-hander": 0.6,
  },
  draw({ palette: p, random }) {
    const light = random.int(2) === 0 ? p.accent : p.spark;
    const wall = random.int(2) === 0 ? p.ink : p.deep;
    const x = 330 + random.int(60);
    let art = fillAll(wall) + rect(0, 650, 600, 250, mix(wall, "#000000", 0.35));
    art += polygon(
      [
        [x, 650],
        [x + 110, 650],
        [x + 30, 900],
        [x - 330, 900],
      ],
      light,
    );
    art +=
      rect(x, 400, 110, 250, light) +
      polygon(
        [
          [x + 110, 400],
          [x + 166, 376],
          [x + 166, 690],
          [x + 110, 650],
        ],
        mix(wall, light, 0.25),
      ) +
      rect(x - 8, 392, 8, 258, mix(wall, p.soft, 0.2)) +
      rect(x - 8, 392, 118, 8, mix(wall, p.soft, 0.2));
    const dark = mix(p.ink, "#000000", 0.3);
    art += placed(standing(dark), x + 52, 652, 1.85);
    art += polygon(
      [
        [x + 36, 652],
        [x + 68, 652],
        [x - 60, 900],
        [x - 190, 900],
      ],
      dark,
      { "fill-opacity": 0.9 },
    );
    return { art, type: words(atTop(310), p, [wall], light) };
  },
};
