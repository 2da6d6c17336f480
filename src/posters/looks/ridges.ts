import { mix } from "../colour.ts";
import { fillAll, gradient, type Point, placed, polygon } from "../draw.ts";
import { hailing } from "../figures/people.ts";
import { stars, sun } from "../figures/sky.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const ridges: Look = {
  name: "ridges",
  shows: "mountain behind mountain, and somebody on the last",
  suits: {
    mountains: 1.8,
    adventure: 0.6,
    quest: 0.9,
    snow: 0.8,
    "polar regions": 1,
    epic: 0.6,
    nature: 0.6,
    fantasy: 0.4,
    survival: 0.7,
    "word:mountain": 1.3,
    dragons: 0.5,
    mythology: 0.5,
    "epic length": 0.3,
    "word:everest": 1.2,
    "word:journey": 0.8,
    "word:north": 0.5,
    "sword and sorcery": 0.6,
    inspiring: 0.3,
    "word:ice": 0.8,
    "word:snow": 0.8,
    "word:peak": 0.6,
    "latin america": 0.3,
  },
  draw({ palette: p, random }) {
    const night = random.int(3) === 0;
    const [top, low] = night ? [p.ink, p.mid] : [p.paper, p.soft];
    const sky = gradient("sky", [
      [0, top],
      [0.7, low],
    ]);
    let art = sky.defs + fillAll(sky.fill);
    if (night) art += stars(random, 80, p.paper, { x: 0, y: 0, width: 600, height: 500 });
    art += sun(
      120 + random.int(360),
      470 + random.int(50),
      80 + random.int(40),
      night ? p.paper : p.accent,
      night ? p.soft : p.accent,
    );
    const ridge = (base: number, rough: number, peaks: number, fill: string, snow?: string) => {
      const points: Point[] = [];
      for (let i = 0; i <= peaks * 2; i++)
        points.push([
          (600 / (peaks * 2)) * i,
          base + (i % 2 === 0 ? rough * 0.5 : -rough) * (0.55 + 0.6 * random.uniform()),
        ]);
      art += polygon([...points, [600, 900], [0, 900]], fill);
      if (!snow) return;
      for (const [at, [x, y]] of points.entries()) {
        if (at % 2 === 0) continue;
        const [left, right] = [points[at - 1]!, points[at + 1]!];
        const on = (end: Point, share: number): Point => [x + (end[0] - x) * share, y + (end[1] - y) * share];
        art += polygon(
          [[x, y], on(right, 0.34), [x + 8, y + rough * 0.3], [x - 6, y + rough * 0.46], on(left, 0.3)],
          snow,
        );
      }
    };
    ridge(590, 90, 3, mix(low, p.mid, 0.4), night ? undefined : p.paper);
    ridge(660, 80, 2, night ? p.deep : p.mid, night ? p.soft : mix(p.paper, p.soft, 0.4));
    ridge(750, 60, 3, night ? mix(p.deep, p.ink, 0.6) : p.deep);
    const x = 130 + random.int(340);
    art += polygon(
      [
        [0, 900],
        [0, 850],
        [x - 120, 832],
        [x - 26, 768],
        [x + 30, 770],
        [x + 150, 850],
        [600, 870],
        [600, 900],
      ],
      p.ink,
    );
    art += placed(hailing(p.ink), x, 772, 0.62);
    return { art, type: words(atTop(300, "middle"), p, [top, mix(top, low, 0.5)]) };
  },
};
