import { mix } from "../colour.ts";
import { circle, clip, element, fillAll, gradient, placed, rect } from "../draw.ts";
import { flock } from "../figures/sky.ts";
import { palm } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const island: Look = {
  name: "island",
  shows: "palms before a striped sun",
  suits: {
    island: 1.6,
    summer: 1.2,
    holiday: 1,
    surfing: 1.4,
    jungle: 0.8,
    "los angeles": 0.6,
    treasure: 0.8,
    "word:island": 1.5,
    "word:beach": 1.5,
    "word:summer": 1.2,
    "word:paradise": 1.2,
    "word:miami": 1.4,
    "word:hawaii": 1.4,
    "latin america": 0.7,
    "word:holiday": 0.8,
    "word:vacation": 1,
    "guys night": 0.3,
    party: 0.5,
    pirates: 0.6,
    "word:hot": 0.6,
    "word:california": 1,
    "word:palm": 1.5,
    "drug trade": 0.5,
    romcom: 0.15,
    cuba: 0.8,
    "word:tropic": 1.4,
    survival: 0.3,
    "word:bay": 0.8,
    "feel-good": 0.2,
    "spring break": 1,
    florida: 1,
  },
  draw({ palette: p, random }) {
    const sky = gradient("sky", [
      [0, p.deep],
      [0.6, p.accent],
    ]);
    let art = sky.defs + fillAll(sky.fill);
    const [cx, cy, r] = [300, 560, 190];
    const light = gradient("light", [
      [0, p.paper],
      [1, p.spark],
    ]);
    let inside = circle(cx, cy, r, light.fill);
    for (let i = 0; i < 6; i++) inside += rect(0, cy + 6 + i * 26, 600, 4 + i * 2.6, p.accent);
    art +=
      light.defs +
      clip("sun", circle(cx, cy, r), inside) +
      flock(random, 4, p.ink, { x: 150, y: 440, width: 300, height: 80 });
    art += rect(0, 690, 600, 210, mix(p.deep, p.ink, 0.35));
    for (let i = 0; i < 16; i++) {
      const y = 702 + i * 12;
      const width = 40 + random.int(170);
      art += rect(300 - width / 2 + random.int(60) - 30, y, width, 4, p.spark, {
        "fill-opacity": 0.65 - i * 0.03,
      });
    }
    art +=
      element("ellipse", { cx: 110, cy: 905, rx: 260, ry: 90, fill: p.ink }) +
      element("ellipse", { cx: 560, cy: 915, rx: 180, ry: 70, fill: p.ink });
    art +=
      placed(palm(p.ink), 110, 850, 4.2, 5) +
      placed(palm(p.ink), 52, 860, [3, 3], -9) +
      placed(palm(p.ink), 548, 880, [-3.4, 3.4], -4);
    return { art, type: words(atTop(280, "middle"), p, [p.deep, mix(p.deep, p.accent, 0.4)]) };
  },
};
