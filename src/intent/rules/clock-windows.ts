/** How long somebody has by the clock: "it's 9:15 and I have to be in bed by 11", "8pm to 9.30". Pure. */
import type { Span } from "./spans.ts";

export interface ClockWindow extends Span {
  readonly minutes: number;
}

const TIME = String.raw`(?<HOUR>1[0-2]|0?\d)(?:[:.h](?<MINUTE>[0-5]\d))?\s?(?:am|pm|ish|o'?clock)?(?![\d:]|\s?(?:%|min|hours?|hrs?|stars?|\/|years?|yo\b|films?|movies?|people|of us|kids?))`;
const HALF = String.raw`half (?:past )?(?<HALF>1[0-2]|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
const time = (name: string) =>
  `(?:(?<${name}Named>midnight|noon)|${HALF.replace("HALF", `${name}Half`)}|${TIME.replace("HOUR", `${name}Hour`).replace("MINUTE", `${name}Minute`)})`;
/** "It's 9:15 now", "starting at 8" */
const FROM = `(?:it'?s|it is|its|now|start(?:ing|s)?(?: at)?|from|kick(?:ing)? off at|putting it on at) (?:already |about |around |nearly |only |gone |just |at )*${time("from")}(?: (?:now|already))?`;
/** "Be in bed by 11", "done before half ten", "until 10" */
const TO = `(?:(?:in )?(?:bed|asleep|sleep|home|up|out|done|over|finish(?:ed)?|leave|leaving|off|lights out|stop|end(?:s|ing)?|finished|away|gone) (?:by|before|at|until|till)|by|until|till|before) (?:about |around )?${time("to")}`;
/** What stands between the two. */
const BETWEEN = String.raw`[^\d.!?;]{0,50}?`;
const PATTERNS = [
  new RegExp(String.raw`(?<![\p{L}\d])${FROM}${BETWEEN}(?<![\p{L}\d])${TO}(?![\p{L}])`, "u"),
  new RegExp(String.raw`(?<![\p{L}\d])${TO}${BETWEEN}(?<![\p{L}\d])${FROM}(?![\p{L}])`, "u"),
];
const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
/** By the clock, which does not tell morning from evening. */
const HALF_A_DAY = 720;
/** Nobody looks for a film of less, and who has longer has time for any. */
const [LEAST, MOST] = [40, 240];

/** @param plain in lower case */
export function readClockWindow(plain: string): ClockWindow | undefined {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const at = (name: string): number => {
      const { [`${name}Half`]: half, [`${name}Hour`]: hour, [`${name}Minute`]: minute = "0" } = match.groups!;
      if (match.groups![`${name}Named`]) return HALF_A_DAY;
      if (half) return (WORDS.indexOf(half) > 0 ? WORDS.indexOf(half) : Number(half)) * 60 + 30;
      return Number(hour) * 60 + Number(minute);
    };
    const minutes = (at("to") - at("from") + 2 * HALF_A_DAY) % HALF_A_DAY;
    if (minutes < LEAST || minutes > MOST) continue;
    return { start: match.index, end: match.index + match[0].length, minutes };
  }
  return undefined;
}
