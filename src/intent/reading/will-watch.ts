/** What somebody is going to watch: "we watch Heat tonight", "i'm watching this now", "Heat it is". Whole messages alone. */
import { isTitle } from "../../catalog/naming.ts";
import type { Act } from "../acts.ts";
import type { Said } from "./said.ts";
import { isPronoun } from "./titles.ts";

const LEAD = "^(?:(?:ok|okay|alright|cool|great|so|then|yes|yeah|nice|fine|and|right)[,.!]? ){0,2}";
const WHEN =
  "(?:right now|now|tonight|today|this evening|this afternoon|later tonight|later today|first|instead|then|after (?:dinner|work)|with (?:my|the) \\p{L}{2,20})";
const MEANS = "(?:going to|gonna|about to)";
const WATCH = "(?:watch|watching|see|seeing|put on|putting on)";

/** Of these the group says what. */
const SAYINGS: readonly RegExp[] = [
  new RegExp(`${LEAD}(?:i|we)(?:'ll|ll| will) ${WATCH} (.{1,80}?)(?:,? ${WHEN}){0,3}$`, "iu"),
  new RegExp(
    `${LEAD}(?:(?:i|we)(?:'m|m| am|'re| are) )?(?:${MEANS} ${WATCH}|watching|putting on) (.{1,80}?)(?:,? ${WHEN}){0,3}$`,
    "iu",
  ),
  new RegExp(`${LEAD}(?:i|we) (?:watch|see|put on) (.{1,80}?)(?:,? ${WHEN}){1,3}$`, "iu"),
  new RegExp(`${LEAD}(.{1,80}?) it is(?:,? (?:then|${WHEN})){0,2}$`, "iu"),
];
/** What is to be found, and no title. */
const TO_FIND = /^(?:some|any|an?|one|more|what|another|films?|movies?)(?!\p{L})/iu;

/** Undefined where something else is said, or what is named is no film. */
export function readWillWatch({
  catalog,
  context,
  text,
}: Pick<Said, "catalog" | "context" | "text">): Act[] | undefined {
  if (context.phase !== "suggesting" || text.length > LONGEST || isTitle(catalog, text)) return undefined;
  const said = text
    .trim()
    .replaceAll("’", "'")
    .replace(/[.!]{1,3}$/, "");
  for (const pattern of SAYINGS) {
    const named = pattern.exec(said)?.[1];
    if (named === undefined) continue;
    if (isPronoun(named.toLowerCase())) return context.table && [TAKES_IT];
    if (!TO_FIND.test(named) && isTitle(catalog, named)) return [{ kind: "show", title: named }, TAKES_IT];
  }
  return undefined;
}

const LONGEST = 120;
const TAKES_IT: Act = { kind: "remark", remark: "willWatch" };
