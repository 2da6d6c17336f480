import { mix } from "../colour.ts";
import { circle, fillAll, path, placed, rect } from "../draw.ts";
import { standing } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const columns: Look = {
  name: "columns",
  shows: "a row of arches, and somebody under one",
  suits: {
    courtroom: 1.4,
    politics: 1,
    "ancient world": 1.6,
    history: 0.8,
    washington: 0.8,
    italy: 1,
    royalty: 0.6,
    epic: 0.6,
    mythology: 0.9,
    "word:rome": 1.4,
    "word:roman": 1.4,
    "word:empire": 1,
    "word:justice": 1,
    "word:law": 0.9,
    "word:president": 1,
    "word:trial": 1.2,
    "word:judge": 1,
    "middle east": 0.6,
    "word:senator": 0.9,
    "word:gladiator": 1.4,
    religion: 0.4,
    "civil rights": 0.6,
    school: 0.2,
    arthouse: 0.3,
    "word:lawyer": 1.1,
    "based on a play": 0.3,
    spain: 0.4,
    "word:king": 0.4,
    greed: 0.3,
    surreal: 0.5,
  },
  draw({ palette: p, random }) {
    const wall = [p.soft, p.paper, p.mid][random.int(3)]!;
    const shade = mix(wall, p.deep, 0.3);
    const sky = wall === p.mid ? p.spark : p.accent;
    let art = fillAll(wall) + rect(0, 372, 600, 10, shade) + rect(0, 352, 600, 6, shade);
    const chosen = random.int(3);
    for (let i = 0; i < 3; i++) {
      const x = 36 + i * 184;
      const arch = `M${x} 520A80 80 0 0 1 ${x + 160} 520V820H${x}Z`;
      art += path(arch, i === chosen ? sky : mix(p.deep, p.ink, 0.3));
      if (i === chosen) art += circle(x + 80, 560, 48, p.paper, { "fill-opacity": 0.9 });
      else
        art += path(`M${x} 520A80 80 0 0 1 ${x + 160} 520V820H${x + 116}V520A60 72 0 0 0 ${x} 500Z`, p.ink, {
          "fill-opacity": 0.35,
        });
      if (i === chosen) art += placed(standing(p.ink), x + 80, 822, 1.5);
    }
    art += rect(0, 820, 600, 80, mix(wall, p.deep, 0.55)) + rect(0, 820, 600, 8, shade);
    const x = 36 + chosen * 184 + 80;
    art += path(`M${x - 22} 822H${x + 22}L${x + 130} 900H${x + 34}Z`, p.ink, { "fill-opacity": 0.5 });
    return { art, type: words(atTop(280), p, [wall]) };
  },
};
