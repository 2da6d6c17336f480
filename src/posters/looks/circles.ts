import { mix } from "../colour.ts";
import { circle, clip, fillAll } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const circles: Look = {
  name: "circles",
  shows: "circles that meet",
  suits: {
    romance: 0.9,
    "love triangle": 1.4,
    romantic: 0.6,
    marriage: 0.7,
    "first love": 0.7,
    friendship: 0.3,
    "two-hander": 0.8,
    adultery: 0.7,
    breakup: 0.7,
    siblings: 0.4,
    "enemies to lovers": 0.7,
    "unlikely friendship": 0.6,
    "mismatched pair": 0.6,
    "interlocking stories": 0.8,
    identity: 0.4,
    arthouse: 0.4,
    "word:two": 0.6,
    "word:love": 0.5,
    lgbtq: 0.5,
    drama: 0.25,
    talky: 0.4,
    "dual timeline": 0.6,
    doppelgänger: 0.6,
    "body swap": 0.7,
    "word:three": 0.5,
  },
  draw({ palette: p, random, has }) {
    const three = has("love triangle", "word:three");
    const ground = random.int(3) === 0 ? p.soft : p.paper;
    const r = three ? 150 : 175;
    const flip = random.int(2) === 0;
    const spots = three
      ? ([
          [220, 240],
          [380, 240],
          [300, 385],
        ] as const)
      : flip
        ? ([
            [215, 240],
            [385, 380],
          ] as const)
        : ([
            [205, 310],
            [395, 310],
          ] as const);
    const fills = [p.accent, p.mid, p.spark];
    let art = fillAll(ground);
    for (const [at, [x, y]] of spots.entries()) art += circle(x, y, r, fills[at]!);
    for (let a = 0; a < spots.length; a++) {
      for (let b = a + 1; b < spots.length; b++) {
        const [one, other] = [spots[a]!, spots[b]!];
        art += clip(
          `c${a}${b}`,
          circle(one[0], one[1], r),
          circle(other[0], other[1], r, mix(mix(fills[a]!, fills[b]!, 0.5), p.ink, 0.55)),
        );
      }
    }
    return { art, type: words(atBottom(270), p, [ground], p.deep) };
  },
};
