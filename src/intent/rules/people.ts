import type { Words } from "../words.ts";
import { createPhrases, entriesOf, type Phrases } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

export interface PersonMention extends Span {
  readonly name: string;
}

/** Words before a name: "with", "by", "starring". */
const ANNOUNCES = new Set(
  "with by starring stars starred featuring features actor actress director directed played and or con avec mit com por par von mit".split(
    " ",
  ),
);
const SURELY = new Set("starring stars starred featuring actor actress director played".split(" "));
/** "Did frank capra direct", "has gary cooper been": a name between the two. */
const ASKS = new Set("did has was is does were".split(" "));
const DOES = new Set(
  "ever direct directed star starred appear appeared play played make made do done been in act acted have".split(
    " ",
  ),
);
const PARTICLES = new Set("de del della di da van von der den la le du al el bin ten st mc mac o".split(" "));
const SUFFIXES = new Set(["jr", "sr", "iii"]);

/** People's names in a text: known ones, full names by their first name, and what capitals tell after "with". */
export function createPeopleReader(
  words: Words,
  vocabulary: Phrases<unknown>,
): (text: Text, taken: readonly Span[]) => PersonMention[] {
  const known = createPhrases(entriesOf(words.people.known));
  const wordNames = new Set(words.people.wordNames);
  const firstNames = new Set(words.people.firstNames);
  const filler = new Set(words.filler.words);

  /** A surname: a word that means nothing else here, unless it is written as a name. */
  const mayBeSurname = (tokens: readonly Token[], at: number, announced: boolean): boolean => {
    const token = tokens[at];
    if (token?.gap !== "space" || !/^\p{L}{2,}$/u.test(token.word)) return false;
    if (token.capital && tokens[at - 1]!.capital) return true;
    if (filler.has(token.word)) return false;
    const means = vocabulary.at(tokens, at);
    return !means || (announced && means.length === 1 && !tokens[at + 1]);
  };

  return ({ tokens, said }, taken) => {
    const found: PersonMention[] = [];
    const isTaken = (token: Token) => taken.some((span) => overlaps(span, token));
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (isTaken(token)) continue;
      const star = known.at(tokens, at);
      if (star) {
        const last = tokens[at + star.length - 1]!;
        found.push({ name: star.values[0]!, start: token.start, end: last.end });
        at += star.length - 1;
        continue;
      }
      if ((vocabulary.at(tokens, at)?.length ?? 0) > 1) continue; // "oscar winning"
      const before = tokens[at - 1]?.word ?? "";
      const announced =
        ANNOUNCES.has(before) || (before === "from" && token.capital && tokens[at + 1]?.capital === true);
      const directing = before === "by" && /^(?:directed|made|written)$/.test(tokens[at - 2]?.word ?? "");
      const asked = ASKS.has(before) && DOES.has(tokens[at + 2]?.word ?? "");
      const isFirst = firstNames.has(token.word);
      const strong = isFirst && (!wordNames.has(token.word) || announced || (token.capital && at > 0));
      const capital = announced && token.capital && !vocabulary.at(tokens, at) && !filler.has(token.word);
      if (
        !strong &&
        !capital &&
        !((SURELY.has(before) || directing || asked) && !filler.has(token.word) && !vocabulary.at(tokens, at))
      )
        continue;
      let end = at + 1;
      while (
        end < tokens.length &&
        tokens[end]!.gap !== "comma" &&
        ((/^\p{L}$/u.test(tokens[end]!.word) && tokens[end]!.word !== "a" && tokens[end]!.word !== "i") ||
          PARTICLES.has(tokens[end]!.word))
      )
        end++;
      const initialled = end > at + 1;
      if (initialled ? surnameAfter(tokens, end, filler) : mayBeSurname(tokens, end, announced)) end++;
      else if (!capital || end > at + 1) continue;
      // "jamie lee curtis"
      if (end === at + 2 && firstNames.has(tokens[at + 1]!.word) && mayBeSurname(tokens, end, false)) end++;
      while (
        end < tokens.length &&
        tokens[end]!.gap === "space" &&
        (SUFFIXES.has(tokens[end]!.word) ||
          (tokens[end]!.capital && tokens[end - 1]!.capital && !filler.has(tokens[end]!.word)))
      )
        end++;
      if (tokens.slice(at, end).some(isTaken)) continue;
      const last = tokens[end - 1]!;
      found.push({ name: titleCase(said.slice(token.start, last.end)), start: token.start, end: last.end });
      at = end - 1;
    }
    return found;
  };
}

function surnameAfter(tokens: readonly Token[], at: number, filler: ReadonlySet<string>): boolean {
  const token = tokens[at];
  return token !== undefined && token.gap !== "comma" && token.word.length > 1 && !filler.has(token.word);
}

const titleCase = (name: string): string =>
  name.replace(/'s$/, "").replace(/(?<!\p{L}|')\p{Ll}/gu, (letter) => letter.toUpperCase());
