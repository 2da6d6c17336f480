import { fillAll, num, placed, stroke } from "../draw.ts";
import { falling } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atBottom, atTop, words } from "../words-on.ts";

export const spiral: Look = {
  name: "spiral",
  shows: "somebody falling into a spiral",
  suits: {
    "mind-bending": 1.5,
    psychological: 1,
    dreams: 1.1,
    memory: 1,
    "time loop": 1.2,
    obsession: 0.9,
    "parallel worlds": 1.2,
    amnesia: 1,
    "time travel": 0.8,
    "mental illness": 0.8,
    identity: 0.5,
    doppelgänger: 0.8,
    "unreliable narrator": 0.9,
    "virtual reality": 0.7,
    dreamlike: 0.8,
    addiction: 0.7,
    "non-linear": 0.6,
    experimental: 0.7,
    "word:vertigo": 2,
    "word:dream": 0.9,
    "word:time": 0.5,
    "word:mind": 0.8,
    drugs: 0.4,
    depression: 0.5,
  },
  draw({ palette: p, random }) {
    const [ground, line] = [
      [p.accent, p.ink],
      [p.ink, p.accent],
      [p.paper, p.ink],
      [p.deep, p.spark],
    ][random.int(4)] as [string, string];
    const low = random.int(2) === 0;
    const [cx, cy] = [300, low ? 560 : 350];
    let art = fillAll(ground);
    const arms = 2 + random.int(3);
    for (let arm = 0; arm < arms; arm++) {
      let d = "";
      for (let step = 0; step <= 90; step++) {
        const turn = step / 90;
        const angle = turn * Math.PI * 5 + (arm * Math.PI * 2) / arms;
        const r = 12 + 278 * turn ** 1.35;
        d += `${step === 0 ? "M" : "L"}${num(cx + r * Math.cos(angle))} ${num(cy + r * Math.sin(angle))}`;
      }
      art += stroke(d, line, 15 - arms * 2, { "stroke-linecap": "round" });
    }
    art += placed(
      falling(ground === p.accent ? p.paper : ground === p.paper ? p.accent : p.paper),
      cx + 10,
      cy,
      1.5,
      18,
    );
    return { art, type: words(low ? atTop(210, "middle") : atBottom(210, "middle"), p, [ground], line) };
  },
};
