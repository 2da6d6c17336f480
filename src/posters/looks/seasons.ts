import { mix } from "../colour.ts";
import { circle, element, fillAll, path, placed, stroke } from "../draw.ts";
import { child, couple, standing } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const seasons: Look = {
  name: "seasons",
  shows: "one great tree and somebody under it",
  suits: {
    "coming of age": 1.1,
    rural: 0.8,
    "small town": 0.6,
    "growing old": 0.7,
    nostalgic: 0.8,
    "fathers and sons": 0.6,
    "fathers and daughters": 0.7,
    "mothers and daughters": 0.5,
    siblings: 0.5,
    family: 0.5,
    "child lead": 0.6,
    "summer camp": 0.5,
    friendship: 0.35,
    "bittersweet ending": 0.4,
    comfort: 0.5,
    "southern states": 0.6,
    "word:tree": 1.7,
    "word:autumn": 1.4,
    "word:child": 0.5,
    "word:childhood": 0.8,
    grief: 0.3,
    illness: 0.4,
    death: 0.3,
    dogs: 0.7,
    horses: 0.5,
    "single parent": 0.4,
    "word:home": 0.4,
    "word:apple": 0.9,
    motherhood: 0.4,
    school: 0.2,
    "first love": 0.3,
    drama: 0.15,
    "word:life": 0.3,
    "word:dog": 0.7,
  },
  draw({ palette: p, random, has }) {
    const ground = random.int(2) === 0 ? p.paper : p.soft;
    let art = fillAll(ground);
    const [cx, cy] = [300, 250];
    const leaves = [p.accent, p.spark, mix(p.accent, p.spark, 0.5), mix(p.accent, p.deep, 0.35), p.mid];
    art += path(
      "M284 640C290 540 282 470 286 400L250 320 258 314 292 366 296 270H304L308 360 352 300 360 306 316 396C318 470 310 540 318 640Z",
      p.ink,
    );
    for (let i = 0; i < 150; i++) {
      const [angle, far] = [random.uniform() * Math.PI * 2, Math.sqrt(random.uniform())];
      const [x, y] = [cx + 222 * far * Math.cos(angle), cy + 186 * far * Math.sin(angle)];
      art += element("ellipse", {
        cx: 0,
        cy: 0,
        rx: 24 - 8 * far,
        ry: 14 - 4 * far,
        fill: leaves[random.int(leaves.length)]!,
        transform: `translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${random.int(180)})`,
      });
    }
    for (let i = 0; i < 14; i++)
      art += element("ellipse", {
        cx: 0,
        cy: 0,
        rx: 11,
        ry: 6,
        fill: leaves[random.int(4)]!,
        transform: `translate(${70 + random.int(470)} ${450 + random.int(170)}) rotate(${random.int(180)})`,
      });
    const dark = p.deep;
    art += path("M0 650Q300 606 600 650V900H0Z", dark);
    if (random.int(3) === 0)
      art +=
        stroke("M396 330V560M440 320V560", p.ink, 3) +
        placed(child(p.ink), 418, 610, 0.9) +
        path("M388 560H448V568H388Z", p.ink);
    else
      art += placed(
        (has("romance", "first love", "marriage")
          ? couple
          : has("child lead", "fathers and sons", "fathers and daughters")
            ? (f: string) => placed(standing(f), -16, 0) + placed(child(f), 20, 0)
            : standing)(p.ink),
        400,
        640,
        1.15,
      );
    art += circle(0, 0, 0.1, dark);
    return { art, type: words(atBottom(200, "middle"), p, [dark]) };
  },
};
