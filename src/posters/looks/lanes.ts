import { mix } from "../colour.ts";
import { circle, fillAll, placed, polygon, rect, stroke } from "../draw.ts";
import { running } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const lanes: Look = {
  name: "lanes",
  shows: "a runner and the shadow that goes before",
  suits: {
    sports: 1.6,
    football: 1,
    baseball: 0.9,
    basketball: 0.9,
    soccer: 1,
    boxing: 0.8,
    inspiring: 0.6,
    rivalry: 0.5,
    "word:run": 1.3,
    "word:runner": 1.6,
    "word:race": 1.1,
    "word:champion": 1,
    "word:team": 0.8,
    "word:coach": 1,
    "word:game": 0.3,
    "true story": 0.2,
    "word:olympic": 1.4,
    "word:win": 0.7,
    "word:marathon": 1.4,
    "fathers and sons": 0.2,
    "high school": 0.2,
    wrestling: 0.6,
    ambition: 0.4,
    "word:fight": 0.3,
    "word:speed": 0.8,
    surfing: 0.4,
    "one-man army": 0.2,
    "word:fast": 0.8,
  },
  draw({ palette: p, random }) {
    const track = random.int(2) === 0 ? p.accent : p.mid;
    let art = fillAll(track);
    const turn = random.int(2) === 0;
    let lines = "";
    for (let i = -2; i < 8; i++)
      lines += turn
        ? `M${-40 + i * 120} 900Q${120 + i * 60} 560 700 ${430 + i * 64}`
        : `M${i * 130 - 120} 900L${i * 44 + 190} 380`;
    art += stroke(lines, p.paper, 5);
    art += rect(0, 0, 600, 392, p.paper) + circle(470, 392, 96, track === p.accent ? p.spark : p.accent);
    art += polygon(
      [
        [0, 380],
        [600, 380],
        [600, 392],
        [0, 392],
      ],
      mix(track, p.ink, 0.5),
    );
    const x = 270 + random.int(80);
    art += placed(placed(running(p.ink), 0, 0, [1, -0.8]), x, 752, [2.6, 2.2], 0).replace(
      "<g",
      '<g fill-opacity="0.3"',
    );
    art += placed(running(p.ink), x, 750, 2.9) + circle(x + 34, 750 - 268, 3, p.ink);
    return { art, type: words(atTop(290), p, [p.paper], p.accent === track ? p.deep : undefined) };
  },
};
