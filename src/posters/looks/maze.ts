import { circle, fillAll, rect, ring } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const maze: Look = {
  name: "maze",
  shows: "a round maze, and somebody in it",
  suits: {
    mystery: 0.6,
    conspiracy: 1.2,
    "mind-bending": 0.9,
    whodunit: 0.9,
    investigation: 0.8,
    "death game": 1,
    genius: 0.9,
    quest: 0.5,
    memory: 0.5,
    puzzle: 1,
    "twist ending": 0.6,
    "word:maze": 2,
    "word:labyrinth": 2,
    "word:puzzle": 1.5,
    "word:lost": 0.7,
    "word:code": 0.9,
    "word:game": 0.7,
    chess: 0.8,
    "mental illness": 0.5,
    paranoid: 0.5,
    amnesia: 0.6,
    hackers: 0.6,
    "word:mystery": 0.8,
    "missing person": 0.6,
    "word:mind": 0.5,
    "story within a story": 0.6,
    identity: 0.4,
    claustrophobic: 0.5,
    "artificial intelligence": 0.4,
  },
  draw({ palette: p, random }) {
    const [ground, wall] = [
      [p.paper, p.deep],
      [p.deep, p.soft],
      [p.accent, p.paper],
      [p.ink, p.spark],
    ][random.int(4)] as [string, string];
    const [cx, cy] = [300, 590];
    let art = fillAll(ground);
    for (let i = 1; i <= 7; i++) {
      const r = 20 + i * 34;
      const round = 2 * Math.PI * r;
      const gap = 30;
      const gaps = i === 7 ? 1 : 1 + random.int(2);
      const dashes =
        gaps === 1
          ? `${Math.round(round - gap)} ${gap}`
          : `${Math.round(round * 0.62 - gap)} ${gap} ${Math.round(round * 0.38 - gap)} ${gap}`;
      const turn = random.int(360);
      art += `<g transform="rotate(${turn} ${cx} ${cy})">${ring(cx, cy, r, wall, 10, { "stroke-dasharray": dashes })}</g>`;
      if (i < 7)
        for (let k = 0; k < 1 + random.int(2); k++)
          art += `<g transform="rotate(${random.int(360)} ${cx} ${cy})">${rect(cx - 5, cy - r - 36, 10, 38, wall)}</g>`;
    }
    const dot = wall === p.spark ? p.accent : ground === p.accent ? p.ink : p.accent;
    art += circle(cx, cy, 17, dot);
    return { art, type: words(atTop(240, "middle"), p, [ground], wall) };
  },
};
