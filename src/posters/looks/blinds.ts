import { mix } from "../colour.ts";
import { fillAll, glow, placed, polygon, rect } from "../draw.ts";
import { hatted } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const blinds: Look = {
  name: "blinds",
  shows: "light through a blind, and somebody in a hat",
  suits: {
    "film-noir": 1.4,
    detective: 1.4,
    "noir style": 1.2,
    mystery: 0.5,
    whodunit: 0.6,
    espionage: 0.6,
    gangster: 0.5,
    investigation: 0.7,
    paranoid: 0.5,
    "word:detective": 1,
    "word:spy": 0.8,
    "cold war": 0.8,
    "1940s": 0.4,
    "secret identity": 0.4,
    "missing person": 0.5,
    corruption: 0.4,
  },
  draw({ palette: p, random }) {
    const light = random.int(2) === 0 ? p.soft : p.spark;
    let art = fillAll(p.ink);
    const lean = 60;
    for (let y = 400; y < 900; y += 46) {
      art += polygon(
        [
          [70, y],
          [560, y - lean],
          [560, y - lean + 24],
          [70, y + 24],
        ],
        light,
        { "fill-opacity": 0.25 + 0.65 * ((y - 360) / 540) },
      );
    }
    const fade = glow("fade", p.ink, 0.9, 0.55);
    art += fade.defs;
    art += placed(hatted(mix(p.ink, p.deep, 0.35)), 330, 930, [5, 5]);
    art += rect(0, 0, 70, 900, p.ink) + rect(560, 0, 40, 900, p.ink);
    return { art, type: words(atTop(300), p, [p.ink], random.int(2) === 0 ? p.spark : undefined) };
  },
};
