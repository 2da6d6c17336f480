/** Words with which somebody begins and asks for nothing: "weird one:", "quick question,", "anyone else obsessed with". Pure. */
import type { Span } from "./spans.ts";

const SENTENCE = String.raw`(?<=^|[.!?;:\n]\s{0,3}|^(?:ok|okay|so|hi|hey|hello|um+|right|alright)[, ]{1,2}(?:so |all |guys )?)`;
const KIND_OF_QUESTION =
  "weird|odd|strange|random|quick|silly|stupid|dumb|bizarre|funny|crazy|tricky|tough|specific|niche|unusual|simple|serious|hard";
/** What a question is called by whoever asks it: it ends there, or goes on to ask. */
const QUESTION = new RegExp(
  String.raw`${SENTENCE}(?:(?:this is|this might be|it's|got|i have|i've got|bit of|kind of|kinda) )?(?:an? |a bit of an? |a kinda |my )?(?:really |super |very |kinda |slightly |pretty |probably )?(?:${KIND_OF_QUESTION}) (?:one|question|request|ask)\b(?: (?:but|i know|maybe|for you|here|incoming|time))*(?=\s*[:,.;!-]|\s+(?:but|what|whats|what's|any|anyone|are|is|do|does|can|could|who|which)\b|\s+i\b)`,
  "g",
);
/** Who likes a sort of films, and is no one in them. */
const LIKING =
  /(?<![\p{L}'])(?:(?:(?:any(?:one|body)|who|someone) else|i am|i'?m|i've been|ive been|been|we're|we are|got|lately|currently|am|totally|completely|absolutely|so|kinda|a bit|really|super|getting) ){1,4}(?:obsessed with|addicted to|hooked on|crazy about|nuts about|mad about|mad for|hyperfixated on|a sucker for)(?= )|^(?:obsessed with|addicted to|hooked on|crazy about|nuts about|mad about|a sucker for)(?= )/gu;

/** What is said behind such a question: "films about carpenters", of "weird one: films about carpenters". */
export function withoutItsName(text: string): string {
  const [first] = text.toLowerCase().matchAll(QUESTION);
  if (first === undefined || /\p{L}{6}/u.test(text.slice(0, first.index))) return text;
  const rest = text
    .slice(first.index + first[0].length)
    .replace(/^[\s:,.;!-]+/, "")
    .replace(/^(?:but|so)[ ,]+/i, "");
  return rest === "" ? text : rest;
}

/** @param plain in lower case */
export const waysToBegin = (plain: string): Span[] =>
  [QUESTION, LIKING].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length })),
  );
