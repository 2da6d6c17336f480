/** Stories that are told for a film to be found by, with no word of asking for one. */
import { LONGEST_ABOUT } from "../request.ts";

/** Fewer words may as well be said of the film on the table. */
const FEWEST_WORDS = 6;

/** "..., what was that called": what is told before it is a story. */
const NAME_WANTED =
  /[,.;:]? {0,2}(?:what(?:'?s| was| is)? (?:it|that|this)(?: one| movie| film)? called|what was (?:it|that)|what(?:'?s| is| was) the (?:name|title)(?: of (?:it|that))?|name of (?:it|that)|anyone know|ring a bell)[?.!]{0,3}$/i;

/** Speaks of the one who speaks, of what lies on the table, or of what was: no story, which is told as it happens. */
const OF_THE_TABLE =
  /(?<!\p{L})(?:i|i'm|im|i've|ive|i'd|me|my|mine|we|us|our|you|your|it|it's|its|this|was|wasn'?t|were|weren'?t|been|had|movie|film|ending|plot|acting|one)(?!\p{L})/iu;

/** "It was", "the ending": of a film that was seen, and no wish that was taken for a word on one. */
const OF_ONE =
  /(?<!\p{L})(?:it|it's|its|this|that (?:one|film|movie)|was|wasn'?t|were|weren'?t|been|had|ending|plot|acting|actors?|soundtrack|characters?|too)(?!\p{L})/iu;

const JUDGES = /^(?:(?:i|we) )?(?:really )?(?:loved|liked|enjoyed|hated|disliked)(?!\p{L})/iu;

export const speaksOfOne = (text: string): boolean => OF_ONE.test(text) || JUDGES.test(text);

/** The story that is told, without what asks for its name; undefined where it may be said of the film on the table. */
export function plotIn(text: string): string | undefined {
  const plot = text.trim().replace(NAME_WANTED, "").slice(0, LONGEST_ABOUT);
  const isLong = plot.split(/\s+/).length >= FEWEST_WORDS;
  return isLong && !OF_THE_TABLE.test(plot) ? plot : undefined;
}
