import { mix } from "../colour.ts";
import { circle, fillAll, path, polygon, rect } from "../draw.ts";
import type { Look } from "../stage.ts";
import { MARGIN, words } from "../words-on.ts";

export const blade: Look = {
  name: "blade",
  shows: "a blade from above to below",
  suits: {
    slasher: 1.6,
    "serial killer": 1.3,
    murder: 0.7,
    revenge: 0.6,
    gore: 0.7,
    giallo: 1.2,
    "sword fights": 0.8,
    samurai: 0.9,
    torture: 0.6,
    "word:knife": 1.6,
    "word:blade": 1.6,
    "word:murder": 0.9,
    "word:killer": 1,
    "word:blood": 0.9,
    violence: 0.4,
    "word:cut": 0.9,
    horror: 0.4,
    thriller: 0.25,
    whodunit: 0.5,
    cooking: 0.4,
    "martial arts": 0.4,
    betrayal: 0.4,
    "word:psycho": 1,
    "word:scream": 1,
    "word:sword": 1,
    "word:death": 0.5,
    yakuza: 0.8,
    vigilante: 0.4,
    "villain protagonist": 0.5,
  },
  draw({ palette: p, random }) {
    const ground = [p.accent, p.ink, p.deep][random.int(3)]!;
    const steel = ground === p.accent ? p.paper : p.soft;
    const x = 456;
    const drop = ground === p.accent ? p.ink : p.accent;
    let art =
      fillAll(ground) +
      rect(x - 36, -10, 72, 150, p.ink === ground ? p.mid : p.ink) +
      rect(x - 56, 136, 112, 20, mix(steel, p.ink, 0.35));
    for (const y of [30, 76, 118]) art += circle(x, y, 7, steel);
    art +=
      polygon(
        [
          [x - 36, 156],
          [x + 36, 156],
          [x + 36, 560],
          [x - 30, 770],
        ],
        steel,
      ) +
      polygon(
        [
          [x, 156],
          [x + 36, 156],
          [x + 36, 560],
          [x - 30, 770],
        ],
        mix(steel, p.ink, 0.22),
      );
    art += polygon(
      [
        [x - 33, 560],
        [x + 36, 500],
        [x + 36, 560],
        [x - 30, 770],
      ],
      drop,
    );
    for (const [dx, y, size] of [
      [-28, 812, 12],
      [-22, 862, 8],
      [14, 690, 7],
    ] as const)
      art += path(
        `M${x + dx} ${y - size * 2}C${x + dx + size * 1.5} ${y} ${x + dx + size} ${y + size} ${x + dx} ${y + size}S${x + dx - size * 1.5} ${y} ${x + dx} ${y - size * 2}Z`,
        drop,
      );
    return {
      art,
      type: words({ x: MARGIN, y: 200, width: 330, height: 640, across: "left", down: "bottom" }, p, [
        ground,
      ]),
    };
  },
};
