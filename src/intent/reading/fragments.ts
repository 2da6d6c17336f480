/** A few words that add to what is asked for: "with Juliette Binoche", "french", "a comedy then". */
import type { MovieRequest } from "../request.ts";
import type { Droppable } from "../terms.ts";

/** A message of more words says what is wanted by itself. */
const MOST_WORDS = 8;
const MOST_BARE_WORDS = 4;

/** Adds something, whatever follows. */
const ADDS =
  /^(?:(?:maybe|perhaps|preferably|ideally|something|anything|one|ok|okay|and|also|but|only|just|rather|it should be|should be|make it|make that|has to be|must be|let'?s say) ){0,3}(?:with|without|in|from|by|about|set|for|under|over|at (?:least|most)|starring|featuring|directed|where|involving|made|based|no longer|not)\b/i;
/** What is ruled out is so of what is asked for, however many words follow. */
const RULES_OUT =
  /^(?:but |and |also |oh |ok |please ){0,2}(?:nothing|no|not|without|less|more|fewer|never mind) (?!one\b|idea\b|like\b|more\b)/i;
/** "Have you got one with a train in it?", "any from the 90s": "one" is of what is asked for. */
const ONE_OF_THEM =
  /^(?:(?:maybe|perhaps|ok|okay|and|also|but|so|hmm?|nice|cool)[, ]{1,2}){0,3}(?:(?:(?:have|do) you (?:got|have|know)|you got|got|is there|are there|can (?:i|we|you) (?:have|get|find|show(?: me)?)|give me|show me|i(?:'d| would) like|i want|how about|what about|let's try|find me) )?(?:maybe )?(?:(?:the )?ones?|any|another one|another|the same|same)(?: (?:one|but))? (?:with|without|in|from|by|about|that|that's|thats|where|who|set|for|which|made|my|we|i|not|starring|less|more)\b/i;
/** "Something funny", "anything from Korea": of another kind, perhaps, but for the same evening. */
const SOMETHING =
  /^(?:(?:ok|okay|maybe|perhaps|and|also|but|so|then|hmm?|well|now|just|how about|what about|or|actually|rather|let's do|let's try|give me|show me|i want|i'd like)[, ]{1,2}){0,3}(?:something|anything|sth|smth|a film|a movie|one)(?: (?!like\b|similar\b)[\p{L}\d'-]+){1,5}[.!?]{0,3}$/iu;
const KINDS: readonly Droppable[] = ["genres", "moods", "keywords"];
/** Asks for something anew. */
const ASKS =
  /\b(?:actually|i|we|me|us|you|want|wants|need|give|show|recommend|suggest|looking|watch|see|like|similar|find|got|any|some|something|anything|another|best|good|great|top|movies?|films?|flicks?|series|who|what|which|why|how|is|are|does|do)\b/i;

/** What "a comedy then" takes the place of. */
const KIND = ["genres"] as const;

/**
 * @param asked what the message asks for by itself
 * @returns what it changes of what is asked for; undefined where it asks for something anew
 */
export function addsToWish(asked: MovieRequest, said: string): MovieRequest | undefined {
  const count = said.split(/\s+/).length;
  if (asked.similarTo.length > 0 || asked.refinement !== "none") return undefined;
  if (ONE_OF_THEM.test(said)) return { ...asked, refinement: "adjust" };
  if (SOMETHING.test(said)) {
    const isOther = asked.genresIn.length + asked.moodsIn.length + asked.keywordsIn.length > 0;
    const drops = isOther ? [...new Set([...asked.drops, ...KINDS])] : asked.drops;
    return { ...asked, refinement: "adjust", drops };
  }
  const isBare = count <= MOST_BARE_WORDS && !ASKS.test(said);
  const adds = count <= MOST_WORDS && ADDS.test(said);
  if (!isBare && !adds && !RULES_OUT.test(said)) return undefined;
  const drops = asked.genresIn.length > 0 ? [...new Set([...asked.drops, ...KIND])] : asked.drops;
  return { ...asked, refinement: "adjust", drops };
}
