import { mix } from "../colour.ts";
import { fillAll, placed, rect } from "../draw.ts";
import { couple, standing } from "../figures/people.ts";
import { cat } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const windows: Look = {
  name: "windows",
  shows: "a wall of windows, one of them lit",
  suits: {
    loneliness: 1.1,
    "inner city": 0.6,
    suburbs: 0.6,
    marriage: 0.4,
    "ensemble cast": 0.6,
    "interlocking stories": 0.9,
    drama: 0.3,
    "class differences": 0.6,
    workplace: 0.7,
    surveillance: 0.6,
    "word:window": 1.6,
    "word:apartment": 1.6,
    "word:hotel": 1.2,
    "one location": 0.5,
    siege: 0.6,
    poverty: 0.5,
    everyday: 0.4,
    "word:neighbour": 1,
    "word:tower": 0.6,
    "one night": 0.4,
    "new york": 0.4,
    intimate: 0.5,
    dystopia: 0.5,
    adultery: 0.4,
    divorce: 0.5,
    growing: 0.3,
    immigration: 0.5,
    business: 0.3,
    korea: 0.4,
  },
  draw({ palette: p, random, has }) {
    const wall = random.int(2) === 0 ? p.deep : p.mid;
    const dark = mix(wall, p.ink, 0.5);
    const [columns, rows] = [4, 5];
    const litAt = random.int(columns * (rows - 1));
    const light = random.int(2) === 0 ? p.spark : p.accent;
    let art = fillAll(wall);
    for (let i = 0; i < columns * rows; i++) {
      const [x, y] = [52 + (i % columns) * 128, 50 + Math.floor(i / columns) * 112];
      const lit = i === litAt;
      art +=
        rect(x - 5, y - 5, 122, 88, mix(wall, p.ink, 0.25)) +
        rect(x, y, 112, 78, lit ? light : random.int(5) === 0 ? mix(wall, p.soft, 0.35) : dark);
      if (lit) {
        const inside = has("romance", "marriage", "adultery", "romantic")
          ? placed(couple(p.ink), x + 56, y + 78, 0.62)
          : random.int(4) === 0
            ? placed(cat(p.ink), x + 70, y + 78, 0.7)
            : placed(standing(p.ink), x + 50, y + 78, 0.64);
        art += inside;
      } else art += rect(x, y, 112, 10 + random.int(46), mix(wall, p.soft, 0.14 + 0.12 * random.uniform()));
      art +=
        rect(x + 54, y, 4, 78, mix(wall, p.ink, 0.25)) + rect(x - 9, y + 80, 130, 7, mix(wall, p.soft, 0.25));
    }
    art += rect(0, 620, 600, 280, p.ink);
    return { art, type: words(atBottom(205), p, [p.ink], light) };
  },
};
