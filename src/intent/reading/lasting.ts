/** What holds from now on: "subtitles are fine", "my time zone is Berlin", "only what is on Netflix", "no horror after ten". */
import type { Act } from "../acts.ts";
import type { MovieRequest } from "../request.ts";
import { readFromNowOn } from "./from-now-on.ts";
import { readReminder } from "./reminders.ts";
import type { Said } from "./said.ts";
import { readServices } from "./services.ts";
import { timeZoneNamed } from "./time-zones.ts";

const POLITE = "(?:please |pls |and |also |but |ok,? |from now on,? ){0,3}";
const SUBTITLES =
  "(?:reading |having to read |watching (?:with )?|(?:films|movies|things|stuff) (?:with|that have) )?(?:subtitles|subs|subtitled (?:films|movies|ones))";
const FINE = [
  new RegExp(
    `^${POLITE}${SUBTITLES} (?:are|is) (?:\\p{L}+ ){0,2}(?:fine|ok|okay|good|great|cool|no problem|not a problem|welcome|allowed)(?: (?:with|by|for) (?:me|us))?(?: too| as well| again)?$`,
    "iu",
  ),
  new RegExp(`^${POLITE}(?:i|we) (?:don't|do not) mind ${SUBTITLES}$`, "iu"),
  new RegExp(
    `^${POLITE}(?:i'm|i am|we're|we are) (?:\\p{L}+ )?(?:fine|ok|okay|good|cool|happy) with ${SUBTITLES}$`,
    "iu",
  ),
];
const NO_SUBTITLES = [
  new RegExp(
    `^${POLITE}(?:i|we) (?:really )?(?:hate|can't stand|cannot stand|don't do|don't like|do not like|dislike|can't do|never read|never want|never watch(?: with)?) ${SUBTITLES}$`,
    "iu",
  ),
  new RegExp(
    `^${POLITE}(?:never|no more) (?:show me |suggest |give me )?(?:anything |something |a (?:film|movie) |films? |movies? )?(?:with )?${SUBTITLES}(?: again| ever| please)?$`,
    "iu",
  ),
  new RegExp(`^${POLITE}no ${SUBTITLES} (?:ever|ever again|for (?:me|us)|for good|from now on)$`, "iu"),
  new RegExp(`^${POLITE}${SUBTITLES} are (?:not (?:fine|ok|okay|for me)|a no(?: go)?|out)$`, "iu"),
];
const SUBTITLES_EITHER_WAY = new RegExp(
  `^(?:restore|forget about|i don't care about|never mind) ${SUBTITLES}$`,
  "i",
);

const TIME_ZONE =
  /^(?:(?:please )?set )?(?:my |our )?time ?zone(?: is| to|:)? (?:is )?([\p{L}/_ +-]{2,40})$|^(?:i|we) live in ([\p{L}/_ -]{2,40})$/iu;

/** Several may be said one after the other: "no horror on weekdays, and only comedies on Sundays". */
export function readLasting(
  { catalog, text: typed }: Pick<Said, "catalog" | "text">,
  understand: (text: string) => MovieRequest,
): Act[] {
  const text = typed
    .trim()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .replace(/[.!]{1,3}$/, "")
    .replace(/,? (?:please|pls)$/i, "");
  for (const { index, 0: between } of text.length > LONGEST ? [] : text.matchAll(BETWEEN)) {
    const first = readOne(catalog, text.slice(0, index), understand);
    const others = first
      ? readLasting({ catalog, text: text.slice(index + between.length) }, understand)
      : [];
    if (first && others.length > 0) return [first, ...others];
  }
  const whole = readOne(catalog, text, understand);
  return whole ? [whole] : [];
}

/** Of characters: nobody says several that hold for good in more. */
const LONGEST = 200;
const BETWEEN = /(?:[,;.] (?:and |but )?| and | but )/gi;

function readOne(
  catalog: Said["catalog"],
  text: string,
  understand: (text: string) => MovieRequest,
): Act | undefined {
  if (FINE.some((pattern) => pattern.test(text))) return { kind: "settle", subtitles: "fine" };
  if (NO_SUBTITLES.some((pattern) => pattern.test(text))) return { kind: "settle", subtitles: "never" };
  if (SUBTITLES_EITHER_WAY.test(text)) return { kind: "restore", title: "subtitles" };
  const [, told, home] = TIME_ZONE.exec(text) ?? [];
  const timeZone = timeZoneNamed(told ?? home ?? "");
  if (timeZone !== undefined) return { kind: "settle", timeZone };
  if (told !== undefined) return { kind: "settle", unknownZone: told };
  return readServices(text) ?? readReminder(catalog, text) ?? readFromNowOn(catalog, text, understand);
}
