import { mix } from "../colour.ts";
import { circle, clip, fillAll, path, placed, polygon, stroke } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const stainedGlass: Look = {
  name: "stained-glass",
  shows: "a window of coloured glass",
  suits: {
    religion: 1.5,
    "middle ages": 1.2,
    exorcism: 1,
    demons: 0.6,
    afterlife: 1,
    "word:god": 1,
    "word:angel": 1.2,
    "word:saint": 1.3,
    "word:church": 1.3,
    "word:priest": 1.3,
    "word:cathedral": 1.3,
    "word:holy": 1.1,
    "word:sin": 0.8,
    "word:heaven": 1,
    "word:nun": 1.3,
    "word:devil": 0.7,
    royalty: 0.4,
    "word:soul": 0.6,
    guilt: 0.4,
    cults: 0.6,
    miracle: 0.5,
    redemption: 0.3,
    "word:pope": 1.3,
    "word:christ": 1.2,
    "word:faith": 1,
    vampires: 0.4,
    gothic: 0.6,
    curse: 0.3,
  },
  draw({ palette: p, random }) {
    const colours = [p.accent, p.spark, p.mid, p.soft, mix(p.accent, p.spark, 0.5), mix(p.mid, p.soft, 0.5)];
    const arch = "M110 610V250C110 150 200 70 300 30 400 70 490 150 490 250V610Z";
    const [cx, cy] = [300, 270];
    let inside = "";
    const rings = [0, 62, 122, 190, 270, 420];
    for (let ring = 1; ring < rings.length; ring++) {
      const pieces = 8 + (ring > 2 ? 8 : 0);
      for (let i = 0; i < pieces; i++) {
        const angle = (at: number) => (Math.PI * 2 * at) / pieces + (ring % 2 ? 0 : Math.PI / pieces);
        const at = (r: number, a: number) => [cx + r * Math.cos(a), cy + r * Math.sin(a)] as const;
        inside += polygon(
          [
            at(rings[ring - 1]!, angle(i)),
            at(rings[ring]!, angle(i)),
            at(rings[ring]! * 1.02, angle(i + 0.5)),
            at(rings[ring]!, angle(i + 1)),
            at(rings[ring - 1]!, angle(i + 1)),
          ],
          colours[(i * (ring % 2 ? 1 : 2) + ring + random.int(2)) % colours.length]!,
          { stroke: p.ink, "stroke-width": 6 },
        );
      }
    }
    inside += circle(cx, cy, 46, p.paper, { stroke: p.ink, "stroke-width": 7 });
    let art =
      fillAll(p.ink) + clip("arch", path(arch, p.ink), inside + stroke("M300 0V620M110 440H490", p.ink, 8));
    art += stroke(arch, p.soft, 6) + placed(stroke(arch, mix(p.ink, p.soft, 0.35), 6), -18, -17, 1.06);
    return { art, type: words(atBottom(200, "middle"), p, [p.ink], p.spark) };
  },
};
