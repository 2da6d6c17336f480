import { mix } from "../colour.ts";
import { circle, fillAll, ring } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const petri: Look = {
  name: "petri",
  shows: "cells that multiply",
  suits: {
    virus: 1.8,
    science: 0.9,
    doctors: 0.8,
    hospital: 0.7,
    cloning: 1.2,
    "body horror": 1,
    "mad scientist": 0.8,
    illness: 0.6,
    zombies: 0.6,
    environment: 0.6,
    apocalypse: 0.5,
    pregnancy: 0.5,
    "word:virus": 1.5,
    "word:disease": 1.2,
    "word:experiment": 1,
    "word:scientist": 0.8,
    "word:doctor": 0.5,
    "word:medical": 0.8,
    "nuclear threat": 0.5,
    food: 0.4,
    documentary: 0.2,
    "cosmic horror": 0.5,
    aliens: 0.2,
    "word:blood": 0.3,
    spiders: 0.4,
    "word:lab": 0.8,
    drugs: 0.3,
    cooking: 0.3,
    "word:thing": 0.4,
    epidemic: 1,
  },
  draw({ palette: p, random }) {
    const ground = random.int(2) === 0 ? p.deep : p.paper;
    const inside = ground === p.deep ? mix(p.deep, p.mid, 0.5) : mix(p.paper, p.soft, 0.6);
    const [cx, cy, r] = [300, 325, 262];
    let art =
      fillAll(ground) +
      circle(cx, cy, r, inside) +
      ring(cx, cy, r, ground === p.deep ? p.soft : p.deep, 5) +
      ring(cx, cy, r - 15, ground === p.deep ? p.soft : p.deep, 1.5);
    const taken: [number, number, number][] = [];
    const colours = [
      p.accent,
      p.accent,
      p.spark,
      mix(p.accent, p.spark, 0.5),
      p.mid === inside ? p.soft : p.mid,
    ];
    for (let tries = 0; tries < 420 && taken.length < 62; tries++) {
      const size = tries < 8 ? 50 + random.int(26) : 8 + random.int(26);
      const [angle, far] = [random.uniform() * Math.PI * 2, Math.sqrt(random.uniform()) * (r - 26 - size)];
      const [x, y] = [cx + far * Math.cos(angle), cy + far * Math.sin(angle)];
      if (taken.some(([a, b, c]) => Math.hypot(a - x, b - y) < c + size + 4)) continue;
      taken.push([x, y, size]);
      const fill = colours[random.int(colours.length)]!;
      art +=
        circle(x, y, size, fill) +
        circle(x - size * 0.2, y - size * 0.2, size * 0.42, mix(fill, p.ink, 0.45)) +
        circle(x - size * 0.28, y - size * 0.3, size * 0.13, p.paper);
    }
    return { art, type: words(atBottom(220), p, [ground]) };
  },
};
