import { mix } from "../colour.ts";
import { circle, fillAll, gradient, land, placed, polygon, rect } from "../draw.ts";
import { stars } from "../figures/sky.ts";
import { pine } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const castle: Look = {
  name: "castle",
  shows: "a castle on a hill under stars",
  suits: {
    fantasy: 0.9,
    "fairy tale": 1.4,
    princesses: 1.3,
    magic: 0.9,
    disney: 0.5,
    "middle ages": 1,
    royalty: 0.9,
    dragons: 1,
    "sword and sorcery": 1,
    witches: 0.5,
    "sword fights": 0.5,
    "word:castle": 1.6,
    "word:princes": 1.2,
    "word:prince": 0.9,
    "word:kingdom": 1.2,
    "word:knight": 1,
    "word:king": 0.8,
    "chosen one": 0.5,
    scotland: 0.5,
    curse: 0.4,
    mythology: 0.3,
    "word:wizard": 1.2,
    "word:magic": 0.8,
    animation: 0.25,
    quest: 0.4,
    "word:crown": 0.9,
    "word:sword": 0.7,
    "word:queen": 0.7,
  },
  draw({ palette: p, random }) {
    const dusk = random.int(2) === 0;
    const [high, low] = dusk ? [p.deep, p.accent] : [p.ink, p.mid];
    const sky = gradient("sky", [
      [0, high],
      [0.85, low],
    ]);
    let art =
      sky.defs +
      fillAll(sky.fill) +
      stars(random, 90, p.paper, { x: 0, y: 0, width: 600, height: 560 }, 2.6) +
      circle(300, 560, 170, p.spark, { "fill-opacity": 0.9 });
    const stone = p.ink;
    const tower = (x: number, width: number, height: number, roof: string) => {
      art +=
        rect(x, 720 - height, width, height + 40, stone) +
        polygon(
          [
            [x - 8, 720 - height],
            [x + width / 2, 720 - height - width * 1.7],
            [x + width + 8, 720 - height],
          ],
          roof,
        ) +
        rect(x + width / 2 - 4, 738 - height, 8, 16, p.spark);
      art +=
        polygon(
          [
            [x + width / 2, 720 - height - width * 1.7 - 26],
            [x + width / 2 + 24, 720 - height - width * 1.7 - 18],
            [x + width / 2, 720 - height - width * 1.7 - 10],
          ],
          p.paper,
        ) + rect(x + width / 2 - 1, 720 - height - width * 1.7 - 26, 2, 28, stone);
    };
    const roof = mix(p.accent, p.ink, dusk ? 0.55 : 0.25);
    art += land(
      [
        [0, 800],
        [150, 760],
        [300, 690],
        [450, 760],
        [600, 800],
      ],
      mix(low, p.ink, 0.45),
    );
    tower(196, 34, 120 + random.int(30), roof);
    tower(370, 34, 110 + random.int(40), roof);
    tower(240, 42, 170 + random.int(30), roof);
    tower(318, 42, 150 + random.int(30), roof);
    tower(278, 46, 230 + random.int(30), roof);
    art += rect(186, 660, 228, 100, stone);
    for (let x = 186; x < 410; x += 24) art += rect(x, 650, 13, 12, stone);
    art += `<path fill="${p.spark}" d="M284 760V726A16 16 0 0 1 316 726V760Z"/>`;
    art += land(
      [
        [0, 790],
        [140, 780],
        [300, 752],
        [460, 786],
        [600, 770],
      ],
      mix(p.deep, p.ink, 0.6),
    );
    for (let i = 0; i < 9; i++)
      art += placed(pine(p.ink), i * 74 + random.int(20), 850 + random.int(20), 0.9 + random.uniform() * 0.7);
    art += land(
      [
        [0, 850],
        [200, 864],
        [420, 850],
        [600, 866],
      ],
      p.ink,
    );
    return { art, type: words(atTop(280, "middle"), p, [high, mix(high, low, 0.35)]) };
  },
};
