import { mix } from "../colour.ts";
import { fillAll, type Point, placed, polygon } from "../draw.ts";
import { hailing, running } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { between, words } from "../words-on.ts";

export const jaws: Look = {
  name: "jaws",
  shows: "rows of teeth, and somebody between them",
  suits: {
    monsters: 1.5,
    "giant monsters": 1.5,
    dinosaurs: 1.3,
    sharks: 1.4,
    zombies: 0.7,
    werewolves: 1,
    cannibalism: 1,
    "body horror": 0.7,
    aliens: 0.3,
    gore: 0.6,
    creature: 1,
    bears: 0.6,
    "cosmic horror": 0.8,
    "word:monster": 1.2,
    "word:beast": 1.2,
    "word:creature": 1.2,
    "word:attack": 0.8,
    "word:jaw": 1.6,
    "word:dragon": 0.8,
    horror: 0.3,
    "word:dead": 0.3,
    spiders: 0.7,
    "killer doll": 0.5,
    campy: 0.3,
    "word:bite": 1,
    "word:blood": 0.4,
    "word:evil": 0.5,
    "word:snake": 1,
    "word:crocodile": 1.3,
  },
  draw({ palette: p, random, has }) {
    const mouth = random.int(2) === 0 ? p.accent : p.deep;
    const gum = mix(p.ink, mouth, 0.12);
    let art = fillAll(mouth);
    const teeth = (up: boolean) => {
      const edge = up ? 0 : 900;
      const base = up ? 150 : 750;
      const way = up ? 1 : -1;
      const count = 6 + random.int(2);
      art += polygon(
        [
          [0, edge],
          [600, edge],
          [600, base + way * 10],
          [300, base - way * 60],
          [0, base + way * 10],
        ],
        gum,
      );
      for (let i = 0; i < count; i++) {
        const width = 600 / count;
        const x = i * width;
        const at = (share: number) =>
          base + way * (10 - 70 * Math.sin(Math.PI * Math.min(1, Math.max(0, share))));
        const long = 90 + random.int(56);
        const tooth: Point[] = [
          [x + 3, at(x / 600) - way * 6],
          [x + width / 2 + random.int(10) - 5, at((x + width / 2) / 600) + way * long],
          [x + width - 3, at((x + width) / 600) - way * 6],
        ];
        art +=
          polygon(tooth, p.paper) +
          polygon([tooth[0]!, tooth[1]!, [x + width * 0.4, tooth[0]![1]]], p.soft, { "fill-opacity": 0.6 });
      }
    };
    teeth(true);
    teeth(false);
    const who = has("action", "adventure", "on the run") ? running : hailing;
    art += placed(who(p.ink), 300, 690, 0.95);
    return { art, type: words(between(300, 250), p, [mouth]) };
  },
};
