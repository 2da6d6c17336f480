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

/** It says by itself what a film is to be like, and begins anew. */
const standsAlone = ({
  similarTo,
  favourites,
  genresIn,
  keywordsIn,
  moodsIn,
  about,
}: MovieRequest): boolean =>
  [similarTo, favourites, genresIn, keywordsIn, moodsIn, about].some((list) => list.length > 0);

/** A post asks, whatever else it tells, and what it compares is told of other films than the one on the table: "my older sister". */
export function settlePost(request: MovieRequest, said: string): void {
  if (!isPost(said) || !standsAlone(request)) return;
  if (request.kind !== "unsafe") request.kind = "request";
  request.refinement = "none";
  request.shifts = [];
}
