/** A text as the rules read it: plain letters of one length with what was said, cut into words. */

import { withApostrophes } from "../contractions.ts";

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
/**
 * Kana, kanji and the mark that lengthens a vowel, which are written without spaces, and Hangul, whose words carry particles
 * and endings: what is known is cut out of both.
 */
const UNSPACED_LETTER = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}ー]`;
const HANGUL = /^\p{Script=Hangul}+$/u;
const SPACED_LETTER = String.raw`(?!${UNSPACED_LETTER})[\p{L}\p{N}]`;
const WORD = String.raw`${SPACED_LETTER}(?:${SPACED_LETTER}|\p{M}|'(?=[\p{L}\p{N}]))*`;
/** Articles and prepositions that Italian and French write before a vowel as part of the word: "dell'orrore", "l'amour". */
const ELIDED = String.raw`(?<![\p{L}\p{N}'])(?:dell|all|nell|sull|dall|quell|quest|un|l|d)'(?!(?:s|d|ll)(?!\p{L}))(?=\p{L})`;
const TOKEN = new RegExp(`${EMOJI}|${UNSPACED_LETTER}+|${ELIDED}|${WORD}`, "gu");
const UNSPACED = new RegExp(UNSPACED_LETTER, "u");
const UNSPACED_RUN = new RegExp(`${UNSPACED_LETTER}+`, "gu");
/** Links and mentions say nothing about films. */
const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+|<[@#!][^<>\s]*>|@(?:everyone|here|channel)\b/gi;
/** Marks of direction and width; the joiner of emoji (U+200D) stays. */
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** All but the line break. */
const CONTROL = /(?!\n)\p{Cc}/gu;
const LONGEST_UNSPACED = 12;
/** "3.5": no sentence ends in the midst of a number. */
const DECIMAL = /^\d\.\d$/;

/** @param unspaced words of languages that put no spaces between them, to cut such text by */
export function readText(text: string, unspaced: ReadonlySet<string> = new Set()): Text {
  const said = withApostrophes(text.normalize("NFKC"))
    .replace(INVISIBLE, "")
    .replace(CONTROL, " ")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\uFE0E\uFE0F]|[\u{1F3FB}-\u{1F3FF}]/gu, "")
    .replace(ADDRESS, " ")
    .replace(/[\t ]+/g, " ")
    .replace(/\bppl\b/gi, "people")
    .replace(/\b(?:smth|sth|smthn)\b/gi, "something")
    .replace(/\bw\/o\b/gi, "without")
    .replace(/\bw\/(?= ?[a-z])/gi, "with ");
  const plain = [...said].map(plainLetter).join("");
  const tokens: Token[] = [];
  let before = 0;
  for (const { 0: match, index } of plain.matchAll(TOKEN)) {
    for (const { word, at } of UNSPACED.test(match) ? cut(match, unspaced) : [{ word: match, at: 0 }]) {
      const start = index + at;
      tokens.push({
        word: word.replace(/^(s?he)'ll$/, "$1").replaceAll("'", ""),
        start,
        end: start + word.length,
        gap: DECIMAL.test(plain.slice(before - 1, start + 1)) ? "space" : gapOf(plain.slice(before, start)),
        capital: /^\p{Lu}/u.test(said.slice(start)),
      });
      before = start + word.length;
    }
  }
  return { raw: text.toLowerCase(), said, plain, tokens };
}

/** One letter for one letter, so that offsets hold; "é" is "e", while "が" keeps its marks. */
function plainLetter(letter: string): string {
  if (letter < "\u0080") return letter.toLowerCase();
  const lower = letter.toLowerCase();
  const bare = /\p{Script=Latin}/u.test(lower) ? lower.normalize("NFD").replace(/\p{M}/gu, "") : lower;
  return bare.length === letter.length ? bare : letter;
}

function gapOf(between: string): Gap {
  if (/[.!?;:\n…。！？–—]|\s-\s/u.test(between)) return "stop";
  return /[,、，(")]|\s[/+]\s/u.test(between) ? "comma" : "space";
}

/** Greedily, the longest known word first; what lies between known words is one word each time. */
function* cut(run: string, known: ReadonlySet<string>): Generator<Piece> {
  const shortest = HANGUL.test(run) ? SHORTEST_HANGUL : 1;
  let unknownFrom = 0;
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST_UNSPACED, run.length - at);
    while (length >= shortest && !known.has(run.slice(at, at + length))) length--;
    if (length < shortest || belongsBefore(run, at, length, known)) {
      at++;
      continue;
    }
    if (unknownFrom < at) yield* between(run.slice(unknownFrom, at), unknownFrom, known);
    yield { word: run.slice(at, at + length), at };
    at += length;
    unknownFrom = at;
  }
  if (unknownFrom < run.length) yield* between(run.slice(unknownFrom), unknownFrom, known);
}

/** "이랑" follows a consonant: what follows a vowel is "랑", and the syllable "이" is of the word before it, as in "올드보이랑". */
function belongsBefore(run: string, at: number, length: number, known: ReadonlySet<string>): boolean {
  if (at === 0 || run[at] !== "이" || !known.has(run.slice(at + 1, at + length))) return false;
  return (run.charCodeAt(at - 1) - FIRST_SYLLABLE) % FINALS === 0;
}
/** Of Hangul in Unicode: a syllable's number is a multiple of the number of finals where it ends in a vowel. */
const FIRST_SYLLABLE = 0xac00;
const FINALS = 28;

interface Piece {
  readonly word: string;
  readonly at: number;
}

/**
 * A syllable of Hangul is a particle as often as a part of some name, so that one alone is a word only where nothing else is
 * left of a run, before another one: "꿈" and "을" of "꿈을".
 */
const SHORTEST_HANGUL = 2;

function between(word: string, at: number, known: ReadonlySet<string>): Piece[] {
  const [first, rest] = [word.slice(0, 1), word.slice(1)];
  if (!HANGUL.test(word) || known.has(word) || !known.has(first) || !known.has(rest)) return [{ word, at }];
  return [
    { word: first, at },
    { word: rest, at: at + 1 },
  ];
}

/** Whether a word is of a language that is cut into words here. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

/** The stretches of a phrase that are written without spaces. */
export const unspacedIn = (phrase: string): string[] => phrase.normalize("NFKC").match(UNSPACED_RUN) ?? [];
