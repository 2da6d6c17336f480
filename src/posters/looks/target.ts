import { circle, fillAll, placed, rect, ring } from "../draw.ts";
import { hatted, running, standing } from "../figures/people.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const target: Look = {
  name: "target",
  shows: "somebody in the rings of a target",
  suits: {
    assassin: 1.8,
    espionage: 1.3,
    action: 0.7,
    "on the run": 0.9,
    "one-man army": 1,
    "action-packed": 0.5,
    hostage: 0.6,
    vigilante: 0.7,
    terrorism: 0.7,
    revenge: 0.5,
    "death game": 1,
    "word:target": 1.5,
    "word:hunt": 0.8,
    "word:kill": 0.7,
    "word:gun": 0.9,
    "word:sniper": 1.5,
    "word:agent": 0.8,
    undercover: 0.5,
    "cold war": 0.4,
    "wrongly accused": 0.6,
    "fast-paced": 0.4,
    "james bond": 1,
    "word:hitman": 1.2,
  },
  draw({ palette: p, random, has }) {
    const scheme = random.int(3);
    const [one, two, ground] = [
      [p.accent, p.paper, p.paper],
      [p.ink, p.accent, p.ink],
      [p.spark, p.ink, p.ink],
    ][scheme] as [string, string, string];
    const [cx, cy] = [300, 330];
    let art = fillAll(ground);
    for (let i = 6; i > 0; i--) art += circle(cx, cy, i * 46, i % 2 === 0 ? one : two);
    art += rect(cx - 2, 20, 4, 620, p.ink) + rect(0, cy - 2, 600, 4, p.ink) + ring(cx, cy, 300, p.ink, 4);
    const who = has("espionage", "noir style", "cold war")
      ? hatted
      : has("on the run", "wrongly accused", "action")
        ? running
        : standing;
    const colour = scheme === 0 ? p.ink : p.paper;
    art += circle(cx, cy, 112, scheme === 0 ? p.paper : p.ink) + placed(who(colour), cx, cy + 88, 1.75);
    return {
      art,
      type: words(
        atBottom(210, "middle"),
        p,
        [ground],
        scheme === 0 ? p.accent : one === p.ink ? p.accent : p.spark,
      ),
    };
  },
};
