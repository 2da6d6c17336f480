import { mix } from "../colour.ts";
import { circle, fillAll, placed, rect } from "../draw.ts";
import { standing } from "../figures/people.ts";
import { pine } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const forest: Look = {
  name: "forest",
  shows: "somebody small among tall trees",
  suits: {
    forest: 1.8,
    nature: 0.9,
    rural: 0.6,
    "folk horror": 1.2,
    bears: 1,
    "summer camp": 1,
    witches: 0.7,
    survival: 0.7,
    "word:wood": 1,
    "word:forest": 1.3,
    werewolves: 1,
    "word:tree": 0.7,
    "word:wild": 0.7,
    "word:cabin": 1,
    "fairy tale": 0.4,
    fantasy: 0.25,
    "missing person": 0.4,
    hunter: 0.5,
    "word:wolf": 1,
    scandinavia: 0.4,
    jungle: 0.5,
    environment: 0.6,
  },
  draw({ palette: p, random }) {
    const moon = random.int(2) === 0 ? p.spark : p.accent;
    let art = fillAll(p.soft) + circle(300, 560, 190, mix(p.soft, moon, 0.55)) + circle(300, 560, 120, moon);
    const row = (base: number, count: number, size: number, fill: string) => {
      for (let i = 0; i < count; i++) {
        const x = (600 / (count - 1)) * i + random.int(30) - 15;
        const scale = size * (0.8 + 0.45 * random.uniform());
        art += placed(pine(fill), x, base, [scale, scale * 1.35]);
      }
      art += rect(0, base - 4, 600, 900, fill);
    };
    row(720, 12, 1.3, mix(p.soft, p.mid, 0.55));
    row(770, 9, 1.8, p.mid);
    art += placed(standing(p.ink), 300, 792, 0.62);
    row(822, 8, 2, p.deep);
    for (const x of [20, 110, 500, 588]) art += placed(pine(p.ink), x + random.int(16), 900, [3.4, 4.2]);
    art += rect(0, 880, 600, 20, p.ink);
    return { art, type: words(atTop(300, "middle"), p, [p.soft], p.deep) };
  },
};
