import { mix } from "../colour.ts";
import { circle, element, fillAll, group, placed, stroke } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const flowers: Look = {
  name: "flowers",
  shows: "flowers cut from paper",
  suits: {
    romance: 0.6,
    wedding: 1,
    "lavish costumes": 0.9,
    "female lead": 0.3,
    feminism: 0.6,
    "19th century": 0.7,
    "18th century": 0.6,
    motherhood: 0.6,
    "mothers and daughters": 0.8,
    royalty: 0.5,
    "girls night": 0.7,
    "first love": 0.5,
    spring: 0.6,
    "word:flower": 1.8,
    "word:rose": 1.6,
    "word:garden": 1.5,
    "growing old": 0.5,
    "valentines day": 0.8,
    lgbtq: 0.3,
    "unrequited love": 0.5,
    "turn of the century": 0.5,
    "forbidden love": 0.5,
    "word:woman": 0.4,
    "word:girl": 0.4,
    "word:lady": 0.5,
    "word:little": 0.3,
    pregnancy: 0.5,
    comfort: 0.4,
    "word:bee": 0.8,
    "word:summer": 0.6,
    illness: 0.3,
  },
  draw({ palette: p, random }) {
    const ground = [p.paper, p.soft, p.deep][random.int(3)]!;
    const leaf = ground === p.deep ? p.mid : p.deep;
    let art = fillAll(ground);
    const colours = [p.accent, p.spark, mix(p.accent, p.paper, 0.45), p.mid];
    const flower = (size: number, colour: string) => {
      const petals = 6 + random.int(5);
      const [long, wide] = [0.5 + 0.12 * random.uniform(), 0.2 + 0.12 * random.uniform()];
      let svg = "";
      for (let i = 0; i < petals; i++)
        svg += `<g transform="rotate(${Math.round((360 * i) / petals)})">${element("ellipse", { cx: 0, cy: -size * long * 0.95, rx: size * wide, ry: size * long, fill: colour })}</g>`;
      return (
        svg +
        circle(0, 0, size * 0.3, p.ink) +
        circle(0, 0, size * 0.2, ground === p.paper ? p.spark : p.paper)
      );
    };
    const spots = [
      [130, 560, 92],
      [330, 500, 118],
      [490, 610, 84],
      [230, 700, 78],
      [420, 745, 66],
    ] as const;
    for (const [x, y] of spots) {
      const bend = random.int(60) - 30;
      art += stroke(
        `M${x} ${y}C${x + bend} ${y + 120} ${x - bend} 820 ${270 + (x - 270) * 0.35} 910`,
        leaf,
        7,
      );
      for (const side of [-1, 1])
        art += placed(
          element("ellipse", { cx: 44, cy: 0, rx: 44, ry: 15, fill: leaf }),
          x + bend * 0.3,
          y + 120 + random.int(60),
          [side, 1],
          -30,
        );
    }
    for (const [at, [x, y, size]] of spots.entries())
      art += group(
        placed(
          flower(size, colours[at % 4]!),
          x + random.int(24) - 12,
          y + random.int(24) - 12,
          1,
          random.int(60),
        ),
      );
    return { art, type: words(atTop(300, "middle"), p, [ground]) };
  },
};
