/** A few words that add to what is asked for: "with Juliette Binoche", "french", "a comedy then". */
import type { MovieRequest } from "../request.ts";

/** A message of more words says what is wanted by itself. */
const MOST_WORDS = 8;
const MOST_BARE_WORDS = 4;

/** Adds something, whatever follows. */
const ADDS =
  /^(?:(?:maybe|perhaps|preferably|ideally|something|anything|one|ok|okay|and|also|but|only|just|rather|it should be|should be|make it|make that|has to be|must be|let'?s say) ){0,3}(?:with|without|in|from|by|about|set|for|under|over|at (?:least|most)|starring|featuring|directed|where|involving|made|based|no longer|not)\b/i;
/** What is ruled out is so of what is asked for, however many words follow. */
const RULES_OUT =
  /^(?:but |and |also |oh |ok |please ){0,2}(?:nothing|no|not|without|less|more|fewer|never mind) (?!one\b|idea\b|like\b|more\b)/i;
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
  const isBare = count <= MOST_BARE_WORDS && !ASKS.test(said);
  const adds = count <= MOST_WORDS && ADDS.test(said);
  if (!isBare && !adds && !RULES_OUT.test(said)) return undefined;
  const drops = asked.genresIn.length > 0 ? [...new Set([...asked.drops, ...KIND])] : asked.drops;
  return { ...asked, refinement: "adjust", drops };
}
