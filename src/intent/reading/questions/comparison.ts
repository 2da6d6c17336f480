/** Questions that set films side by side: "which is scarier, Alien or The Thing?", "which of these is the shortest?" */
import type { Catalog } from "../../../catalog/catalog.ts";
import type { Movie } from "../../../catalog/movie.ts";
import { isTitle } from "../../../catalog/naming.ts";
import type { Act } from "../../acts.ts";
import type { Context } from "../context.ts";
import { isPronoun, titlesIn } from "../titles.ts";
import { bestKnown } from "./film-meant.ts";
import { measureIn } from "./measures.ts";
import { bare } from "./person-asked.ts";

/** What stands around the films in such a question, and says nothing of its own. */
const AROUND = new Set(
  (
    "which what who whats whos which's what's who's is was are were be being would should could do does did has have had will the a an " +
    "one ones of these those them two three four five all both ok okay k so and but then or well hmm hm now tonight today first " +
    "you i we me us my think say reckon guess pick choose recommend suggest watch see film films movie movies really actually " +
    "much even far rather any either between on in for to as it's its by your opinion list prefer please just like go going with take have try i'd i'm im not i'll we'll let's lets one's ones' out show give his her their start"
  ).split(" "),
);
/** Between two films. */
const BETWEEN =
  /[;:?!]|\bor\b|\bvs\.?(?!\p{L})|\bversus\b|\bthan\b|\bbetween\b|\bcompared (?:to|with)\b|\bas\b/iu;
/** "Loved: Heat, Alien" sets nothing side by side. */
function setsBeside(text: string): boolean {
  if (/\b(?:vs|versus|compared)\b/i.test(text)) return true;
  if (!/\b(?:or|between)\b/i.test(text)) return false;
  return text.endsWith("?") || /\b(?:which|should|tonight|rather|choose|decide|pick|first)\b/i.test(text);
}
const WEIGHS = /\b(?:or|vs|versus|between|compared|than|as|which)\b|\?\s*$/i;
/** It is asked, and not wished: "which", "the shortest of these", "and the longest?" */
const ASKS = /\b(?:which|what|who|what's|who's|these|those|them)\b|\?\s*$|^(?:and|is|are|was|does|do) /i;
/** "The shortest one", "I'll take the oldest": it is picked by it. */
const PICKS =
  /^(?:(?:ok|okay|so|then|well|hmm|yes|maybe|please|just)[, ]{1,2}){0,3}(?:(?:i'?ll|i will|let'?s|we'?ll|i'?d|i'?m|lemme) )?(?:(?:give me|show me|take|have|pick|show|watch|see|try|go with|going with|start with) )?(?:the|his|her|their) [a-z-]{2,20}(?: [a-z-]{2,20}){0,5}[.!]*$/i;
/** "Show me one of those" */
const ONE_OF_THEM =
  /^(?:(?:ok|okay|so|then|well|yes|just|please)[, ]{1,2}){0,3}(?:show me |give me |pick |choose |let'?s (?:see|watch|try) |i'?ll (?:take|watch|have) )?(?:one|any|either)(?: one)? of (?:these|those|them|the two)(?: please| then)?[.!?]{0,2}$/i;
/** "Which one has Brad Pitt?", "are any of these by Hitchcock?" */
const PERSON_IN_ANY =
  /^(?:did|does|is|was|has) (.+?) (?:do|in|made?|direct(?:ed)?|act in|acted in|star in|starred in|appear in|been in|play in) (?:any|one|some|which) of (?:these|those|them)$/i;
const WITH_PERSON =
  /^(?:ok |so |and |but )*(?:which|what|who)?(?:(?:is|are) (?:there )?)?(?:any|one|ones|film|movie)?(?: (?:of|in|among) (?:these|those|them|the two|the list))? ?(?:has|have|is|are|stars?|starring|features?|with|by|was|were|did)(?: (?:directed|made))?(?: (?:with|by|starring))? (.+?)(?: in it| direct(?:ed)?| made?| star in)?$/i;

/** Films named in such a question are those known best of their names: nothing is recorded of them. */
export function readComparison(catalog: Catalog, context: Context, text: string): Act | undefined {
  const said = bare(text);
  const measure = measureIn(said);
  const rest = measure ? `${said.slice(0, measure.start)} ; ${said.slice(measure.end)}` : said;
  const isBeside = measure ? WEIGHS.test(text.trim()) : setsBeside(text.trim());
  const named = isBeside && BETWEEN.test(rest) ? filmsBetween(catalog, context, rest) : undefined;
  if (named && named.length > 1)
    return { kind: "compare", movies: named, by: measure?.by ?? { of: "taste" } };
  const { listed } = context;
  if (listed.length < 2) return undefined;
  const ids = listed.map(({ id }) => id);
  if (ONE_OF_THEM.test(text.trim()))
    return { kind: "compare", movies: ids, by: { of: "taste" }, isPicked: true };
  if (measure && saysNothingElse(rest)) {
    if (measure.by.of !== "taste" && !/\b(?:which|what|who)/i.test(said) && PICKS.test(text.trim()))
      return { kind: "compare", movies: ids, by: measure.by, isPicked: true };
    if (ASKS.test(text)) return { kind: "compare", movies: ids, by: measure.by };
  }
  const person =
    PERSON_IN_ANY.exec(said)?.[1] ??
    (/\b(?:which|any|who)\b/i.test(said) ? WITH_PERSON.exec(said)?.[1] : undefined);
  return person !== undefined && catalog.facts.find(person)
    ? { kind: "compare", movies: ids, by: { of: "person", name: person } }
    : undefined;
}

const saysNothingElse = (text: string): boolean => trimmed(text) === "";

/** Less the words at its edges that stand around films. */
function trimmed(text: string): string {
  const words = text
    .replace(/[;:?!,]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  const isAround = (word: string) => AROUND.has(word.toLowerCase().replaceAll("’", "'"));
  let [from, to] = [0, words.length];
  while (from < to && isAround(words[from]!)) from++;
  while (to > from && isAround(words[to - 1]!)) to--;
  return words.slice(from, to).join(" ");
}

/** The films that a text sets side by side, and "it" for the one spoken of; undefined where it says anything else. */
function filmsBetween(catalog: Catalog, { spokenOf, table }: Context, text: string): string[] | undefined {
  const movies: Movie[] = [];
  let speaksOfIt = false;
  for (const part of text.split(BETWEEN)) {
    const said = part.trim().replace(/^,|,$/g, "").trim();
    if (said === "") continue;
    if (isSpokenOf(said)) speaksOfIt = true;
    else {
      const titles = spelt(catalog, said);
      if (!titles) return undefined;
      movies.push(...titles);
    }
  }
  const it = [spokenOf, table].find((one) => one && !movies.includes(one));
  // "more violent than Taxi Driver?" is asked of the one spoken of as well
  const isOfIt = speaksOfIt || (movies.length === 1 && /^ ?;? ?(?:(?:is|was) )?;? {0,2}than\b/i.test(text));
  return [...new Set([...(isOfIt && it ? [it] : []), ...movies].map(({ id }) => id))];
}

/** "Is it", "that one" */
const isSpokenOf = (said: string): boolean =>
  isPronoun(said.toLowerCase()) ||
  /^(?:(?:is|was|which|does|do you think|would you say)\b.* )?(?:it|this|that)(?: one| film| movie)?$/i.test(
    said,
  );

/** The films of a part that is nothing but titles, and words around them; none where it is only these. */
function spelt(catalog: Catalog, part: string): readonly Movie[] | undefined {
  for (const said of [part, withoutLead(part), trimmed(part)]) {
    if (said === "") return [];
    if (ENDS_IN_ONE.test(said)) return undefined; // "the old one" is no title
    const titles = titlesIn(catalog, said);
    if (titles.every((title) => isTitle(catalog, title)))
      return titles.map((title) => bestKnown(catalog, title));
  }
  return undefined;
}

const ENDS_IN_ONE = /\S ones?$|\b(?:hours?|hrs?|minutes|mins?)$/i;

/** "Which is funnier, Heat" */
function withoutLead(part: string): string {
  const lead = /^[^,]{0,80}, /.exec(part)?.[0] ?? "";
  return trimmed(lead) === "" ? part.slice(lead.length) : part;
}
