import { mix } from "../colour.ts";
import { circle, clip, fillAll, path, ring, stroke } from "../draw.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const eye: Look = {
  name: "eye",
  shows: "one great eye",
  suits: {
    surveillance: 1.6,
    paranoid: 1.1,
    "artificial intelligence": 1.4,
    stalker: 1,
    psychological: 0.8,
    "mind control": 1,
    "word:eye": 1.4,
    robots: 0.7,
    "unreliable narrator": 0.7,
    dreams: 0.5,
    "word:watch": 0.7,
    "mind-bending": 0.5,
    media: 0.6,
    "social media": 0.8,
    conspiracy: 0.6,
    screenlife: 1,
    obsession: 0.6,
    giallo: 1,
    disability: 0.2,
    "word:blind": 1,
    "word:see": 0.4,
    "mental illness": 0.4,
    "sci-fi": 0.2,
    hackers: 0.5,
  },
  draw({ palette: p, random }) {
    const ground = random.int(2) === 0 ? p.ink : p.deep;
    const iris = random.int(2) === 0 ? p.accent : p.spark;
    const [x, y, r] = [300, 345, 128];
    const lids = "M-10 345C120 150 480 150 610 345 480 540 120 540-10 345Z";
    let inside = path(lids, p.paper) + circle(x, y, r, iris);
    let rays = "";
    for (let i = 0; i < 72; i++) {
      const angle = (Math.PI * 2 * i) / 72;
      const [from, to] = [60 + random.int(12), 96 + random.int(30)];
      rays += `M${(x + from * Math.cos(angle)).toFixed(1)} ${(y + from * Math.sin(angle)).toFixed(1)}L${(x + to * Math.cos(angle)).toFixed(1)} ${(y + to * Math.sin(angle)).toFixed(1)}`;
    }
    inside +=
      stroke(rays, mix(iris, p.ink, 0.45), 3) +
      ring(x, y, r - 4, mix(iris, p.ink, 0.6), 10) +
      circle(x, y, 58, p.ink) +
      circle(x + 36, y - 40, 20, p.paper);
    let art = fillAll(ground);
    for (let i = 5; i > 0; i--)
      art += path(lids, "none", {
        stroke: mix(ground, iris, 0.16 + 0.1 * (6 - i)),
        "stroke-width": i * 34,
        "stroke-linejoin": "round",
      });
    art += clip("lids", path(lids, p.paper), inside) + stroke(lids, p.ink, 10);
    return {
      art: art + path("M0 620H600V900H0Z", ground),
      type: words(atBottom(230, "middle"), p, [ground]),
    };
  },
};
