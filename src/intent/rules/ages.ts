import type { Words } from "../words.ts";
import { anyOf } from "./numbers.ts";
import type { Span } from "./spans.ts";

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Where a text names the age of a child: "my 6-year-old", "a 4 yo". Of older people it says nothing. */
export function createAgeReader({ audiences }: Words): (plain: string) => Span[] {
  const { units, childUpTo } = audiences.ages;
  const age = new RegExp(
    `(?<![\\p{L}\\d])(\\d{1,2}|${NUMBERS.join("|")})[\\s-]?(?:${anyOf(units)})(?!\\p{L})`,
    "gu",
  );
  return (plain) =>
    [...plain.matchAll(age)]
      .filter(([, number]) => (NUMBERS.indexOf(number!) + 1 || Number(number)) <= childUpTo)
      .map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}
