import { mix } from "../colour.ts";
import { circle, fillAll, placed, polygon, rect, ring } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const dial: Look = {
  name: "dial",
  shows: "a clock without hours to spare",
  suits: {
    "time travel": 1.5,
    "time loop": 1.6,
    "one day": 1,
    "real time": 1.2,
    heist: 1.1,
    "non-linear": 0.6,
    "growing old": 0.6,
    immortality: 0.8,
    "dual timeline": 0.9,
    "word:time": 1.4,
    "word:hour": 1.5,
    "word:minute": 1.5,
    "word:day": 0.8,
    "word:clock": 1.6,
    "word:bank": 1,
    "word:year": 0.5,
    "word:tomorrow": 1,
    "word:yesterday": 1,
    "mad scientist": 0.5,
    steampunk: 0.9,
    "one night": 0.7,
    "fast-paced": 0.2,
    "word:midnight": 1,
    "word:robbery": 0.9,
    "word:second": 0.9,
    "word:past": 0.5,
    "word:future": 0.9,
  },
  draw({ palette: p, random }) {
    const ground = [p.deep, p.soft, p.accent, p.ink][random.int(4)]!;
    const face = ground === p.soft ? p.ink : p.paper;
    const marks = ground === p.soft ? p.paper : p.ink;
    const [cx, cy, r] = [300, 330, 240];
    let art =
      fillAll(ground) +
      circle(cx, cy, r + 26, mix(ground, p.ink, 0.4)) +
      circle(cx, cy, r, face) +
      ring(cx, cy, r - 16, marks, 2);
    for (let i = 0; i < 60; i++) {
      const hour = i % 5 === 0;
      art += `<g transform="rotate(${i * 6} ${cx} ${cy})">${rect(cx - (hour ? 5 : 1.5), cy - r + 26, hour ? 10 : 3, hour ? 40 : 16, marks)}</g>`;
    }
    const [hourTurn, minuteTurn] = [random.int(360), random.int(360)];
    const hand = (long: number, wide: number, fill: string, turn: number) =>
      placed(
        polygon(
          [
            [-wide, 30],
            [wide, 30],
            [wide * 0.5, -long],
            [0, -long - 22],
            [-wide * 0.5, -long],
          ],
          fill,
        ),
        cx,
        cy,
        1,
        turn,
      );
    const red = ground === p.accent ? p.deep : p.accent;
    art +=
      hand(110, 13, marks, hourTurn) +
      hand(166, 9, marks, minuteTurn) +
      placed(rect(-2.5, -186, 5, 240, red), cx, cy, 1, (minuteTurn + 130) % 360) +
      circle(cx, cy, 18, red) +
      circle(cx, cy, 7, face);
    return { art, type: words(atBottom(210, "middle"), p, [ground]) };
  },
};
