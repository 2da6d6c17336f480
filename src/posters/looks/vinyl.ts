import { mix } from "../colour.ts";
import { circle, fillAll, polygon, rect, ring, stroke } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const vinyl: Look = {
  name: "vinyl",
  shows: "a record turning",
  suits: {
    music: 1.4,
    "rock band": 1.8,
    jazz: 1.8,
    "hip hop": 1.6,
    "concert film": 1.8,
    "great soundtrack": 0.5,
    "memorable score": 0.3,
    musical: 0.5,
    "classical music": 1.2,
    nightlife: 0.4,
    fame: 0.5,
    "word:song": 1.2,
    "word:music": 1.3,
    "word:record": 1.2,
    "word:band": 1.1,
    "word:rock": 0.8,
    "word:blue": 0.3,
    "word:singer": 1.2,
    "word:musician": 1.3,
    "song and dance": 0.6,
    "word:radio": 1,
    "word:piano": 1,
    "word:beat": 0.7,
    "word:concert": 1,
    addiction: 0.2,
  },
  draw({ palette: p, random }) {
    const ground = [p.accent, p.spark, p.soft, p.mid][random.int(4)]!;
    const label = ground === p.accent ? p.spark : p.accent;
    const [cx, cy, r] = [random.int(2) ? 300 : 210, 330, 262];
    let art =
      fillAll(ground) +
      circle(cx + 10, cy + 14, r, p.ink, { "fill-opacity": 0.25 }) +
      circle(cx, cy, r, p.ink);
    for (let i = 0; i < 17; i++)
      art += ring(cx, cy, 106 + i * 9, mix(p.ink, p.soft, i % 4 === 0 ? 0.28 : 0.12), 1.6);
    art +=
      polygon(
        [
          [cx, cy],
          [cx + 190, cy - 165],
          [cx + 236, cy - 92],
        ],
        p.paper,
        { "fill-opacity": 0.12 },
      ) +
      polygon(
        [
          [cx, cy],
          [cx - 190, cy + 165],
          [cx - 236, cy + 92],
        ],
        p.paper,
        { "fill-opacity": 0.12 },
      );
    art +=
      circle(cx, cy, 92, label) +
      ring(cx, cy, 78, p.paper, 2) +
      circle(cx, cy, 34, p.paper, { "fill-opacity": 0.9 }) +
      circle(cx, cy, 9, p.ink);
    art +=
      stroke(`M560 40V240L${cx + 150} ${cy + 96}`, p.paper, 10, {
        "stroke-linejoin": "round",
        "stroke-linecap": "round",
      }) +
      circle(560, 46, 28, p.deep) +
      circle(560, 46, 12, p.paper) +
      rect(cx + 134, cy + 84, 30, 26, p.deep);
    return { art, type: words(atBottom(230), p, [ground]) };
  },
};
