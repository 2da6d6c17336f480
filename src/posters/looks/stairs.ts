import { mix } from "../colour.ts";
import { circle, fillAll, type Point, placed, polygon } from "../draw.ts";
import { standing } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { words } from "../words-on.ts";

export const stairs: Look = {
  name: "stairs",
  shows: "somebody at the foot of long stairs",
  suits: {
    ambition: 1.1,
    "rags to riches": 1.2,
    business: 1,
    greed: 0.9,
    "class differences": 1,
    inspiring: 0.6,
    genius: 0.6,
    biography: 0.5,
    "based on a true story": 0.35,
    fame: 0.4,
    mentor: 0.6,
    workplace: 0.5,
    politics: 0.3,
    science: 0.4,
    racism: 0.4,
    "civil rights": 0.5,
    school: 0.4,
    "word:step": 1.2,
    "word:rise": 0.9,
    "word:stair": 1.5,
    "word:success": 0.8,
    "word:dream": 0.4,
    hopeful: 0.5,
    disability: 0.5,
    boxing: 0.5,
    poverty: 0.5,
    "coming of age": 0.3,
    college: 0.4,
    immigration: 0.4,
    rebellion: 0.4,
    corruption: 0.3,
    "word:wall": 0.4,
    "word:up": 0.3,
  },
  draw({ palette: p, random }) {
    const ground = [p.paper, p.soft][random.int(2)]!;
    const flip = random.int(2) === 0;
    const step = mix(p.deep, p.mid, random.uniform());
    const points: Point[] = [
      [0, 900],
      [0, 850],
    ];
    const count = 9;
    for (let i = 0; i < count; i++) {
      const [x, y] = [120 + (480 / count) * i, 850 - (520 / count) * i];
      points.push([x, y], [x, y - 520 / count]);
    }
    points.push([600, 330], [600, 900]);
    let stair = polygon(points, step);
    for (let i = 0; i < count; i++)
      stair += polygon(
        [
          [120 + (480 / count) * i, 850 - (520 / count) * (i + 1)],
          [600, 850 - (520 / count) * (i + 1)],
          [600, 858 - (520 / count) * (i + 1)],
          [120 + (480 / count) * i, 858 - (520 / count) * (i + 1)],
        ],
        mix(step, p.paper, 0.22),
      );
    const art =
      fillAll(ground) +
      circle(flip ? 90 : 510, 250, 84, p.accent) +
      placed(stair + placed(standing(p.ink), 74, 850, 1.35), flip ? 600 : 0, 0, [flip ? -1 : 1, 1]);
    return {
      art,
      type: words(
        { x: flip ? 214 : 46, y: 52, width: 340, height: 350, across: flip ? "right" : "left", down: "top" },
        p,
        [ground],
      ),
    };
  },
};
