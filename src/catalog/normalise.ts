/**
 * One form for the many ways a title is written: case, accents, punctuation, "&", dotted initials, Roman
 * numerals, digits that stand for letters ("Se7en") and British spelling make no difference from here on.
 */
import { americanOf } from "./spelling.ts";

/** Latin letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** The letter a digit stands for when it has a letter on either side. */
const LETTER_OF_DIGIT: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "v" };

const UNITS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
const ROMAN = new Map(
  [...UNITS, "x", ...UNITS.map((unit) => `x${unit}`), "xx"].map((numeral, i) => [numeral, String(i + 1)]),
);

const NUMBER_WORDS = new Map(
  (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen twenty"
  )
    .split(" ")
    .map((word, i) => [word, String(i + 1)]),
);

const ORDINALS = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, i) => [word, ["1st", "2nd", "3rd"][i] ?? `${i + 1}th`]),
);

const ABBREVIATIONS = new Map([
  ["doctor", "dr"],
  ["mister", "mr"],
  ["saint", "st"],
  ["versus", "vs"],
]);

const NUMERALS = new Map([...NUMBER_WORDS, ...ORDINALS]);
const asNumber = (word: string): string => NUMERALS.get(word) ?? word;

/** Words that only announce a number: "Part II" is "2". */
const ANNOUNCES_NUMBER = new Set(["part", "pt", "vol", "volume", "episode", "ep", "chapter", "no", "number"]);

/**
 * Leading words that people leave out. English words that are articles elsewhere are absent ("Die Hard",
 * "As Good as It Gets", "I, Robot").
 */
const ARTICLES = new Set(
  "the a an le la les un une el los las lo il gli una uno der das ein eine het den det".split(" "),
);

const NUMBER = /^\d{1,3}$/;
const WORDS = /[\p{L}\p{N}]+/gu;

/** The words of a text in lower-case plain letters and digits; none where it holds neither. */
export function wordsOf(text: string): string[] {
  return inOneForm(plain(text).match(WORDS) ?? []);
}

/** The same, with numerals and abbreviations as they stand: what they mean depends on the words beside them. */
export function lettersOf(text: string): string[] {
  return plain(text).match(WORDS) ?? [];
}

/** Numerals as digits, and abbreviations, of words that stand together. */
export function inOneForm(words: readonly string[]): string[] {
  const formed: string[] = [];
  for (const [i, word] of words.entries())
    formed.push(standsForNumber(words, i) ? ROMAN.get(word)! : formOf(word));
  return formed;
}

/** The one form of a word that stands for no number. */
export const formOf = (word: string): string =>
  ABBREVIATIONS.get(word) ??
  (/^\D*$/.test(word)
    ? americanOf(word)
    : word.replace(/(?<=\p{L})\d(?=\p{L})/gu, (digit) => LETTER_OF_DIGIT[digit] ?? digit));

/** Whether a word is a number in some places: "V". */
export const isNumeral = (word: string): boolean => ROMAN.has(word);

/**
 * The same for all spellings of one title: "godfather2" for "Godfather: Part II" and "Godfather, part two".
 * Without spaces, as people disagree on them ("Spider-Man", "spider man", "spiderman").
 */
export function keyOf(words: readonly string[]): string {
  let key = "";
  for (let i = 0; i < words.length; i++) {
    const announces = i > 0 && ANNOUNCES_NUMBER.has(words[i]!) && NUMBER.test(asNumber(words[i + 1] ?? ""));
    if (!announces) key += asNumber(words[i]!);
  }
  return key;
}

/** Drops the leading article, unless nothing would be left. */
export function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && ARTICLES.has(words[0]!) ? words.slice(1) : words;
}

/** "Rocky II" into "rocky" and 2; undefined unless the words end in a number from 1 to 20 and hold more. */
export function splitNumber(
  words: readonly string[],
): { stem: readonly string[]; number: number } | undefined {
  const last = words.at(-1) ?? "";
  const number = Number(NUMBER_WORDS.get(last) ?? last);
  if (!Number.isInteger(number) || number < 1 || number > 20) return undefined;
  const announced = words.length > 2 && ANNOUNCES_NUMBER.has(words.at(-2)!);
  const stem = words.slice(0, announced ? -2 : -1);
  return stem.length === 0 ? undefined : { stem, number };
}

function plain(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z ]*$/.test(lower)) return lower;
  const folded = /^[ -~]*$/.test(lower) ? lower : fold(lower);
  return folded
    .replace(/^l'(?=\p{L})/u, "")
    .replace(/['`]/g, "")
    .replaceAll("&", " and ")
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.\s?(?=\p{L}(?![\p{L}\p{N}]))/gu, "$1");
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʼ´]/g, "'")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]!);

/** One-letter numerals count only at the end or when announced: "Rocky V", "Episode I - ...", not "The X-Files". */
function standsForNumber(words: readonly string[], i: number): boolean {
  const word = words[i]!;
  if (i === 0 || !ROMAN.has(word)) return false;
  return word.length > 1 || i === words.length - 1 || ANNOUNCES_NUMBER.has(words[i - 1]!);
}
