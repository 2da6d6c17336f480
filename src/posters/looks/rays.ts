import { circle, fillAll, polygon } from "../draw.ts";
import { star } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { between, words } from "../words-on.ts";

export const rays: Look = {
  name: "rays",
  shows: "rays that burst from behind a star",
  suits: {
    superhero: 1.6,
    superpowers: 1.2,
    "based on a comic": 0.9,
    "origin story": 0.6,
    musical: 0.6,
    fame: 0.7,
    sports: 0.6,
    parody: 0.6,
    campy: 0.9,
    wrestling: 1,
    "word:super": 1,
    "word:hero": 0.9,
    action: 0.35,
    "word:star": 0.6,
    "chosen one": 0.5,
    "martial arts": 0.6,
    "mad scientist": 0.5,
    "rock band": 0.5,
    "word:captain": 0.5,
    "word:power": 0.5,
    "amusement park": 0.5,
    irreverent: 0.5,
    "action-packed": 0.3,
    "word:american": 0.4,
    "word:show": 0.5,
    comedy: 0.2,
  },
  draw({ palette: p, random }) {
    const [one, two] = [
      [p.accent, p.spark],
      [p.soft, p.paper],
      [p.deep, p.mid],
      [p.accent, p.soft],
    ][random.int(4)] as [string, string];
    const [cx, cy] = [300, 330 + random.int(60)];
    let art = fillAll(one);
    const count = 14 + 2 * random.int(6);
    for (let i = 0; i < count; i++) {
      const [from, to] = [(Math.PI * 2 * i) / count, (Math.PI * 2 * (i + 0.5)) / count];
      art += polygon(
        [
          [cx, cy],
          [cx + 1000 * Math.cos(from), cy + 1000 * Math.sin(from)],
          [cx + 1000 * Math.cos(to), cy + 1000 * Math.sin(to)],
        ],
        two,
      );
    }
    art +=
      circle(cx, cy, 196, p.ink) +
      circle(cx, cy, 180, p.paper) +
      star(cx, cy, 158, p.accent === one ? p.ink : p.accent);
    art += polygon(
      [
        [0, 610],
        [600, 570],
        [600, 840],
        [0, 870],
      ],
      p.ink,
    );
    return { art, type: words(between(630, 200), p, [p.ink], p.spark) };
  },
};
