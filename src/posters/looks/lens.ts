import { mix } from "../colour.ts";
import { circle, clip, fillAll, polygon, rect, ring } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const lens: Look = {
  name: "lens",
  shows: "the blades of a camera's shutter",
  suits: {
    documentary: 1.2,
    filmmaking: 1.5,
    journalism: 1.1,
    "film within a film": 1.2,
    media: 1,
    "found footage": 1.2,
    "handheld camera": 0.8,
    biography: 0.5,
    "word:camera": 1.4,
    "word:photo": 1.3,
    "word:film": 0.9,
    "word:movie": 0.9,
    "word:story": 0.2,
    mockumentary: 0.7,
    whistleblower: 0.6,
    "word:picture": 0.7,
    investigation: 0.4,
    fame: 0.3,
    politics: 0.3,
    "real time": 0.4,
    "gritty realism": 0.4,
    "word:photographer": 1.4,
    "word:director": 0.6,
    "word:reporter": 0.9,
    "word:documentary": 0.8,
    "word:paparazzi": 1,
  },
  draw({ palette: p, random }) {
    const ground = [p.ink, p.paper, p.deep][random.int(3)]!;
    const [cx, cy, r] = [300, 340, 236];
    const light = random.int(2) === 0 ? p.accent : p.spark;
    let art =
      fillAll(ground) +
      circle(cx, cy, r + 34, ground === p.ink ? p.deep : p.ink) +
      ring(cx, cy, r + 18, p.soft, 2);
    for (let i = 0; i < 60; i++)
      art += `<g transform="rotate(${i * 6} ${cx} ${cy})">${rect(cx - 1, cy - r - 30, 2, i % 5 === 0 ? 12 : 6, p.paper)}</g>`;
    const blades = 6 + random.int(3);
    const open = 74 + random.int(50);
    let inside = circle(cx, cy, r, light);
    for (let i = 0; i < blades; i++) {
      const turn = (360 / blades) * i;
      const shade = mix(p.mid, p.ink, 0.15 + 0.6 * (i / blades));
      inside += `<g transform="rotate(${turn.toFixed(1)} ${cx} ${cy})">${polygon(
        [
          [cx - 400, cy - open],
          [cx + open * Math.tan(Math.PI / blades), cy - open],
          [cx + 400, cy - open - 400 * Math.tan(Math.PI / blades) - 60],
          [cx - 400, cy - 700],
        ],
        shade,
        { stroke: p.ink, "stroke-width": 2 },
      )}</g>`;
    }
    art += clip("glass", circle(cx, cy, r), inside);
    return { art, type: words(atBottom(210), p, [ground], ground === p.paper ? undefined : light) };
  },
};
