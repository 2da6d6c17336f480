import { mix } from "../colour.ts";
import { circle, clip, element, fillAll, land, path, placed, rect, stroke } from "../draw.ts";
import { flock } from "../figures/sky.ts";
import { roundTree } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const balloon: Look = {
  name: "balloon",
  shows: "a striped balloon over hills",
  suits: {
    children: 0.7,
    kids: 0.6,
    animation: 0.5,
    whimsical: 0.9,
    "family night": 0.7,
    "talking animals": 0.5,
    disney: 0.4,
    pixar: 0.6,
    adventure: 0.35,
    "child lead": 0.5,
    "feel-good": 0.5,
    hopeful: 0.7,
    "word:balloon": 2,
    "word:up": 1,
    "word:fly": 1,
    "word:world": 0.3,
    "computer animation": 0.3,
    colourful: 0.4,
    "unlikely friendship": 0.3,
    comfort: 0.4,
    "word:wonderful": 0.6,
    "word:flying": 1,
    orphan: 0.3,
    "word:sky": 0.5,
    "word:adventure": 0.5,
    "word:boy": 0.2,
  },
  draw({ palette: p, random }) {
    const sky = random.int(2) === 0 ? p.soft : mix(p.mid, p.paper, 0.55);
    let art = fillAll(sky);
    for (let i = 0; i < 5; i++) {
      const [x, y] = [random.int(560), 60 + random.int(380)];
      art +=
        element("ellipse", { cx: x, cy: y, rx: 58, ry: 15, fill: p.paper, "fill-opacity": 0.75 }) +
        circle(x - 16, y - 8, 22, p.paper, { "fill-opacity": 0.75 }) +
        circle(x + 16, y - 5, 17, p.paper, { "fill-opacity": 0.75 });
    }
    const [cx, cy, r] = [230 + random.int(140), 226, 138];
    const body = `M${cx - r} ${cy}A${r} ${r} 0 0 1 ${cx + r} ${cy}C${cx + r} ${cy + 90} ${cx + 40} ${cy + 130} ${cx + 26} ${cy + 190}H${cx - 26}C${cx - 40} ${cy + 130} ${cx - r} ${cy + 90} ${cx - r} ${cy}Z`;
    const stripes = [p.accent, p.paper, p.spark, p.deep];
    let inside = "";
    for (let i = 5; i >= 0; i--)
      inside += element("ellipse", { cx, cy: cy + 30, rx: 14 + i * 26, ry: 220, fill: stripes[i % 4]! });
    art +=
      clip("silk", path(body, p.accent), inside) +
      stroke(
        `M${cx - 24} ${cy + 190}L${cx - 20} ${cy + 226}M${cx + 24} ${cy + 190}L${cx + 20} ${cy + 226}`,
        p.ink,
        2.5,
      ) +
      rect(cx - 24, cy + 226, 48, 34, p.deep, { rx: 5 });
    art += flock(random, 4, p.deep, { x: 60, y: 420, width: 480, height: 60 }, 0.9);
    const hill = [mix(p.mid, sky, 0.25), mix(p.mid, p.deep, 0.35), p.deep] as const;
    art +=
      land(
        [
          [0, 600],
          [150, 540],
          [320, 590],
          [470, 530],
          [600, 570],
        ],
        hill[0],
      ) +
      placed(roundTree(hill[1], p.ink), 110, 566, 0.6) +
      placed(roundTree(hill[1], p.ink), 500, 560, 0.75);
    art +=
      land(
        [
          [0, 640],
          [180, 610],
          [350, 650],
          [520, 600],
          [600, 630],
        ],
        hill[1],
      ) +
      land(
        [
          [0, 690],
          [200, 672],
          [420, 704],
          [600, 670],
        ],
        hill[2],
      );
    return { art, type: words(atBottom(190, "middle", 44), p, [hill[2]]) };
  },
};
