/** What is written as a post on a forum is: a title line and some sentences, of which one asks. Pure. */
import type { MovieRequest } from "./request.ts";

/** What is shorter is chat: it may answer, judge or go on from what was said before. */
const FEWEST_SENTENCES = 3;
const FEWEST_WORDS = 25;

/** "Title line?\nI have seen all of his. Nothing gory.": nobody commands or answers with so many sentences. */
export function isPost(said: string): boolean {
  const sentences = said.split(/[.!?](?:\s|$)|\n/).filter((sentence) => /\p{L}{2}/u.test(sentence));
  return sentences.length >= FEWEST_SENTENCES && said.split(/\s+/).length >= FEWEST_WORDS;
}

export interface KnownWords {
  /** A theme, a film or a series goes by them. */
  readonly isNamed: (words: string) => boolean;
  /** Films are found by them. */
  readonly isFound: (words: string) => boolean;
}

/** "No clowns", "without puppets": that it is not known is to be said. */
const REFUSES = /(?<!\p{L})(?:no|without|zero|nothing with|avoid|hates?)\s$/iu;
function isPlainlyRefused(said: string, words: string): boolean {
  const at = said.toLowerCase().indexOf(words);
  return at > 0 && REFUSES.test(said.slice(0, at));
}

/** It says by itself what a film is to be like, and begins anew. */
const standsAlone = ({
  similarTo,
  favourites,
  genresIn,
  keywordsIn,
  moodsIn,
  about,
  ideally,
}: MovieRequest): boolean =>
  [similarTo, favourites, genresIn, keywordsIn, moodsIn, about, ideally].some((list) => list.length > 0);

/**
 * A post asks, whatever else it tells, and what it compares is told of other films than the one on the table: "my older sister".
 * Words left over in it that no film is found by are told by the way ("wibta", "asap"): they are no themes to be said unknown.
 */
export function settlePost(request: MovieRequest, said: string, { isNamed, isFound }: KnownWords): void {
  if (!isPost(said) || !standsAlone(request)) return;
  request.ideally = request.ideally.filter(isFound);
  request.keywordsOut = request.keywordsOut.filter(
    (words) => isNamed(words) || isPlainlyRefused(said, words),
  );
  if (request.kind !== "unsafe") request.kind = "request";
  request.refinement = "none";
  request.shifts = [];
}
