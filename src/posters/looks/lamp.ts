import { mix } from "../colour.ts";
import { element, fillAll, path, polygon, rect, stroke } from "../draw.ts";
import type { Look } from "../stage.ts";
import { words } from "../words-on.ts";

export const lamp: Look = {
  name: "lamp",
  shows: "an empty chair under a lamp",
  suits: {
    drama: 0.5,
    intimate: 0.9,
    grief: 0.9,
    "based on a play": 0.9,
    talky: 0.9,
    "one location": 0.7,
    investigation: 0.5,
    death: 0.6,
    illness: 0.6,
    independent: 0.4,
    "independent film": 0.6,
    guilt: 0.5,
    "slow burn": 0.5,
    marriage: 0.4,
    divorce: 0.7,
    "growing old": 0.7,
    "two-hander": 0.8,
    suicide: 0.5,
    arthouse: 0.4,
    torture: 0.5,
    "word:chair": 1.5,
    "word:room": 0.5,
    "word:interview": 1.1,
    alcoholism: 0.5,
    abuse: 0.4,
    "dysfunctional family": 0.4,
    hospital: 0.4,
    unsettling: 0.3,
    "word:dinner": 0.9,
    "word:silence": 0.7,
    psychological: 0.3,
    "bleak ending": 0.4,
    "sad ending": 0.3,
    "missing person": 0.3,
  },
  draw({ palette: p, random }) {
    const wall = [p.deep, p.mid, p.ink][random.int(3)]!;
    const light = random.int(2) === 0 ? p.spark : p.accent;
    const x = random.int(2) === 0 ? 200 : 400;
    const floor = mix(wall, p.ink, 0.45);
    let art = fillAll(wall) + rect(0, 600, 600, 300, floor);
    art +=
      polygon(
        [
          [x - 44, 206],
          [x + 44, 206],
          [x + 210, 650],
          [x - 210, 650],
        ],
        light,
        { "fill-opacity": 0.28 },
      ) + element("ellipse", { cx: x, cy: 650, rx: 210, ry: 36, fill: light, "fill-opacity": 0.8 });
    art +=
      stroke(`M${x} 0V160`, p.ink === wall ? p.soft : p.ink, 4) +
      path(
        `M${x - 62} 208C${x - 56} 160 ${x - 24} 150 ${x - 14} 148H${x + 14}C${x + 24} 150 ${x + 56} 160 ${x + 62} 208Z`,
        p.ink === wall ? p.mid : p.ink,
      ) +
      element("ellipse", { cx: x, cy: 208, rx: 26, ry: 8, fill: p.paper });
    const wood = mix(p.ink, "#000000", 0.2);
    art +=
      stroke(`M${x - 46} 420V640M${x + 34} 420V560`, wood, 11, { "stroke-linecap": "round" }) +
      rect(x - 50, 432, 90, 14, wood) +
      rect(x - 50, 470, 90, 12, wood) +
      polygon(
        [
          [x - 52, 546],
          [x + 36, 546],
          [x + 64, 572],
          [x - 30, 572],
        ],
        wood,
      );
    art += stroke(`M${x - 26} 572V668M${x + 58} 572V662M${x + 34} 560V636`, wood, 11, {
      "stroke-linecap": "round",
    });
    return {
      art,
      type: words(
        { x: 46, y: 702, width: 508, height: 152, across: x < 300 ? "right" : "left", down: "bottom" },
        p,
        [floor],
      ),
    };
  },
};
