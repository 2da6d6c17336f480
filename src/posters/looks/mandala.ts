import { mix } from "../colour.ts";
import { circle, element, fillAll, path, rect, ring } from "../draw.ts";
import type { Look } from "../stage.ts";
import { words } from "../words-on.ts";

export const mandala: Look = {
  name: "mandala",
  shows: "an ornament like a great wheel",
  suits: {
    india: 1.7,
    "middle east": 1,
    africa: 0.9,
    iran: 1,
    turkey: 0.8,
    egypt: 0.8,
    pakistan: 1,
    "song and dance": 0.3,
    mythology: 0.6,
    "latin america": 0.5,
    mexico: 0.4,
    religion: 0.3,
    "lavish costumes": 0.4,
    "word:india": 1.2,
    "word:prince": 0.3,
    "word:arabian": 1.2,
    "word:bride": 0.8,
    china: 0.3,
    thailand: 0.7,
    indonesia: 0.8,
    wedding: 0.3,
    morocco: 0.8,
    israel: 0.4,
    greece: 0.3,
    colourful: 0.3,
    "word:maharaja": 1,
    nigeria: 0.7,
    "sri lanka": 0.6,
    spiritual: 0.5,
    brazil: 0.4,
  },
  draw({ palette: p, random }) {
    const ground = [p.accent, p.deep, p.soft][random.int(3)]!;
    const [cx, cy] = [300, 330];
    let art = fillAll(ground);
    const colours = random.shuffle([p.spark, p.paper, p.mid, p.ink, p.accent === ground ? p.deep : p.accent]);
    const petals = (count: number, r: number, long: number, wide: number, fill: string) => {
      for (let i = 0; i < count; i++) {
        art += `<g transform="rotate(${((360 * i) / count).toFixed(1)} ${cx} ${cy})">${path(`M${cx} ${cy - r}Q${cx - wide} ${cy - r - long * 0.55} ${cx} ${cy - r - long}Q${cx + wide} ${cy - r - long * 0.55} ${cx} ${cy - r}Z`, fill)}</g>`;
      }
    };
    const beads = (count: number, r: number, size: number, fill: string) => {
      for (let i = 0; i < count; i++)
        art += circle(
          cx + r * Math.cos((Math.PI * 2 * i) / count),
          cy + r * Math.sin((Math.PI * 2 * i) / count),
          size,
          fill,
        );
    };
    petals(24, 190, 84, 34, colours[0]!);
    petals(24, 190, 56, 20, mix(colours[0]!, p.ink, 0.5));
    art += circle(cx, cy, 206, colours[1]!) + ring(cx, cy, 194, colours[3]!, 3);
    beads(36, 180, 6, colours[2]!);
    petals(16, 92, 76, 36, colours[4]!);
    petals(16, 92, 48, 18, colours[0]!);
    art += circle(cx, cy, 104, colours[3]!) + ring(cx, cy, 94, colours[0]!, 3);
    petals(12, 30, 58, 26, colours[1]!);
    petals(12, 30, 36, 12, colours[4]!);
    art += circle(cx, cy, 34, colours[2]!) + circle(cx, cy, 18, colours[0]!) + circle(cx, cy, 7, p.ink);
    art += rect(0, 632, 600, 268, p.ink);
    for (let x = 20; x < 600; x += 40)
      art +=
        element("path", { d: `M${x - 20} 632A20 20 0 0 1 ${x + 20} 632Z`, fill: p.ink }) +
        circle(x, 626, 4, colours[0]! === p.ink ? p.spark : colours[0]!);
    return {
      art,
      type: words(
        { x: 46, y: 664, width: 508, height: 190, across: "middle", down: "middle" },
        p,
        [p.ink],
        p.spark,
      ),
    };
  },
};
