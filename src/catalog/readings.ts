import { wordsOf } from "./normalise.ts";

/** One way to read what somebody typed: the words of a title, and the year if they gave one. */
export interface Reading {
  readonly words: readonly string[];
  readonly year?: number;
}

const YEAR_LAST = /((?:18|19|20)\d\d|['’]\d\d)(?:\s*[)\]])?[\s.!?]*$/u;
const FROM_LAST = /\bfrom\s[\s([]*$/;
const YEAR_FIRST = /^\s*[([]?((?:18|19|20)\d\d)[)\]]?\s+(.+)$/su;

/**
 * The readings of a text, the likelier first. A number that could be a year may belong to the title
 * ("Blade Runner 2049"), so the text as it stands is always one of them. A short year ('95) lies after 1929.
 */
export function readingsOf(text: string): Reading[] {
  const readings: Reading[] = [{ words: wordsOf(text) }];
  const last = YEAR_LAST.exec(text);
  if (last) {
    const before = text.slice(0, last.index).replace(FROM_LAST, "");
    readings.push({ words: wordsOf(before), year: yearOf(last[1]!) });
  }
  const first = YEAR_FIRST.exec(text);
  if (first) readings.push({ words: wordsOf(first[2]!), year: yearOf(first[1]!) });
  return readings.filter(({ words }) => words.length > 0);
}

/** @param digits "1995" or "'95" */
export function yearOf(digits: string): number {
  if (digits.length === 4) return Number(digits);
  const short = Number(digits.slice(1));
  return short < 30 ? 2000 + short : 1900 + short;
}
