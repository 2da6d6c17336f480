import { mix } from "../colour.ts";
import { circle, fillAll, gradient, path, polygon, rect } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const rails: Look = {
  name: "rails",
  shows: "a train with its lamps lit, coming near",
  suits: {
    trains: 2,
    "word:train": 1.6,
    "word:express": 1.4,
    "word:railway": 1.4,
    "word:station": 1.1,
    "word:track": 1,
    "word:subway": 1.3,
    "word:passenger": 1,
    journey: 0.5,
    "on the run": 0.3,
    snow: 0.2,
    "word:metro": 1,
    "word:orient": 1,
    steampunk: 0.4,
    disaster: 0.3,
    "one location": 0.2,
    unstoppable: 0.5,
  },
  draw({ palette: p, random }) {
    const sky = gradient("sky", [
      [0, p.ink],
      [1, p.mid],
    ]);
    const light = random.int(2) === 0 ? p.spark : p.paper;
    let art =
      sky.defs +
      fillAll(sky.fill) +
      polygon(
        [
          [0, 690],
          [600, 690],
          [600, 900],
          [0, 900],
        ],
        mix(p.ink, p.deep, 0.4),
      );
    for (let i = 0; i < 7; i++) {
      const t = (i / 7) ** 1.6;
      const y = 706 + t * 200;
      art += rect(300 - 120 - t * 170, y, 240 + t * 340, 5 + t * 12, mix(p.mid, p.ink, 0.35));
    }
    art +=
      polygon(
        [
          [222, 690],
          [234, 690],
          [110, 900],
          [70, 900],
        ],
        p.soft,
      ) +
      polygon(
        [
          [366, 690],
          [378, 690],
          [530, 900],
          [490, 900],
        ],
        p.soft,
      );
    art += polygon(
      [
        [300, 480],
        [40, 900],
        [560, 900],
      ],
      light,
      { "fill-opacity": 0.16 },
    );
    art +=
      path("M170 700V470C170 380 240 340 300 340S430 380 430 470V700Z", p.deep) +
      path("M186 690V470C186 394 250 356 300 356S414 394 414 470V690Z", mix(p.deep, p.mid, 0.4));
    art +=
      path("M210 520V460C210 420 250 400 300 400S390 420 390 460V520Z", p.ink) +
      rect(296, 400, 8, 120, mix(p.deep, p.mid, 0.4)) +
      rect(160, 640, 280, 40, p.ink) +
      rect(180, 680, 240, 16, mix(p.ink, "#000000", 0.4)) +
      rect(186, 556, 228, 10, p.accent);
    for (const x of [226, 374])
      art +=
        circle(x, 606, 58, light, { "fill-opacity": 0.22 }) +
        circle(x, 606, 38, light, { "fill-opacity": 0.4 }) +
        circle(x, 606, 22, light);
    art += circle(300, 376, 11, p.accent);
    return { art, type: words(atTop(270, "middle"), p, [p.ink, mix(p.ink, p.mid, 0.4)]) };
  },
};
