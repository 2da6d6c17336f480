/**
 * Stories that one film tells and no other comes near: "insurance man looks for a horror writer in a town that is in no map". What is
 * told so is looked for as a whole, however it is told, and no word of it is a wish of its own. Pure.
 */
import type { Catalog } from "../../catalog/catalog.ts";
import { LONGEST_ABOUT } from "../request.ts";
import { tellsOfALiking } from "./likings.ts";
import type { Phrases } from "./phrases.ts";
import { type Run, sentencesOf } from "./sentences.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Token } from "./tokens.ts";
import type { ToldPlot } from "./told-plots.ts";
import type { Meaning } from "./vocabulary.ts";

/** Of fewer words that tell something many films come near. */
const FEWEST_WORDS = 5;

/** Speaks of who asks and of an evening, and tells no story. */
const OF_THE_ASKER =
  /^(?:i|im|ive|id|ill|me|my|mine|we|weve|were|us|our|ours|you|your|youre|u|please|thanks|recommend|recommendations?|suggest|suggestions?|films|movies|like|vein|vibes?|mood|similar|seen|watched|loved|hated|prefer|something|anything|nothing|stuff)$/;
/** "..., no zombies" */
const RULES_OUT = /^(?:no|not|without|nothing|but|minus|except)$/;
/** "What was the name of the film where", "trying to remember:" */
const BEFORE_A_STORY =
  /^(?:where|about|remember(?:ing)?|called|film|movie|flick|title|name|forgot(?:ten)?|remembers|in which)$/;
/** Who names sorts and moods with more than this share of the words tells no story: "funny, serious, strange all in one". */
const MOST_OF_KINDS = 0.34;
/** "A comedy from the 40s" */
const DECADE = /^(?:19|20)?\d0s$/;
/** What is asked before a story in so many words, and after it. */
const MOST_BEFORE = 14;
const ASKS_FOR_THE_NAME =
  /^(?:what|whats|which|who|anyone|anybody|does|do|can|cant|please|help|name|title|its|it|driving|any|ring|rings|know|thats|that)$/;

interface Named {
  readonly titled: readonly Span[];
  /** People, who are asked for beside anything, and are no story: "action with Schwarzenegger or Stallone". */
  readonly named: () => readonly Span[];
  readonly vocabulary: Phrases<Meaning>;
}

/** @returns the sentences that tell the story of one film; undefined where they tell none, or one that many films tell */
export function recognisedStory(
  tokens: readonly Token[],
  said: string,
  tellsOneFilm: Catalog["tellsOneFilm"],
  { titled, named, vocabulary }: Named,
): ToldPlot | undefined {
  for (const { from, to } of storiesIn(tokens)) {
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
    if (to - from < FEWEST_WORDS || titled.some((title) => title.start < end && start < title.end)) continue;
    if (tellsOfALiking(tokens, from)) continue;
    if (saysOfKinds(tokens, { from, to }, vocabulary) > MOST_OF_KINDS * (to - from)) continue;
    const words = said.slice(start, end).slice(0, LONGEST_ABOUT);
    if (tellsOneFilm(words) && tellsBeside(tokens.slice(from, to), named()))
      return { start, end, words: words.toLowerCase() };
  }
  return undefined;
}

/** Whether enough is told beside the names. */
const tellsBeside = (tokens: readonly Token[], named: readonly Span[]): boolean =>
  tokens.filter((token) => !named.some((span) => overlaps(span, token))).length >= FEWEST_WORDS;

/** How many words say what sort of film is wanted, how it is to be and for whom. */
function saysOfKinds(tokens: readonly Token[], { from, to }: Run, vocabulary: Phrases<Meaning>): number {
  let words = 0;
  for (let at = from; at < to; at++) {
    if (DECADE.test(tokens[at]!.word)) words++;
    const found = vocabulary.at(tokens, at);
    if (!found?.values.some(({ field }) => field !== "keywords")) continue;
    words += found.length;
    at += found.length - 1;
  }
  return words;
}

/** Sentences that follow one another and speak of nobody here, without what is asked before them. */
function storiesIn(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let goesOn = false;
  for (const sentence of sentencesOf(tokens)) {
    const story = withoutAsking(tokens, sentence);
    if (story && goesOn && story.from === sentence.from) runs.push({ from: runs.pop()!.from, to: story.to });
    else if (story) runs.push(story);
    goesOn = story !== undefined;
  }
  return runs;
}

/** "No, the boy is", "no wait" */
const isCorrection = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|wait|its|it|hes|shes|he|she|a|an)$/.test(tokens[at + 1]?.word ?? "");

/** "Whats that one, ..." */
const isThatOne = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.word === "one" && /^(?:that|the|this|which)$/.test(tokens[at - 1]?.word ?? "");

/** What a sentence tells behind what it asks with; undefined where it asks, and tells nothing. */
export function withoutAsking(tokens: readonly Token[], { from, to }: Run): Run | undefined {
  let start = from;
  for (let at = from; at < to && at - from < MOST_BEFORE; at++)
    if (BEFORE_A_STORY.test(tokens[at]!.word) || isThatOne(tokens, at)) {
      start = at + 1;
      if (tokens[start]?.gap !== "space") break;
    }
  if (start >= to) return undefined;
  for (let at = start; at < to; at++) {
    const { word, gap } = tokens[at]!;
    const rulesOut =
      RULES_OUT.test(word) && (gap === "comma" || (gap === "stop" && !isCorrection(tokens, at)));
    if (OF_THE_ASKER.test(word) || rulesOut) return undefined;
  }
  return start === from && ASKS_FOR_THE_NAME.test(tokens[from]!.word) ? undefined : { from: start, to };
}
