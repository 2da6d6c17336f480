import { fillAll, rect } from "../draw.ts";
import type { Look } from "../stage.ts";
import { words } from "../words-on.ts";

export const bands: Look = {
  name: "bands",
  shows: "bands of colour",
  suits: {
    documentary: 0.7,
    comedy: 0.35,
    biography: 0.4,
    drama: 0.3,
    arthouse: 0.4,
    fashion: 0.5,
    art: 0.5,
    satire: 0.4,
    media: 0.4,
    "1960s": 0.4,
    "1970s": 0.5,
    lgbtq: 0.6,
    "concert film": 0.6,
    episodic: 0.4,
    experimental: 0.5,
    cynical: 0.4,
    politics: 0.3,
    "coming of age": 0.2,
    "midlife crisis": 0.3,
    indie: 0.3,
    deadpan: 0.4,
    mockumentary: 0.5,
    workplace: 0.3,
    "word:colour": 1,
    "word:rainbow": 1.4,
    college: 0.3,
    sexuality: 0.4,
    "buddy movie": 0.3,
    "word:blue": 0.2,
  },
  draw({ palette: p, random }) {
    const ground = random.int(2) === 0 ? p.paper : p.ink;
    const colours = random.shuffle([p.accent, p.spark, p.mid, p.soft, ground === p.paper ? p.deep : p.paper]);
    let art = fillAll(ground);
    const manner = random.int(3);
    const arc = (cx: number, cy: number, r: number, fill: string) =>
      `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`;
    if (manner === 0) for (let i = 0; i < 5; i++) art += arc(600, 0, 500 - i * 92, colours[i]!);
    if (manner === 1) for (let i = 0; i < 5; i++) art += rect(330 + i * 54, 0, 55, 560 - i * 70, colours[i]!);
    if (manner === 2)
      for (let i = 0; i < 5; i++)
        art += `<path d="M${-40} ${150 + i * 62}C160 ${20 + i * 62} 300 ${420 + i * 62} 640 ${120 + i * 62}V${184 + i * 62}C300 ${484 + i * 62} 160 ${84 + i * 62} -40 ${214 + i * 62}Z" fill="${colours[i]!}"/>`;
    return {
      art,
      type: words({ x: 46, y: 560, width: 508, height: 290, across: "left", down: "bottom" }, p, [ground]),
    };
  },
};
