/** Plots that are told in a sentence: "a banker finds a bag of money and everything goes wrong". Pure. */
import type { Words } from "../words.ts";
import { isOnePhrase, type Phrases, phraseSet } from "./phrases.ts";
import type { Span } from "./spans.ts";
import type { Token } from "./tokens.ts";

export interface ToldPlot extends Span {
  /** As it was said, from whom it tells to its end. */
  readonly words: string;
}

/** Words before whom a plot tells of, "an old", and between them and what they do, "from the future who". */
const MOST_BEFORE = 3;
const MOST_BETWEEN = 4;
/** In words, a whole plot. */
const FEWEST = 4;
const DETERMINER =
  /^(?:an?|some|two|three|four|five|six|seven|eight|ten|twelve|several|every|this|these|another|one|his|her|their|\d+)$/;
/** "The guy keeps joking": of a film that was shown, or of those who watch. */
const NOBODY_TOLD_OF = /^(?:the|my|our|your|for|with|to|and|or|of|no|not|that|than|as)$/;
/** "The narrator lies": whom only who tells of stories speaks of. */
const IN_ANY_STORY = /^(?:narrator|protagonist|hero|heroine|villain|killer|murderer|main)$/;
/** Those who ask are in no plot, and who speaks of films asks for some. */
const OF_THE_ASKER =
  /^(?:i|im|ive|id|ill|me|my|mine|we|weve|us|our|ours|you|your|youre|u|flicks?|genre|watch|watching|recommend|recommendations?|suggest|please)$/;
/** Behind these, and a "where", a plot is read as one that is asked for. */
const OF_A_FILM = /^(?:movies?|films?|ones?|story|stories|something|anything|shows?|scenes?)$/;
/** Who names a sort of film asks for that, with what it is to be about. */
const KIND =
  /^(?:thrillers?|comed(?:y|ies)|horrors?|westerns?|dramas?|romcoms?|musicals?|documentar(?:y|ies)|anime|cartoons?|scifi|myster(?:y|ies)|noirs?|slashers?|biopics?)$/;
/** Behind these something else is asked for. */
const ENDS_IT = /^(?:but|please|thanks|no|not|without|nothing|preferably|ideally|bonus|something|anything)$/;
const JOINED_TO_THEM =
  /^(?:who|whos|that|whose|and|or|with|from|of|in|on|at|by|the|an?|his|her|their|two|has|have|is|are|to|be|finally|slowly|secretly|suddenly|must|cant|cannot|can|will)$/;
/** Who may watch as well as be told of, and what those do who come to watch. */
const COMPANY =
  /^(?:kids|children|people|friends|family|families|everyone|everybody|nobody|mom|mum|dad|wife|husband|couples?|parents|girls|boys|guys|baby|teens|teenagers|roommates|grandma|grandpa|brothers|sisters|group|class|team|dog|cat|party|holiday|vacation)$/;
const VISITS =
  /^(?:com|go|visit|arriv|leav|left|get|wait|stay|join|agree|fall|fell|mak|made|giv|keep|quit|open|help|car|believ|see|run|tr[iy]|mov|end|stop|take|taking|talk|spend|start|set)/;
const WHERE_FROM =
  /^(?:no|all|one|every|each|the|an?|two|they|he|she|it|its|nobody|everyone|everybody|everything|someone|somebody|people|nothing)$/;

/**
 * @param vocabulary words that ask for something by themselves: "the villain wins" is no plot, but known
 * @returns where a text tells a plot; undefined where it tells none
 */
export function createToldPlotReader(
  { stories }: Pick<Words, "stories">,
  vocabulary: Phrases<unknown>,
): (tokens: readonly Token[], said: string) => ToldPlot | undefined {
  const whose = phraseSet(stories.whose);
  const tells = new Set(stories.tells.flatMap(formsOf));

  /** Where the words for somebody begin and end who is told of at a token: "an old man". */
  const somebodyAt = (tokens: readonly Token[], at: number): { from: number; to: number } | undefined => {
    const found = whose.at(tokens, at);
    if (!found) return undefined;
    const to = at + found.length;
    if (tokens[at]!.gap !== "space" || isOpened(tokens, at)) return { from: at, to };
    for (let from = at - 1; from >= 0 && at - from <= MOST_BEFORE; from--) {
      const { word, gap } = tokens[from]!;
      if (DETERMINER.test(word)) return { from, to };
      if (word === "the" && IN_ANY_STORY.test(tokens[at]!.word)) return { from, to };
      if (NOBODY_TOLD_OF.test(word)) return undefined;
      if (from === 0 || gap !== "space" || isOpened(tokens, from)) return { from, to };
    }
    return at === 0 ? { from: at, to } : undefined;
  };

  /** Behind "about", "where": "a movie about kids who find a map". */
  const isOpened = (tokens: readonly Token[], at: number): boolean =>
    /^(?:about|where|which)$/.test(tokens[at - 1]?.word ?? "");

  /** Whether what stands behind somebody tells what they do, with as little between as a "who". */
  const isToldOf = (tokens: readonly Token[], behind: number, isCompany: boolean): boolean => {
    let others = 0;
    for (let at = behind; at < tokens.length && at - behind <= MOST_BETWEEN; at++) {
      const { word, gap } = tokens[at]!;
      if (gap !== "space") return false;
      if (tells.has(word)) return !(isCompany && VISITS.test(word));
      if (!JOINED_TO_THEM.test(word) && !whose.at(tokens, at) && ++others > 1) return false;
    }
    return false;
  };

  /** "A town where everyone has a secret" */
  const isPlace = (tokens: readonly Token[], at: number): boolean =>
    at > 0 &&
    tokens[at]!.word === "where" &&
    tokens[at]!.gap === "space" &&
    !OF_THE_ASKER.test(tokens[at - 1]!.word) &&
    !OF_A_FILM.test(tokens[at - 1]!.word) &&
    WHERE_FROM.test(tokens[at + 1]?.word ?? "");

  const endOf = (tokens: readonly Token[], from: number): number => {
    for (let at = from + 1; at < tokens.length; at++) {
      const { word, gap } = tokens[at]!;
      if (gap === "stop") return at;
      if (gap === "comma" && (ENDS_IT.test(word) || OF_THE_ASKER.test(word))) return at;
      if (
        ENDS_IT.test(word) &&
        /^(?:not|no|without|nothing|with|less|please|thanks)$/.test(tokens[at + 1]?.word ?? "")
      )
        return at;
    }
    return tokens.length;
  };

  return (tokens, said) => {
    for (let at = 0; at < tokens.length; at++) {
      const somebody = somebodyAt(tokens, at);
      const isBare = somebody !== undefined && !DETERMINER.test(tokens[somebody.from]!.word);
      const told =
        somebody && isToldOf(tokens, somebody.to, isBare && COMPANY.test(tokens[somebody.to - 1]!.word));
      const from = told ? somebody.from : isPlace(tokens, at) ? nounFrom(tokens, at) : undefined;
      if (from === undefined) continue;
      const to = endOf(tokens, from);
      const words = tokens.slice(from, to);
      const isOther = words.some((token) => OF_THE_ASKER.test(token.word) || KIND.test(token.word));
      if (
        to - from < FEWEST ||
        isOther ||
        isOnePhrase(vocabulary, tokens, from, to) ||
        isOfOneself(tokens, from)
      )
        continue;
      const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
      return { start, end, words: said.slice(start, end).toLowerCase() };
    }
    return undefined;
  };
}

/** "We are seven people and nobody agrees": told of those who ask, as far as they do not say what a film is to be about. */
function isOfOneself(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at > 0 && tokens[at]!.gap === "space"; at--) {
    const { word } = tokens[at - 1]!;
    if (/^(?:about|where|which|like|of|with)$/.test(word)) return false;
    if (OF_THE_ASKER.test(word)) return true;
  }
  return false;
}

/** Where the words for a place begin that "where" follows: "a small town". */
function nounFrom(tokens: readonly Token[], where: number): number {
  let from = where - 1;
  while (from > 0 && where - from <= MOST_BEFORE && tokens[from]!.gap === "space") {
    if (DETERMINER.test(tokens[from]!.word)) return from;
    from--;
  }
  return DETERMINER.test(tokens[from]!.word) || tokens[from]!.gap !== "space" || from === 0
    ? from
    : where - 1;
}

/** "Find" as well in "finds", "finding" and "found" where these follow the rule; others are listed. */
function formsOf(verb: string): string[] {
  if (!/^[a-z]+$/.test(verb)) return [verb];
  const stem = verb.replace(/e$/, "");
  const third = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb.replace(/([^aeiou])y$/, "$1ie")}s`;
  const past = /([^aeiou])y$/.test(verb) ? verb.replace(/y$/, "ied") : `${stem}ed`;
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(verb)
    ? [`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`]
    : [];
  return [verb, third, past, `${stem}ing`, ...doubled];
}
