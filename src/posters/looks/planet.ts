import { mix } from "../colour.ts";
import { circle, clip, element, fillAll, glow, placed, stroke, WIDTH } from "../draw.ts";
import { astronaut } from "../figures/people.ts";
import { stars } from "../figures/sky.ts";
import { rocket } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const planet: Look = {
  name: "planet",
  shows: "a great planet, and something very small before it",
  suits: {
    "outer space": 1.8,
    astronauts: 1.2,
    "space opera": 1.2,
    "sci-fi": 0.7,
    aliens: 0.6,
    "far future": 0.8,
    "hard science fiction": 1,
    "word:planet": 1.2,
    "word:space": 1.2,
    "word:star": 0.8,
    "word:moon": 0.9,
    "word:mar": 1,
    "word:earth": 0.5,
    "alien invasion": 0.5,
    "word:galaxy": 1,
    "word:astronaut": 1.2,
  },
  draw({ palette: p, random, has }) {
    const r = 190 + random.int(60);
    const [x, y] = [150 + random.int(300), 260 + random.int(40)];
    const light = random.int(2) === 0 ? p.accent : p.spark;
    const halo = glow("halo", light, 0.5, 0.6);
    let art = fillAll(p.ink) + stars(random, 160, p.paper, { x: 0, y: 0, width: WIDTH, height: 900 });
    art += halo.defs + circle(x, y, r * 1.4, halo.fill);
    let bands = circle(x, y, r, light);
    const shades = [
      mix(light, p.deep, 0.25),
      mix(light, p.paper, 0.3),
      mix(light, p.deep, 0.4),
      mix(light, p.paper, 0.15),
    ];
    for (let at = -r + 20; at < r; ) {
      const height = 12 + random.int(44);
      bands += element("ellipse", {
        cx: x,
        cy: y + at,
        rx: r * 1.1,
        ry: height / 2,
        fill: shades[random.int(shades.length)]!,
        "fill-opacity": 0.8,
      });
      at += height + 8 + random.int(30);
    }
    art += clip(
      "disc",
      circle(x, y, r),
      bands +
        circle(x - r * 0.75, y - r * 0.55, r * 1.55, "none", {
          stroke: p.ink,
          "stroke-width": r * 0.9,
          "stroke-opacity": 0.62,
        }),
    );
    if (random.int(3) > 0) {
      const half = (sweep: 0 | 1) => `M${-r * 1.65} 0A${r * 1.65} ${r * 0.34} 0 0 ${sweep} ${r * 1.65} 0`;
      art += placed(
        stroke(half(0), p.soft, 10) +
          stroke(`M${-r * 1.4} 0A${r * 1.4} ${r * 0.27} 0 0 0 ${r * 1.4} 0`, p.paper, 3),
        x,
        y,
        1,
        -16,
      );
    }
    const small = has("astronauts", "loneliness", "word:astronaut")
      ? astronaut(p.paper, p.deep)
      : rocket(p.paper, p.soft);
    art += placed(
      small,
      x > 300 ? 110 + random.int(60) : 440 + random.int(60),
      560,
      0.55,
      has("astronauts") ? 14 : 38,
    );
    return { art, type: words(atBottom(240), p, [p.ink]) };
  },
};
