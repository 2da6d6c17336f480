import { circle, fillAll, path, placed, rect } from "../draw.ts";
import { hatted, inDress } from "../figures/people.ts";
import { heart, star } from "../figures/things.ts";
import type { Look } from "../stage.ts";
import { between, words } from "../words-on.ts";

export const playingCard: Look = {
  name: "playing-card",
  shows: "a playing card with two faces",
  suits: {
    gambling: 1.8,
    "con artist": 1.5,
    "las vegas": 1.3,
    heist: 0.9,
    "secret identity": 0.6,
    doppelgänger: 0.9,
    rivalry: 0.5,
    "mistaken identity": 0.7,
    "double life": 0.8,
    "word:king": 0.7,
    "word:queen": 0.8,
    "word:ace": 1,
    "word:card": 1.4,
    "word:poker": 1.5,
    "word:casino": 1.6,
    royalty: 0.5,
    "word:game": 0.6,
    "word:luck": 0.9,
    mafia: 0.4,
    "word:hustler": 1,
    undercover: 0.4,
    "body swap": 0.6,
    "word:joker": 1,
  },
  draw({ palette: p, random, has }) {
    const back = random.int(2) === 0 ? p.accent : p.deep;
    const suit = random.int(2) === 0 ? p.accent : p.ink;
    let art = fillAll(back);
    for (let y = -20; y < 920; y += 40)
      for (let x = -20; x < 640; x += 40) art += star(x + ((y / 40) % 2 ? 20 : 0), y, 5, p.soft, 4, 0.3);
    art += path("M70 50H530Q556 50 556 76V824Q556 850 530 850H70Q44 850 44 824V76Q44 50 70 50Z", p.paper);
    const pip = random.int(2) === 0 ? heart(46, suit) : placed(star(0, 0, 25, suit, 4, 0.62), 0, 0);
    const figure = has("female lead", "word:queen", "word:woman", "word:girl", "romance") ? inDress : hatted;
    const half =
      circle(0, -150, 118, back) + placed(figure(p.ink), 0, 0, 2.5) + rect(-190, -3, 380, 6, p.ink);
    art += placed(half, 300, 355, 1) + placed(half, 300, 545, 1, 180);
    art += rect(60, 345, 480, 210, p.paper) + rect(84, 352, 432, 4, p.ink) + rect(84, 544, 432, 4, p.ink);
    art += placed(pip, 92, 108) + placed(pip, 508, 792, 1, 180);
    return { art, type: words({ ...between(368, 164), x: 90, width: 420 }, p, [p.paper], suit) };
  },
};
