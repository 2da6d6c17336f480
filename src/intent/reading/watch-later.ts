/** What is kept to watch later: "save Heat for later", "what's on my list", "something short from my list", "take it off my list". */
import { findTitle, isTitle } from "../../catalog/naming.ts";
import { slipsBetween } from "../../catalog/slips.ts";
import type { Act } from "../acts.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import type { Command } from "./command.ts";
import type { Said } from "./said.ts";
import { isPronoun, titlesIn } from "./titles.ts";

const WATCHLIST =
  "(?:watch ?-?list|to-?watch(?: list)?|watch[ -]?later(?: list)?|list(?: for later)?|saved (?:list|films|movies|ones))";
const MY_LIST = `(?:(?:my|our|the) ${WATCHLIST}|the (?:films|movies|ones) (?:that )?i(?:'ve| have)? saved)`;
/** Also where nobody says whose. */
const A_LIST = `(?:${MY_LIST}|${WATCHLIST})`;
const POLITE =
  "(?:maybe |perhaps |please |pls |ok(?:ay)?,? |(?:can|could) you (?:please )?|i(?:'d| would)? (?:want|like) to |let'?s |let me )?";
const LATER =
  "(?:later|(?:an|some) ?other (?:time|day|night|evening)|some ?day|(?:at |on )?(?:the |this |next )?weekend|tomorrow|next week)";

/** Whole messages of which the group says which movies, and that they are kept on the list. */
const SAVING: readonly RegExp[] = [
  new RegExp(
    `^${POLITE}(?:save|keep|bookmark|store|note|add|put|stick|throw)(?: (.{1,120}?))? (?:on|to|onto|in|into) ${A_LIST}(?: for ${LATER})?(?: please| pls| too| as well)?$`,
    "iu",
  ),
  new RegExp(`^(.{1,120}?) (?:goes|should go|belongs) (?:on|to|onto|in) ${MY_LIST}$`, "iu"),
];
/** The same, where it may be something else that is put off: of movies only. */
const PUTTING_OFF: readonly RegExp[] = [
  new RegExp(
    `^${POLITE}(?:save|keep|bookmark|store|note|put|leave)(?: (.{1,120}?))? (?:for|until|till) ${LATER}(?: please| pls| too| as well)?$`,
    "iu",
  ),
  new RegExp(`^${POLITE}(?:bookmark|save|watch-?list) (.{1,120}?)(?: please| pls| too| as well)?$`, "iu"),
  new RegExp(
    `^(?:i(?:'ll| will|'d like to| would like to| want to| wanna)|let me|let's|maybe i(?:'ll| will)) (?:watch|see|save) (.{1,120}?) (?:for )?(?:${LATER}|when i have (?:more )?time)$`,
    "iu",
  ),
  new RegExp(`^(?:remind me (?:to (?:watch|see)|of|about)) (.{1,120}?)(?: ${LATER})?$`, "iu"),
  new RegExp(`^${POLITE}watch (.{1,120}?) ${LATER}$`, "iu"),
  new RegExp(`^(.{1,120}?) (?:for later|for (?:my|the) ${WATCHLIST})$`, "iu"),
];
/** The same with nothing named: of the movie on the table. */
const SAVE_IT =
  /^(?:🔖\ufe0f?|l|later please|save|bookmark|watch(?: it)? later|(?:maybe )?(?:watch (?:it|this|that) |for )later|save for later|add to (?:my )?(?:watch ?)?list|(?:i'?ll )?(?:watch|see) (?:it|this|that)(?: one)? (?:later|some ?day|(?:an|some) ?other (?:time|day)))$/iu;

/** "Save it for latr": nothing else is said that way. */
const LATER_MISSPELT = /^((?:save|keep|bookmark|watch)(?: .{1,80})? (?:for |until |till )?)(l\p{L}{3,5})$/iu;

const REMOVING: readonly RegExp[] = [
  new RegExp(
    `^${POLITE}(?:remove|delete|take|drop|cross|strike|get|kick|scratch)(?: (.{1,120}?))? (?:from|off|out of|off of) ${A_LIST}(?: please| pls)?$`,
    "iu",
  ),
  /^(?:please )?(?:unsave|unbookmark) (.{1,120})$/iu,
];
/** "Take the second one off", of the list shown last, in which it has a title by now. */
const OFF = /^(?:please )?(?:take|cross|strike|kick) (.{1,60}?) off(?: please)?$/iu;

const LISTING = new RegExp(
  `^(?:list|watch ?-?list|my list please|(?:please )?(?:show(?: me)?|see|open|view|list|display|what(?:'?s| is| was| do i have| have i(?: got)?)|which (?:films|movies|ones) (?:are|do i have|have i got)|(?:do|have) i (?:have|got) anything)? ?(?:(?:is |are )?(?:on|in) )?${MY_LIST}|what (?:did i save|have i saved|did i bookmark)(?: for later)?|which (?:films|movies|ones) (?:did i save|have i saved)(?: for later)?)$`,
  "iu",
);

/** "Is Heat on my list?" */
const ASKING = new RegExp(
  `^(?:(?:is|have i got|do i have) (.{1,80}?) (?:on|in) ${MY_LIST}(?: already)?|(?:did i|have i) saved? (.{1,80}?)(?: already)?)$`,
  "iu",
);

const FROM_LIST = new RegExp(
  `,? ?(?<!\\p{L})(?:(?:from|off|out of|of|on|in|among|that(?:'s| is| are) on) ${MY_LIST})(?!\\p{L})`,
  "iu",
);

/** "Take one from my list" is to watch it. */
const ANY_ONE = /^(?:(?:me|us) )?(?:some|any|one\b|an? |whatever)/i;
/** Nothing but the movie on the table. */
const NO_FILM = /^(?:it|this|that)?(?: ?(?:one|movie|film))?$/i;

type Spoken = Pick<Said, "catalog" | "context" | "text">;

/**
 * What a message does with the list, and what else is said in it; undefined where it is about something else.
 *
 * @param understand what the rules make of words
 * @param readOn the rest of the message
 */
export function readWatchLater(
  said: Spoken,
  understand: (text: string) => MovieRequest,
  readOn: (rest: string) => readonly Act[],
): Act[] | undefined {
  const text = plain(said.text);
  const whole = kept(said, text);
  if (whole) return [whole];
  if (isTitle(said.catalog, text)) return undefined;
  for (const { index, 0: between } of text.matchAll(/[,;.!] (?:(?:and|but|then) )?| (?:and|but|then) /gi)) {
    const [before, behind] = [text.slice(0, index), text.slice(index + between.length)];
    const first = kept(said, before);
    if (first) return [first, ...readOn(behind)];
    const last = kept(said, behind);
    if (last) return [...readOn(before), last];
  }
  if (!FROM_LIST.test(text)) return undefined;
  const asked = understand(text.replace(FROM_LIST, "").trim());
  return [{ kind: "ask", request: asked.kind === "request" ? asked : emptyRequest(), isOfList: true }];
}

const plain = (text: string): string =>
  text
    .trim()
    .replaceAll("’", "'")
    .replace(/[.!?]{1,3}$/, "")
    .replace(/\s+/g, " ");

function kept(said: Spoken, typed: string): Command | undefined {
  const text = typed.replace(LATER_MISSPELT, (whole, before: string, word: string) =>
    slipsBetween(word.toLowerCase(), "later", 1) === 1 ? `${before}later` : whole,
  );
  if (SAVE_IT.test(text)) return said.context.table && { kind: "save" };
  if (LISTING.test(text)) return { kind: "list" };
  const [, there, saved] = ASKING.exec(text) ?? [];
  const asked = there ?? saved;
  if (asked !== undefined && isTitle(said.catalog, asked)) return { kind: "isListed", title: asked };
  return removing(said, text) ?? saving(said, text);
}

function saving(said: Spoken, text: string): Command | undefined {
  if (isTitle(said.catalog, text)) return undefined; // "Save the Last Dance"
  for (const pattern of [...SAVING, ...PUTTING_OFF]) {
    const found = pattern.exec(text);
    if (!found) continue;
    const named = found[1] ?? "";
    if (NO_FILM.test(named)) return { kind: "save" };
    const titles = isPronoun(named) ? [] : titlesIn(said.catalog, named);
    const areFilms = SAVING.includes(pattern) || titles.every((title) => isTitle(said.catalog, title));
    if (titles.length > 0 && areFilms) return { kind: "saveNamed", titles };
  }
  return undefined;
}

function removing(said: Spoken, text: string): Command | undefined {
  for (const pattern of REMOVING) {
    const found = pattern.exec(text);
    if (!found) continue;
    const named = found[1] ?? "";
    if (ANY_ONE.test(named)) return undefined;
    if (NO_FILM.test(named)) return { kind: "takeOff" };
    return { kind: "takeOff", title: named };
  }
  const off = OFF.exec(text)?.[1];
  return off !== undefined && isListed(said, off) ? { kind: "takeOff", title: off } : undefined;
}

/** Whether it is the title of a movie in the list shown last: by its place, it is one as well. */
function isListed({ catalog, context: { listed } }: Spoken, title: string): boolean {
  const found = findTitle(catalog, title);
  return found.kind === "one" && listed.includes(found.movie);
}
