import { mix } from "../colour.ts";
import { circle, fillAll, path, rect } from "../draw.ts";
import { flock } from "../figures/sky.ts";
import type { Look } from "../stage.ts";
import { atBottom, words } from "../words-on.ts";

export const bars: Look = {
  name: "bars",
  shows: "the sun behind bars",
  suits: {
    prison: 2,
    "prison escape": 1.6,
    "wrongly accused": 0.9,
    slavery: 0.8,
    hostage: 0.6,
    holocaust: 0.7,
    racism: 0.5,
    "civil rights": 0.7,
    injustice: 0.6,
    "word:prison": 1.4,
    "word:prisoner": 1.4,
    "word:escape": 0.8,
    "word:jail": 1.3,
    "word:cell": 0.8,
    rebellion: 0.5,
    kidnapping: 0.5,
    redemption: 0.4,
    "word:free": 0.6,
    "word:alcatraz": 1.5,
    courtroom: 0.3,
    dystopia: 0.3,
    "word:convict": 1,
  },
  draw({ palette: p, random }) {
    const day = random.int(2) === 0;
    const sky = day ? p.soft : p.mid;
    let art = fillAll(p.ink);
    const [x, y, width, height] = [100, 70, 400, 500];
    art +=
      path(`M${x} ${y + 200}A200 200 0 0 1 ${x + width} ${y + 200}V${y + height}H${x}Z`, sky) +
      circle(200 + random.int(200), 360, 95, p.accent) +
      path(`M${x} 520Q200 470 310 510T500 490V570H100Z`, mix(sky, p.deep, 0.7));
    art += flock(random, 4, p.ink, { x: 180, y: 180, width: 240, height: 110 }, 1.3);
    const bent = random.int(2) === 0;
    for (let i = 0; i < 5; i++) {
      const at = x + 60 + i * 70;
      const bow = bent && i === 1 ? -44 : bent && i === 2 ? 44 : 0;
      art += path(
        `M${at - 9} 40C${at - 9} 200 ${at - 9 + bow} 240 ${at - 9 + bow} 330S${at - 9} 470 ${at - 9} 575H${at + 9}C${at + 9} 470 ${at + 9 + bow} 420 ${at + 9 + bow} 330S${at + 9} 200 ${at + 9} 40Z`,
        p.ink,
      );
    }
    art += rect(70, 570, 460, 20, mix(p.ink, p.mid, 0.5));
    return { art, type: words(atBottom(230, "middle"), p, [p.ink], day ? undefined : p.spark) };
  },
};
