/** "Films set in Italy", "homesick for Ireland": where a story takes place is asked for, and no language that is spoken in it. Pure. */
import { isCountry } from "../../catalog/place-names.ts";
import type { Token } from "./tokens.ts";
import type { Meaning } from "./vocabulary.ts";

/** What is in a place: "set in", "a summer in". */
const IS_IN =
  /(?:\b(?:set|sets|takes? place|taking place|happen(?:s|ing)?|located|filmed|shot|liv(?:e|es|ing)|abroad|based|holidays?|vacations?|trips?|summers?|winters?|autumns?|springs?|honeymoon|adventures?|somewhere|be|being|was|were) in|\babout) (?:(?:rural|sunny|modern|old|southern|northern|the|(?:18|19|20)?\d0s) ){0,2}$/;
/** Who goes there, or would: "trip to", "homesick for". */
const GOES_THERE =
  /\b(?:(?:homesick|nostalgic|longing|yearning|pining) for|miss(?:ing|es)?|visit(?:ing|ed)?|back to|(?:travel(?:l?ing|s)?|trips?|flights?|move[sd]?|moving|escape|takes? (?:me|us)|transports? (?:me|us)) (?:back )?to|dream(?:ing)? of|(?:through|around|across)) (?:sunny |the )?$/;
/** Of words: no more stand before the name. */
const LONGEST = 5;
/** "New Zealand" before "Zealand" */
const LENGTHS = [2, 1];

interface There {
  readonly meanings: readonly Meaning[];
  /** In tokens. */
  readonly length: number;
}

/** @returns what is asked for where a country is named at a place as that of a story, and what is the more welcome; undefined where none is */
export function setThere(tokens: readonly Token[], at: number): There | undefined {
  const length = LENGTHS.find(
    (length) => at + length <= tokens.length && isCountry(wordsOf(tokens, at, at + length)),
  );
  if (length === undefined) return undefined;
  const before = `${wordsOf(tokens, Math.max(0, at - LONGEST), at)} `;
  const country = wordsOf(tokens, at, at + length);
  const welcome = GOES_THERE.test(before)
    ? `a trip to ${country}`
    : IS_IN.test(before)
      ? `set in ${country}`
      : undefined;
  if (welcome === undefined) return undefined;
  return {
    meanings: [
      { field: "keywords", value: country, isPlace: true },
      { field: "tones", value: welcome },
    ],
    length,
  };
}

const wordsOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(" ");
