import { mix } from "../colour.ts";
import { circle, fillAll, placed, polygon, rect, stroke } from "../draw.ts";
import { heart } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const letter: Look = {
  name: "letter",
  shows: "a sealed letter",
  suits: {
    writers: 1.2,
    "unrequited love": 0.8,
    "forbidden love": 0.8,
    "word:letter": 2,
    "word:message": 1.2,
    "word:write": 0.9,
    "word:writer": 1,
    "word:book": 0.8,
    "word:mail": 1.2,
    "word:note": 0.9,
    "word:dear": 1.3,
    "word:postman": 1.6,
    "word:story": 0.3,
    "based on a book": 0.15,
    romance: 0.45,
    "valentines day": 0.9,
    "dual timeline": 0.4,
    "19th century": 0.3,
    "story within a story": 0.5,
    romcom: 0.5,
    journalism: 0.3,
    "secret identity": 0.3,
    adultery: 0.4,
    breakup: 0.4,
    holiday: 0.2,
    "word:secret": 0.5,
    "word:love": 0.5,
    "word:diary": 1.2,
    poetic: 0.3,
  },
  draw({ palette: p, random, has }) {
    const ground = [p.accent, p.mid, p.deep][random.int(3)]!;
    const seal = ground === p.accent ? p.deep : p.accent;
    let art = fillAll(ground);
    const turn = random.int(14) - 7;
    const paper = mix(p.paper, p.soft, 0.12);
    const envelope =
      polygon(
        [
          [-206, -134],
          [214, -124],
          [214, 156],
          [-206, 146],
        ],
        p.ink,
        { "fill-opacity": 0.22 },
      ) +
      rect(-210, -146, 420, 292, paper) +
      polygon(
        [
          [-210, 146],
          [-20, -10],
          [20, -10],
          [210, 146],
        ],
        mix(paper, p.soft, 0.35),
      ) +
      stroke("M-210-146L0 30 210-146", mix(paper, p.deep, 0.35), 3) +
      polygon(
        [
          [-210, -146],
          [0, 26],
          [210, -146],
        ],
        mix(paper, p.soft, 0.6),
      ) +
      circle(0, 6, 50, seal) +
      circle(0, 6, 40, mix(seal, p.ink, 0.25)) +
      (has("romance", "romantic", "unrequited love", "valentines day", "romcom")
        ? placed(heart(44, seal), 0, 6)
        : polygon(
            [
              [-12, 22],
              [0, -16],
              [12, 22],
            ],
            seal,
          ));
    for (const [x, y, size] of [
      [90, 90, 18],
      [520, 120, 26],
      [110, 560, 22],
      [500, 540, 16],
    ] as const)
      art += has("romance", "romantic")
        ? placed(heart(size * 1.6, mix(ground, p.paper, 0.3)), x, y, 1, random.int(50) - 25)
        : circle(x, y, size * 0.6, mix(ground, p.paper, 0.25));
    art += placed(envelope, 300, 325, 1, turn);
    return { art, type: words(atBottom(250, "middle"), p, [ground]) };
  },
};
