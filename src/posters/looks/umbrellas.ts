import { mix } from "../colour.ts";
import { circle, fillAll, placed, polygon, rect, stroke } from "../draw.ts";
import type { Look } from "../stage.ts";
import { words } from "../words-on.ts";

export const umbrellas: Look = {
  name: "umbrellas",
  shows: "umbrellas from above, one of another colour",
  suits: {
    loneliness: 0.9,
    melancholy: 1,
    sad: 0.6,
    "rainy sunday": 1,
    drama: 0.35,
    london: 0.9,
    paris: 0.4,
    identity: 0.6,
    loner: 0.7,
    nonconformity: 0.9,
    "class differences": 0.4,
    misfits: 0.7,
    depression: 0.7,
    grief: 0.5,
    "unrequited love": 0.6,
    "word:rain": 1.6,
    "word:umbrella": 2,
    "word:lonely": 1,
    "slow burn": 0.4,
    poetic: 0.6,
    "word:alone": 0.8,
    "word:only": 0.3,
    "word:one": 0.2,
    "culture clash": 0.5,
    hopeful: 0.3,
    "midlife crisis": 0.6,
    korea: 0.3,
    dreamlike: 0.2,
    seattle: 0.7,
    homelessness: 0.5,
    whistleblower: 0.5,
    antihero: 0.3,
  },
  draw({ palette: p, random }) {
    const street = mix(p.mid, p.soft, 0.5);
    let art = fillAll(street);
    const umbrella = (x: number, y: number, r: number, fill: string) => {
      let svg = circle(8, 14, r * 0.95, p.ink, { "fill-opacity": 0.22 });
      const turn = random.int(45);
      for (let i = 0; i < 8; i++) {
        const at = (k: number) => [r * Math.cos((Math.PI * k) / 4), r * Math.sin((Math.PI * k) / 4)] as const;
        svg += polygon([[0, 0], at(i), at(i + 1)], mix(fill, p.ink, i % 2 === 0 ? 0 : 0.16));
      }
      return placed(svg + circle(0, 0, 5, p.paper), x, y, 1, turn);
    };
    const special = random.int(9) + 3;
    let at = 0;
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 4; column++) {
        const [x, y] = [
          78 + column * 150 + (row % 2 ? 60 : -10) + random.int(26) - 13,
          60 + row * 128 + random.int(26) - 13,
        ];
        art += umbrella(
          x,
          y,
          68 + random.int(14),
          at++ === special
            ? p.accent
            : [p.deep, mix(p.deep, p.ink, 0.5), mix(p.deep, p.mid, 0.5)][random.int(3)]!,
        );
      }
    }
    let rain = "";
    for (let i = 0; i < 70; i++) rain += `M${random.int(600)} ${random.int(640)}l-5 20`;
    art += stroke(rain, p.paper, 1.6, { "stroke-opacity": 0.55 }) + rect(0, 640, 600, 260, p.paper);
    return {
      art,
      type: words(
        { x: 46, y: 668, width: 508, height: 186, across: "left", down: "middle" },
        p,
        [p.paper],
        p.deep,
      ),
    };
  },
};
