/** Plots that are told in a sentence: "a banker finds a bag of money and everything goes wrong". Pure. */
import type { Words } from "../words.ts";
import { tellsOfALiking } from "./likings.ts";
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
/** In words, a whole plot, and one of which nothing but what is done tells that it is one. */
const FEWEST = 4;
const FEWEST_OF_ANYTHING = 6;
/** Words between what a plot begins with and what it does: "a bomb on a bus explodes". */
const MOST_TO_THE_VERB = 8;
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
/** What is said of films rather than told in them: "a twist that turns everything around". */
const OF_ITS_MAKING =
  /^(?:twists?|endings?|soundtracks?|score|plots?|cast|acting|vibes?|feel|mood|moods|pace|style|humou?r|laughs?|dialogue|visuals|tone|atmosphere|premise|budget|series|classics?|hits?|gems?|masterpieces?|titles?|list|picks?|watch(?:es)?)$/;
/** Behind a sentence of a plot one that begins so goes on with it. */
const GOES_ON = /^(?:he|she|they|his|her|their|then|eventually|suddenly|soon)$/;
/** "Are saved", "gets locked". */
const PASSIVE = /^(?:is|are|gets?|was|were|being)$/;
/** "The guy keeps making jokes and ruins it" speaks of a film on the table. */
const OF_THE_TABLE = /^(?:it|its|this|that|these|those|was|were|been|had|too)$/;
const FEWEST_BEHIND_THE = 8;
/** "95 minute slot so it can't go over" */
const OF_TIME = /^(?:min|mins|minutes?|hours?|hrs?|h)$/;
/** "Has to decide", "can't have": a verb in its first form follows. */
const BEFORE_A_VERB = /^(?:to|can|cant|cannot|must|will|wont|doesnt|dont|never)$/;
/** "Has their memories erased". */
const HAS = /^(?:has|have|gets?)$/;
const THEIRS = /^(?:his|her|their|its)$/;
/** Behind something in the plural a verb in its first form is one. */
const SEVERAL = /^(?:they|people|men|women|children|police|who|two|three|four|five|\p{L}{2,}[^s]s)$/u;
/** Behind these something else is asked for. */
const ENDS_IT = /^(?:but|please|thanks|no|not|without|nothing|preferably|ideally|bonus|something|anything)$/;
/** "..., in French", "..., from the 90s" */
const OF_ITS_ORIGIN = /^(?:in|from|under|since|starring|directed|made)$/;
const JOINED_TO_THEM =
  /^(?:who|whos|that|whose|and|or|with|from|of|in|on|at|by|the|an?|his|her|their|two|has|have|is|are|to|be|finally|slowly|secretly|suddenly|must|cant|cannot|can|will)$/;
/** Who may watch as well as be told of, and what those do who come to watch. */
const COMPANY =
  /^(?:kids|children|people|friends|family|families|everyone|everybody|nobody|mom|mum|dad|wife|husband|couples?|parents|girls|boys|guys|baby|teens|teenagers|roommates|grandma|grandpa|brothers|sisters|group|class|team|dog|cat|party|holiday|vacation)$/;
const VISITS =
  /^(?:com|go|visit|arriv|leav|left|get|wait|stay|join|agree|fall|fell|mak|made|giv|keep|quit|open|help|car|believ|see|run|tr[iy]|mov|end|stop|take|taking|talk|spend|start|set)/;
const ASKS = /^(?:about|where|which|like|need|want|looking|for|any|some|no|not|without|but|than|as)$/;
/** Verbs are known in English: "die" is none in German. */
const FOREIGN =
  /^(?:una?|el|los|las|que|der|das|und|für|fur|les|des|une|il|che|di|con|mi|para|por|et|ou|ein|eine|um|uma|os)$/;
/** What no plot begins with that nobody is told of in. */
const NO_BEGINNING =
  /^(?:he|she|they|that|this|these|those|it|its|there|here|not|no|nothing|but|and|or|so|if|when|while|because|what|whats|which|who|whos|how|why|where|is|are|was|were|do|does|did|has|have|had|can|could|would|should|will|please|ok|okay|yes|yeah|nah|maybe|just|only|more|less|with|without|for|from|in|on|at|by|about|like|as|of|to|first|next|last|anything|something|everything|nothing|give|show|find|tell|make|let|get|got|go|take|put|try|keep|swap|drop|remove|add|forget|save|start|stop|play|watch|list|rank|name|compare|recommend|suggest|ideally|preferably|also|mostly|bonus)$/;
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
  const finite = new Set([...tells].filter((form) => /[^s]s$/.test(form)));
  const firsts = new Set(stories.tells);

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
      if (OF_A_FILM.test(word) || KIND.test(word)) return false;
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

  /** "A bomb on a bus explodes": whoever or whatever it is, where a sentence begins with it and says what it does. */
  const isAnythingTold = (tokens: readonly Token[], from: number): boolean => {
    const { word, gap } = tokens[from]!;
    if (from > 0 && gap !== "stop" && !isOpened(tokens, from)) return false;
    if (/^\d+$/.test(word) && OF_TIME.test(tokens[from + 1]?.word ?? "")) return false;
    if (NO_BEGINNING.test(word) || COMPANY.test(word) || tokens.some((token) => FOREIGN.test(token.word)))
      return false;
    let isSeveral = false;
    for (let at = from; at < tokens.length && at - from <= MOST_TO_THE_VERB; at++) {
      const here = tokens[at]!;
      if (at > from && here.gap !== "space") return false;
      if (OF_A_FILM.test(here.word) || OF_ITS_MAKING.test(here.word) || OF_THE_ASKER.test(here.word))
        return false;
      if (at === from || DETERMINER.test(tokens[at - 1]!.word)) continue;
      const before = tokens[at - 1]!.word;
      isSeveral ||= SEVERAL.test(before);
      const isVerb =
        finite.has(here.word) ||
        (firsts.has(here.word) && (isSeveral || BEFORE_A_VERB.test(before))) ||
        (tells.has(here.word) && PASSIVE.test(before)) ||
        (THEIRS.test(here.word) && HAS.test(before));
      if (isVerb) return at + 1 < tokens.length;
    }
    return false;
  };

  /** "A lonely old man and a bratty kid who": where the clause begins that tells of somebody, if nothing else is said in it before. */
  const beginningOf = (tokens: readonly Token[], from: number): number => {
    let start = from;
    while (start > 0 && tokens[start]!.gap === "space") start--;
    const before = tokens.slice(start, from).map(({ word }) => word);
    const isOther = before.some((word) =>
      [OF_THE_ASKER, OF_A_FILM, OF_ITS_MAKING, KIND, ASKS].some((pattern) => pattern.test(word)),
    );
    return isOther || NO_BEGINNING.test(tokens[start]!.word) ? from : start;
  };

  /** Whether the sentence that begins at a stop goes on with the plot before it. */
  const goesOn = (tokens: readonly Token[], from: number): boolean => {
    if (!GOES_ON.test(tokens[from]!.word)) return false;
    for (let at = from; at < tokens.length && (at === from || tokens[at]!.gap !== "stop"); at++)
      if (OF_THE_ASKER.test(tokens[at]!.word) || KIND.test(tokens[at]!.word)) return false;
    return true;
  };

  const endOf = (tokens: readonly Token[], from: number): number => {
    for (let at = from + 1; at < tokens.length; at++) {
      const { word, gap } = tokens[at]!;
      if (gap === "stop" && !goesOn(tokens, at)) return at;
      if (gap === "comma" && [ENDS_IT, OF_THE_ASKER, OF_ITS_ORIGIN].some((ends) => ends.test(word)))
        return at;
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
      const isLoose = !told && isAnythingTold(tokens, at);
      const from = told
        ? beginningOf(tokens, somebody.from)
        : isLoose
          ? at
          : isPlace(tokens, at)
            ? nounFrom(tokens, at)
            : undefined;
      if (from === undefined || tellsOfALiking(tokens, from)) continue;
      const to = endOf(tokens, from);
      const words = tokens.slice(from, to);
      const isOther = words.some((token) => OF_THE_ASKER.test(token.word) || KIND.test(token.word));
      const isKnown = isLoose && tokens[from]!.word === "the";
      if (isKnown && words.some((token) => OF_THE_TABLE.test(token.word))) continue;
      const fewest = isKnown ? FEWEST_BEHIND_THE : isLoose ? FEWEST_OF_ANYTHING : FEWEST;
      if (
        to - from < fewest ||
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
