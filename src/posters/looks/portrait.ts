import { mix } from "../colour.ts";
import { circle, clip, fillAll, path, placed, rect } from "../draw.ts";
import { flock } from "../figures/sky.ts";
import { pine } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

/** A head from the side, looking to the right, 600 x 640. */
const HEAD =
  "M150 640C158 560 150 520 132 470 92 372 104 214 210 138 300 76 424 98 470 190 486 224 486 252 482 280 480 296 494 318 512 346 520 360 514 370 496 374 492 386 500 396 500 404 500 414 490 416 490 422 490 430 496 436 490 446 482 460 492 486 478 506 460 530 420 522 392 524 372 540 374 590 382 640Z";

export const portrait: Look = {
  name: "portrait",
  shows: "a head in outline, with a landscape in it",
  suits: {
    biography: 1,
    identity: 1.1,
    memory: 0.9,
    "mental illness": 1,
    "female lead": 0.2,
    psychological: 0.6,
    "midlife crisis": 0.7,
    "coming of age": 0.4,
    genius: 0.8,
    writers: 0.6,
    art: 0.7,
    depression: 0.9,
    drama: 0.35,
    "based on a true story": 0.3,
    "unreliable narrator": 0.5,
    amnesia: 0.8,
    dreamlike: 0.7,
    poetic: 0.7,
    loner: 0.6,
    feminism: 0.6,
    obsession: 0.4,
    "word:mind": 1,
    "word:face": 1.2,
    "word:portrait": 1.5,
    "word:life": 0.3,
    "word:man": 0.2,
    "word:woman": 0.3,
    "word:memory": 0.8,
    arthouse: 0.4,
    nature: 0.3,
    "growing old": 0.3,
    documentary: 0.2,
    "artificial intelligence": 0.3,
    addiction: 0.5,
    disability: 0.5,
  },
  draw({ palette: p, random }) {
    const ground = [p.paper, p.soft, p.accent][random.int(3)]!;
    const dark = p.deep;
    const flip = random.int(2) === 0;
    let inside =
      rect(0, 0, 600, 640, dark) +
      circle(330, 270, 84, ground === p.accent ? p.spark : p.accent) +
      flock(random, 5, p.paper, { x: 210, y: 170, width: 200, height: 80 }, 0.9);
    inside +=
      path("M0 420L150 330 250 400 360 310 460 390 600 330V640H0Z", mix(p.deep, p.mid, 0.6)) +
      path("M0 480L140 420 280 480 420 400 600 470V640H0Z", p.mid);
    for (let i = 0; i < 12; i++)
      inside += placed(
        pine(mix(p.ink, p.deep, 0.5)),
        90 + i * 36 + random.int(14),
        580 + random.int(30),
        0.9 + random.uniform() * 0.5,
      );
    inside += rect(0, 570, 600, 80, mix(p.ink, p.deep, 0.5));
    const art =
      fillAll(ground) +
      circle(300, 300, 250, mix(ground, ground === p.accent ? p.deep : p.mid, 0.18)) +
      placed(clip("head", path(HEAD, dark), inside), flip ? 600 : 0, 0, [flip ? -1 : 1, 1]) +
      rect(0, 640, 600, 260, ground === p.accent ? p.deep : p.paper);
    const base = ground === p.accent ? p.deep : p.paper;
    return { art, type: words(atBottom(200, "middle", 46), p, [base]) };
  },
};
