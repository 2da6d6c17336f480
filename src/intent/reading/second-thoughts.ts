/** What is said after somebody has corrected themselves: "thriller, no wait comedy", "cheaper, I mean shorter". */
import { withoutItsName } from "../rules/ways-to-begin.ts";

const TURN =
  /,? (?:no,? wait|wait,? no|no,? actually|actually,? no|scratch that|or rather|no,? sorry|i mean)[, ]+(?!(?:it|it's|its|that|that's|this|i|you|he|she|they|we|who|what|how|come|seriously|really|the|not|but)\b)/gi;
/** Of characters: a longer text is told, and not corrected word by word. */
const LONGEST = 70;
const LONGEST_RIGHT = 40;

/** "Woman works at a lighthouse, no wait, man runs it with his wife": told over, and at more length. Behind "no wait, it's the one where" see rules/false-starts.ts. */
const TOLD_OVER = /(?:,| -|\.\.\.?)? ?(?:no,? wait|wait,? no|scratch that|no,? hang on|actually no)[,. ]+/i;
const LONGEST_TOLD = 400;

/** The last of what was said one after the other; the text itself where nothing was taken back. */
export function lastThought(text: string): string {
  if (text.length > LONGEST) return toldOver(text);
  const turn = [...text.matchAll(TURN)].at(-1);
  if (!turn || turn.index < 3) return text;
  const right = text.slice(turn.index + turn[0].length);
  return right.length > 0 && right.length <= LONGEST_RIGHT ? right : text;
}

function toldOver(text: string): string {
  const turn = text.length <= LONGEST_TOLD ? TOLD_OVER.exec(text) : null;
  if (!turn) return text;
  const right = text.slice(turn.index + turn[0].length);
  return right.length >= turn.index ? right : text;
}

/** "What's that one, two guys dig a tunnel": how a film is asked for that is told. */
const NAME_WANTED =
  /^(?:(?:so|ok|hi|hey|um+|hmm?|guys)[, ]{1,2}){0,2}(?:what(?:'?s| was| is) (?:that|the|it)(?: one| movie| film)?(?: called)?(?: again)?|what was (?:it|that)(?: called)?|trying to remember(?: an?| this| the| which)?(?: movie| film| one)?(?: called)?|help me (?:remember|find|name|place) (?:a|this|that|the) (?:movie|film|one)|need help (?:finding|remembering|naming) (?:a|this|that) (?:movie|film|one))[,:;.]{1,3} +(?=(?:\S+ ){5})/i;

const SPOILER =
  /^(?:please )?(?:don'?t|no) spoil(?:ers?)?(?: (?:it|me|anything))?[!.,; ]{1,4}(?:(?:just|but)[, ]{1,2}){0,2}(?=(?:is|was|does|did|has|tell) )/i;
const PREFACE =
  /^(?:(?:please )?(?:don'?t|no) spoil(?:ers?)?(?: (?:it|me|anything))?[!.,; ]{1,4})?(?:(?:ok|okay|but|and|so|just|please|wait|hey|well)[, ]{1,2}){0,4}(?:(?:can you |could you )?(?:just )?(?:tell me|let me know|show me|find out|find me|remind me)|(?:all )?i (?:just )?(?:want|need|wanna) (?:to )?know|do you know)(?: if| whether)?[,:]? (?=(?:is|was|does|did|has|who|how|when|where) )/i;

/** The question in "don't spoil it, just tell me: is it sad?", and what is asked for in "weird one: films about carpenters". */
export const withoutPreface = (text: string): string =>
  withoutItsName(text).replace(SPOILER, "").replace(PREFACE, "").replace(NAME_WANTED, "");
