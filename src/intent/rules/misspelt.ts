import { LRUCache } from "lru-cache";
import { slipsBetween } from "../../catalog/slips.ts";
import type { Words } from "../words.ts";
import { entriesOf } from "./phrases.ts";
import type { Token } from "./tokens.ts";

const SHORTEST = 5;
/** No word of the lists is nearly as long. */
const LONGEST = 24;
/** Words looked up before, so that a text that repeats itself is soon read. */
const MOST_REMEMBERED = 5000;
/** Of the words listed to be set right, some are short: "funy". */
const SHORTEST_LISTED = 4;
/** Words from this length on may have two slips. */
const TWO_SLIPS_FROM = 9;

/**
 * Sets right the words that are a slip away from a genre, a mood or a theme. Words known to the lists, to the titles of
 * the catalogue or as common ones are what they are, and so are names.
 */
export function createSpellingCorrection(
  words: Words,
  isKnown: (word: string) => boolean,
): (token: Token) => string {
  const listed = new Set(words.filler.corrected);
  const targets = new Set(listed);
  const genres = Object.values(words.genres).flatMap((phrases) => phrases ?? []);
  const moods = Object.values(words.moods).flatMap((phrases) => phrases ?? []);
  // "Sience fiction": a genre by each of its words, a mood only as a whole
  for (const word of [...genres.flatMap((phrase) => phrase.split(" ")), ...moods])
    if (/^[a-z]{6,}$/.test(word)) targets.add(word);
  for (const [phrase] of entriesOf(words.keywords)) if (/^[a-z]{8,}$/.test(phrase)) targets.add(phrase);
  const byFirst = new Map<string, string[]>();
  for (const target of targets) {
    const alike = byFirst.get(target[0]!);
    if (alike) alike.push(target);
    else byFirst.set(target[0]!, [target]);
  }

  const correct = (word: string): string => {
    if (word.length < SHORTEST_LISTED || !/^[a-z][a-z0-9]*$/.test(word) || isKnown(word)) return word;
    const drawn = word.replace(/(.)\1{2,}/g, "$1");
    if (drawn !== word && targets.has(drawn)) return drawn;
    let best: string | undefined;
    let fewest = word.length >= TWO_SLIPS_FROM ? 2 : 1;
    for (const target of byFirst.get(word[0]!) ?? []) {
      if (word.length < SHORTEST && !listed.has(target)) continue;
      const slips = slipsBetween(word, target, fewest);
      if (slips < fewest || (slips === fewest && best === undefined)) [best, fewest] = [target, slips];
    }
    return best ?? word;
  };

  const corrections = new LRUCache<string, string>({ max: MOST_REMEMBERED });
  return ({ word }) => {
    if (word.length > LONGEST) return word;
    const known = corrections.get(word);
    if (known !== undefined) return known;
    const corrected = correct(word);
    corrections.set(word, corrected);
    return corrected;
  };
}
