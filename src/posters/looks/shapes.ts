import { circle, fillAll, path, polygon, rect, ring } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const shapes: Look = {
  name: "shapes",
  shows: "a play of circles, squares and arcs",
  suits: {
    comedy: 0.6,
    funny: 0.3,
    silly: 0.6,
    slapstick: 0.7,
    absurd: 0.8,
    irreverent: 0.5,
    screwball: 0.8,
    toys: 0.8,
    art: 0.9,
    children: 0.4,
    quirky: 0.6,
    "ensemble cast": 0.4,
    misfits: 0.5,
    deadpan: 0.6,
    whimsical: 0.5,
    college: 0.4,
    anthology: 0.6,
    school: 0.4,
    "mistaken identity": 0.6,
    satire: 0.4,
    fashion: 0.5,
    "high school": 0.4,
    experimental: 0.6,
    "dysfunctional family": 0.3,
    "single parent": 0.3,
    sequel: 0.1,
    games: 0.5,
    "found family": 0.3,
    fatherhood: 0.3,
    party: 0.4,
  },
  draw({ palette: p, random }) {
    const colours = random.shuffle([p.accent, p.spark, p.mid, p.soft, p.deep]);
    const ground = p.paper;
    let art = fillAll(ground);
    const size = 170;
    let at = 0;
    let last = -1;
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        const [x, y] = [45 + column * size, 46 + row * size];
        const one = colours[at++ % 5]!;
        const two = colours[(at + 1 + random.int(2)) % 5]!;
        let kind = random.int(8);
        if (kind === last) kind = (kind + 3) % 8;
        last = kind;
        art += rect(x, y, size, size, one);
        const [mx, my, h] = [x + size / 2, y + size / 2, size / 2];
        if (kind === 0) art += circle(mx, my, h * 0.82, two) + circle(mx, my, h * 0.36, one);
        if (kind === 1) art += path(`M${x} ${y}A${size} ${size} 0 0 1 ${x + size} ${y + size}H${x}Z`, two);
        if (kind === 2)
          art += polygon(
            [
              [x, y + size],
              [mx, y],
              [x + size, y + size],
            ],
            two,
          );
        if (kind === 3)
          art +=
            path(`M${x} ${my}A${h} ${h} 0 0 1 ${x + size} ${my}Z`, two) +
            path(`M${x} ${y + size}A${h} ${h} 0 0 1 ${x + size} ${y + size}Z`, two);
        if (kind === 4)
          art += [0, 1, 2, 3].map((i) => rect(x, y + i * (size / 4), size, size / 8, two)).join("");
        if (kind === 5) art += ring(mx, my, h * 0.7, two, 22);
        if (kind === 6)
          art +=
            circle(mx - 30, my - 16, 22, p.paper) +
            circle(mx + 30, my - 16, 22, p.paper) +
            circle(mx - 24, my - 12, 10, p.ink) +
            circle(mx + 36, my - 12, 10, p.ink) +
            path(`M${mx - 46} ${my + 24}Q${mx} ${my + 74} ${mx + 46} ${my + 24}Z`, two);
        if (kind === 7)
          art += polygon(
            [
              [x, y],
              [x + size, y],
              [x, y + size],
            ],
            two,
          );
      }
    }
    return { art, type: words(atBottom(230), p, [ground], p.deep) };
  },
};
