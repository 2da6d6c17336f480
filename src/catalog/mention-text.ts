/** A text as films are looked for in it: words with what they are next to. */
import { formOf, inOneForm, isNumeral, lettersOf } from "./normalise.ts";

export interface MentionWord {
  /** Character offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** In lower-case plain letters; more than one where a mark stands within ("half-blood" are two words as it is). */
  readonly letters: readonly string[];
  /** The same in one word. */
  readonly joined: string;
  /** The letters as titles are looked up, if they are no numeral. */
  readonly forms: readonly string[];
  /** Those of a word that loses its "l'" only where a title begins with it: "L'avventura", but "Ascenseur pour l'échafaud". */
  readonly within?: readonly string[];
  /** What stands beside it may make a number of it: "V". */
  readonly mayBeNumeral: boolean;
  readonly capital: boolean;
  /** What stands between this word and the one before it. */
  readonly gap: string;
}

export interface MentionText {
  readonly text: string;
  readonly words: readonly MentionWord[];
  /** Whether capitals tell anything: there are small letters too, and capitals within sentences. */
  readonly cased: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ]\p{L}+)*|&/gu;
const ELIDED = /^l['’ʼ]/i;
const SENTENCE_END = /[.!?…]/;

export function readMentionText(text: string): MentionText {
  const words: MentionWord[] = [];
  let before = 0;
  for (const { 0: said, index } of text.matchAll(WORD)) {
    const letters = said === "&" ? ["and"] : lettersOf(said);
    if (letters.length === 0) continue;
    const [start, end] = [index, index + said.length];
    words.push({
      start,
      end,
      letters,
      joined: letters.join(""),
      forms: letters.map(formOf),
      ...(ELIDED.test(said) && { within: lettersOf(said.replace(ELIDED, "l")).map(formOf) }),
      mayBeNumeral: letters.some(isNumeral),
      capital: /^[\p{Lu}\p{N}]/u.test(said),
      gap: text.slice(before, start),
    });
    before = end;
  }
  const small = words.some(({ start, end }) => /^\p{Ll}{2}/u.test(text.slice(start, end)));
  const inside = words.some(
    ({ capital, gap, start, end }, at) =>
      capital && at > 0 && !SENTENCE_END.test(gap) && /^\p{L}{2}/u.test(text.slice(start, end)),
  );
  return { text, words, cased: small && inside };
}

/** Whether a title may go on over what stands before a word: no end of a sentence, line, bracket or quotation. */
export function joins(words: readonly MentionWord[], at: number): boolean {
  const { gap } = words[at]!;
  if (gap === "/") return true; // "8 1/2", "Face/Off"; two films it may be as well
  if (/[;\n"“”()[\]/|]/.test(gap)) return false;
  if (!SENTENCE_END.test(gap)) return true;
  const abbreviated = words[at - 1]!.end - words[at - 1]!.start <= 3 && /^\.\s?$/.test(gap);
  return abbreviated || !/\s/.test(gap) || /\.{3}/.test(gap);
}

/** The words of a stretch in one form, as titles are looked up. */
export function wordsBetween(words: readonly MentionWord[], from: number, to: number): string[] {
  const spoken: string[] = [];
  for (let at = from; at < to; at++) {
    const { forms, within = forms, mayBeNumeral } = words[at]!;
    if (mayBeNumeral) return inOneForm(words.slice(from, to).flatMap(({ letters }) => letters));
    for (const form of at > from ? within : forms) spoken.push(form);
  }
  return spoken;
}
