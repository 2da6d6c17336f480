import { mix } from "../colour.ts";
import { element, fillAll, path, placed, polygon, rect } from "../draw.ts";
import { couple, inDress, standing } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atTop, words } from "../words-on.ts";

export const stageLight: Look = {
  name: "stage-light",
  shows: "a stage, its curtain drawn, one light",
  suits: {
    stage: 1.6,
    musical: 1,
    fame: 1,
    "song and dance": 1.2,
    dance: 1.3,
    ballet: 1.4,
    magicians: 1.3,
    "based on a play": 0.6,
    circus: 1,
    "film within a film": 0.6,
    "word:stage": 1.2,
    "word:theatre": 1.2,
    "word:show": 1,
    "word:dance": 1.2,
    "word:actor": 1,
    "word:actres": 1,
    "word:opera": 1.2,
    mockumentary: 0.3,
    rivalry: 0.3,
    "word:star": 0.4,
    ambition: 0.4,
    "word:performance": 0.7,
    comedy: 0.15,
    clowns: 1,
    "rags to riches": 0.5,
    "word:dancer": 1.3,
    "word:comedian": 1,
    talky: 0.3,
    "lavish costumes": 0.3,
  },
  draw({ palette: p, random, has }) {
    const cloth = random.int(2) === 0 ? p.accent : p.deep;
    const back = mix(p.ink, cloth, 0.14);
    let art =
      fillAll(back) +
      polygon(
        [
          [250, -10],
          [350, -10],
          [470, 800],
          [130, 800],
        ],
        p.paper,
        { "fill-opacity": 0.16 },
      );
    art +=
      rect(0, 770, 600, 130, mix(p.ink, p.mid, 0.35)) +
      element("ellipse", { cx: 300, cy: 796, rx: 170, ry: 30, fill: p.paper, "fill-opacity": 0.85 });
    const who = has("romance", "dance")
      ? couple
      : has("female lead", "ballet", "word:girl", "word:woman", "word:actres")
        ? inDress
        : standing;
    art += placed(who(p.ink), 300, 800, 1.9);
    for (const side of [0, 1]) {
      let folds = "";
      for (let i = 0; i < 6; i++) {
        const [x, width] = [i * 24, 26];
        folds += path(
          `M${x} -5H${x + width}C${x + width - 6} 300 ${x * 0.62 + width} 520 ${x * 0.72 + width} 905H${x * 0.72}C${x * 0.6} 520 ${x - 6} 300 ${x} -5Z`,
          mix(cloth, p.ink, i % 2 === 0 ? 0.1 : 0.34),
        );
      }
      art += placed(folds, side === 0 ? 0 : 600, 0, [side === 0 ? 1 : -1, 1]);
    }
    for (let i = 0; i < 10; i++)
      art += element("ellipse", {
        cx: 30 + i * 60,
        cy: -4,
        rx: 36,
        ry: 44,
        fill: mix(cloth, p.ink, i % 2 === 0 ? 0.18 : 0.04),
      });
    const place = { ...atTop(330, "middle", 88), x: 160, width: 280 };
    return { art, type: words(place, p, [back, mix(back, p.paper, 0.16)]) };
  },
};
