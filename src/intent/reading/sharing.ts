/** Whether somebody wants to show others what they keep or love, and how: "share my list", "my taste as a picture", "a link to my favourites"; or show it no longer. */
import type { Act, Shareable } from "../acts.ts";
import { CODE_LENGTH, CODE_LETTERS } from "./command.ts";

const MINE =
  "(?<mine>my (?:(?<list>watch ?-?list|list(?: for later| to watch| of films)?|watch[ -]?later(?: list)?)|profile|taste|favou?rites|likes))";
const PLEASE = "(?:please |can you |could you |will you )?";
const WITH_SOMEBODY = "(?: (?:with|to|for) [\\p{L} ]{2,30})?";
const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join("")}$`, "iu");

const AS_A_LINK =
  " (?:as|by|with|via|through|over) an? (?:web |public |shareable |private )?(?:link|url|page)";
const LINK = "(?:link|url|web ?page|page)";
const BY_LINK = [
  whole(PLEASE, `(?:share|post|publish|send) ${MINE}`, WITH_SOMEBODY, AS_A_LINK, WITH_SOMEBODY),
  whole(
    PLEASE,
    "(?:(?:can i |could i |may i |i want to |i'd like to )?(?:give|get|make|create|send|share|have|copy|want|need|i want|i need|i'd like)(?: me)? )?",
    `(?:an? |the )?(?:public |shareable |sharing |share |web )?${LINK} (?:to|for|of|with) ${MINE}`,
    WITH_SOMEBODY,
  ),
  whole(`(?:show )?${MINE}`, AS_A_LINK),
  whole(PLEASE, `make ${MINE} (?:public|shareable)`),
];

const PICTURED = [
  whole(PLEASE, `(?:share|post|publish) ${MINE}`, WITH_SOMEBODY, "(?: as an? (?:picture|image|poster))?"),
  whole(`(?:show )?${MINE} as an? (?:picture|image|poster)`),
  whole(`show (?:them|everybody|everyone|the others|all of us|us) ${MINE}`),
];

const ONE = `(?<id>[${CODE_LETTERS}]{${CODE_LENGTH}})`;
const ALL = "(?:it|that|this|them|all|all of (?:it|them)|everything|anything)";
const NO_MORE =
  "(?: (?:any ?more|any longer|again|now|by (?:an? )?links?|with (?:others|anybody|anyone|people)))?";
const SHARED_LINK = "(?:shared|sharing|share|public) (?:links?|urls?|pages?)";
/** With whose list, or with which link; all of them where nothing is named. */
const STOPS = [
  whole(PLEASE, `(?:stop sharing|unshare|un-share)(?: (?:${MINE}|${ONE}|${ALL}))?`, NO_MORE),
  whole(
    PLEASE,
    "(?:withdraw|revoke) (?:(?:the|my|that|this|all|all the|all my|every) )?",
    `(?:shared |sharing |share |public )?(?:links?|urls?|pages?)(?: (?:(?:to|for|of) ${MINE}|${ONE}))?`,
  ),
  whole(
    PLEASE,
    "(?:delete|remove|cancel|disable|take down|take back|turn off|kill) (?:the |my |that |this |all |all my |all the )?",
    `(?:${SHARED_LINK}|links? (?:to|for|of) ${MINE})`,
  ),
  whole(PLEASE, `make ${MINE} private`, NO_MORE),
  whole(`(?:don't|dont|do not|no longer) share ${MINE}`, NO_MORE),
];

const ASKS = [
  whole("what (?:do i share|am i sharing|have i shared|did i share|is shared|of mine is shared)", NO_MORE),
  whole(`(?:(?:show|list)(?: me)? )?(?:all )?(?:my |the )?(?:shared|public) (?:links|pages|lists)`),
  whole(`(?:who can see|is anybody seeing|who sees) ${MINE}`),
  whole(`is ${MINE} (?:shared|public|private)`, NO_MORE),
];

export function readSharing(text: string): Act | undefined {
  const said = text
    .trim()
    .replaceAll("’", "'")
    .replace(/[.!?]{1,3}$/, "");
  const link = firstOf(BY_LINK, said);
  if (link) return { kind: "shareOwn", what: whatOf(link), by: "link" };
  const picture = firstOf(PICTURED, said);
  if (picture) return { kind: "shareOwn", what: whatOf(picture) };
  const stop = firstOf(STOPS, said);
  if (stop) {
    const { id, mine } = stop.groups ?? {};
    if (id !== undefined) return { kind: "stopSharing", id: id.toUpperCase() };
    return { kind: "stopSharing", ...(mine !== undefined && { what: whatOf(stop) }) };
  }
  return firstOf(ASKS, said) ? { kind: "tellShared" } : undefined;
}

function firstOf(patterns: readonly RegExp[], said: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(said);
    if (found) return found;
  }
  return undefined;
}

const whatOf = ({ groups }: RegExpExecArray): Shareable => (groups?.list === undefined ? "taste" : "list");
