/** A text as the rules read it: plain letters of one length with what was said, cut into words. */

/** What stands between a word and the one before it. */
export type Gap = "space" | "comma" | "stop";

export interface Token {
  /** Lower case, no accents, no apostrophes: "isnt", "90s", or one emoji. */
  readonly word: string;
  /** Character offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  readonly capital: boolean;
}

export interface Text {
  /** As it came, in lower case. */
  readonly raw: string;
  /** As said, in one Unicode form, quotes and white space evened out. */
  readonly said: string;
  /** The same in lower case without accents; offsets agree with `said`. */
  readonly plain: string;
  readonly tokens: readonly Token[];
}

const EMOJI = String.raw`\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic})*`;
/** Kana, kanji and the mark that lengthens a vowel: written without spaces. */
const UNSPACED_LETTER = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]`;
const SPACED_LETTER = String.raw`(?!${UNSPACED_LETTER})[\p{L}\p{N}]`;
const WORD = String.raw`${SPACED_LETTER}(?:${SPACED_LETTER}|\p{M}|'(?=[\p{L}\p{N}]))*`;
const TOKEN = new RegExp(`${EMOJI}|${UNSPACED_LETTER}+|${WORD}`, "gu");
const UNSPACED = new RegExp(UNSPACED_LETTER, "u");
const UNSPACED_RUN = new RegExp(`${UNSPACED_LETTER}+`, "gu");
/** Links and mentions say nothing about films. */
const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+|<[@#!][^<>\s]*>|@(?:everyone|here|channel)\b/gi;
/** Marks of direction and width; the joiner of emoji (U+200D) stays. */
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** All but the line break. */
const CONTROL = /(?!\n)\p{Cc}/gu;
const LONGEST_UNSPACED = 12;

/** @param unspaced words of languages that put no spaces between them, to cut such text by */
export function readText(text: string, unspaced: ReadonlySet<string> = new Set()): Text {
  const said = text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(CONTROL, " ")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\uFE0E\uFE0F]|[\u{1F3FB}-\u{1F3FF}]/gu, "")
    .replace(ADDRESS, " ")
    .replace(/[\t ]+/g, " ")
    .replace(/\bw\/o\b/gi, "without")
    .replace(/\bw\/(?= ?[a-z])/gi, "with ");
  const plain = [...said].map(plainLetter).join("");
  const tokens: Token[] = [];
  let before = 0;
  for (const { 0: match, index } of plain.matchAll(TOKEN)) {
    for (const { word, at } of UNSPACED.test(match) ? cut(match, unspaced) : [{ word: match, at: 0 }]) {
      const start = index + at;
      tokens.push({
        word: word.replaceAll("'", ""),
        start,
        end: start + word.length,
        gap: gapOf(plain.slice(before, start)),
        capital: /^\p{Lu}/u.test(said.slice(start)),
      });
      before = start + word.length;
    }
  }
  return { raw: text.toLowerCase(), said, plain, tokens };
}

/** One letter for one letter, so that offsets hold; "é" is "e", while "が" keeps its marks. */
function plainLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const bare = /\p{Script=Latin}/u.test(lower) ? lower.normalize("NFD").replace(/\p{M}/gu, "") : lower;
  return bare.length === letter.length ? bare : letter;
}

function gapOf(between: string): Gap {
  if (/[.!?;:\n…。！？–—]|\s-\s/u.test(between)) return "stop";
  return /[,、，(")]|\s\/\s/u.test(between) ? "comma" : "space";
}

/** Greedily, the longest known word first; what lies between known words is one word each time. */
function* cut(run: string, known: ReadonlySet<string>): Generator<{ word: string; at: number }> {
  let unknownFrom = 0;
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST_UNSPACED, run.length - at);
    while (length > 0 && !known.has(run.slice(at, at + length))) length--;
    if (length === 0) {
      at++;
      continue;
    }
    if (unknownFrom < at) yield { word: run.slice(unknownFrom, at), at: unknownFrom };
    yield { word: run.slice(at, at + length), at };
    at += length;
    unknownFrom = at;
  }
  if (unknownFrom < run.length) yield { word: run.slice(unknownFrom), at: unknownFrom };
}

/** The stretches of a phrase that are written without spaces. */
export const unspacedIn = (phrase: string): string[] => phrase.normalize("NFKC").match(UNSPACED_RUN) ?? [];
