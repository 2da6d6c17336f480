/** How well each film fits the words of a text, and whether these tell the story of one. Pure. */
import { LRUCache } from "lru-cache";
import { highest } from "../../numerics/highest.ts";
import { once } from "../once.ts";
import { slipsBetween } from "../slips.ts";
import { createVocabulary } from "../vocabulary.ts";
import { frequencyOf } from "./postings.ts";
import { type Asked, askedFor, scores } from "./score-films.ts";
import type { SearchIndex } from "./search-index.ts";
import { createTermReader, isTag, termOfTag } from "./terms.ts";
import type { PlotReader } from "./told-plots.ts";

export interface WordFits {
  /** What the words ask for. */
  readonly asked: readonly Asked[];
  /** Words that nothing is known of, as they were said. */
  readonly unknown: readonly string[];
  /** [films] how well each fits: from 0 to 1 for all that is known of it, and for the best of its sentences */
  readonly told: Float64Array;
  /** [films] which of the phrases fits best; -1 where none shares anything with the words */
  readonly phrases: Int32Array;
  /** What a film counts more for being known. */
  renown(film: number): number;
  /** The film whose story is told. */
  readonly one?: number | undefined;
  /** The film whose story may be. */
  readonly maybe?: number | undefined;
}

export type WordFitsReader = (text: string) => WordFits;

/** What being the best known film counts beside a perfect fit, which is rarer of a long text. */
const FAME = 0.25;
const FAME_IN_LONG = 0.15;
/** Terms of a text that is more than a question, and what the tags among them count beside words. */
const LONG = 10;
const TAG_IN_LONG = 2;
/**
 * A text of so many terms is the story of one film where this fits so well, so many times as well as the next, and with what it is known
 * by so many times as well as any: of 155 stories told by hand 92 are, three of them of the wrong film, and of 56 other requests as long
 * three. Then it counts for nothing which others tell such a plot.
 */
const FEWEST_OF_ONE = 5;
const OF_ONE: Lead = { fit: 0.5, ofFit: 1.2, ofAll: 1.15 };
/** One that leads so far may be the one that is meant, and does not come behind those of the kind that the text is near. */
const MAYBE_OF_ONE: Lead = { fit: 0.4, ofFit: 1.1, ofAll: 1.03 };
/** A misspelt word is so much alike to the one that was meant. Beyond so many in one text it is no slip. */
const LEAST_ALIKE = 0.75;
const MOST_CORRECTED = 4;
const TWO_SLIPS_FROM = 8;
/** A word of fewer films than this is hardly what a slip was meant to be, and less so a short one: it is near to many. */
const FEWEST_FILMS = 3;
const FEWEST_FILMS_OF_SHORT = 20;
const SHORT = 6;
/** Texts: what is read is asked for next. */
const MOST_REMEMBERED = 4;

/**
 * @param rowOf where in the list of movies each film of the index is; undefined where it no longer is
 * @param fameOf of a row, in [0, 1]
 */
export function createWordFits(
  index: SearchIndex,
  rowOf: (id: string) => number | undefined,
  fameOf: (row: number) => number,
  plotsIn: PlotReader,
): WordFitsReader {
  const read = createTermReader(index.concepts);
  const numbers = new Map(index.terms.map((term, number) => [term, number]));
  const rows = index.ids.map(rowOf);
  const fames = Float64Array.from(rows, (row) => (row === undefined ? 0 : fameOf(row)));
  const words = once(() => createVocabulary(index.terms.filter(mayBeMeant)));

  function mayBeMeant(term: string, number: number): boolean {
    const fewest = term.length < SHORT ? FEWEST_FILMS_OF_SHORT : FEWEST_FILMS;
    return !isTag(term) && frequencyOf(index.films, number) >= fewest;
  }

  const corrected = (term: string): number | undefined => {
    const slips = term.length < TWO_SLIPS_FROM ? 1 : 2;
    const near = words()
      .alike(term)
      .filter(({ alike }) => alike >= LEAST_ALIKE)
      .map(({ word }) => words().wordOf(word))
      .find((word) => slipsBetween(term, word, slips) <= slips);
    return near === undefined ? undefined : numbers.get(near);
  };

  /** What the words ask for; those that nothing is known of are put right if they look misspelt. */
  const understood = (text: string): { asked: Asked[]; unknown: string[] } => {
    const asked: Asked[] = [];
    const unknown: string[] = [];
    let corrections = 0;
    const tags = plotsIn(text).map(({ plot, said }) => ({ term: termOfTag(plot.name), said }));
    const spoken = read(text);
    const further = tags.filter(({ term }) => numbers.has(term) && !spoken.some((one) => one.term === term));
    for (const { term, said } of [...spoken, ...further]) {
      const known =
        numbers.get(term) ?? (isTag(term) || ++corrections > MOST_CORRECTED ? undefined : corrected(term));
      const each = known === undefined ? undefined : askedFor(index, known, said);
      if (each && each.weight > 0) asked.push(each);
      else if (!isTag(term)) unknown.push(said);
    }
    return { asked: asked.length > LONG ? asked.map(tagsFirst) : asked, unknown };
  };

  /** What a word stands for says more of a long text than the word: many of them are there by the way. */
  const tagsFirst = (each: Asked): Asked =>
    isTag(index.terms[each.term]!) ? { ...each, weight: TAG_IN_LONG * each.weight } : each;

  const fitsOf = (text: string): WordFits => {
    const { asked, unknown } = understood(text);
    const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
    const byWords = scores(index.films, asked);
    const { score: byPhrase, phrase: phrases } = bestPhrases(index, scores(index.phrases, asked));
    const told = new Float64Array(rows.length);
    for (let film = 0; film < told.length && whole > 0; film++)
      if (rows[film] !== undefined) told[film] = (byWords[film]! + byPhrase[film]!) / whole;
    const fame = asked.length > LONG ? FAME_IN_LONG : FAME;
    const renown = (film: number) => fame * fames[film]!;
    const leads = (by: Lead) => (asked.length < FEWEST_OF_ONE ? undefined : leader(told, renown, by));
    return { asked, unknown, told, phrases, renown, one: leads(OF_ONE), maybe: leads(MAYBE_OF_ONE) };
  };

  const remembered = new LRUCache<string, WordFits>({ max: MOST_REMEMBERED });
  return (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const fits = fitsOf(text);
    remembered.set(text, fits);
    return fits;
  };
}

/** How well the first film fits at least, and how many times as well as the next, by its fit and with what each is known by. */
interface Lead {
  readonly fit: number;
  readonly ofFit: number;
  readonly ofAll: number;
}

/** The film that leads all others so; undefined where none does. */
function leader(
  fits: Float64Array,
  renown: WordFits["renown"],
  { fit, ofFit, ofAll }: Lead,
): number | undefined {
  const [best, next] = highest(fits, 2, () => true);
  if (best === undefined || fits[best]! < fit) return undefined;
  if (fits[best]! < ofFit * (next === undefined ? 0 : fits[next]!)) return undefined;
  const known = fits.map((own, film) => (film === best ? 0 : own + renown(film)));
  const [rival] = highest(known, 1, () => true);
  const leads = rival === undefined || fits[best]! + renown(best) >= ofAll * known[rival]!;
  return leads ? best : undefined;
}

interface BestPhrases {
  /** [films] the best score of a film's phrases */
  readonly score: Float32Array;
  /** [films] which one it is; -1 where none shares anything with the words */
  readonly phrase: Int32Array;
}

function bestPhrases({ ids, filmOfPhrase }: SearchIndex, ofPhrases: Float32Array): BestPhrases {
  const best = { score: new Float32Array(ids.length), phrase: new Int32Array(ids.length).fill(-1) };
  ofPhrases.forEach((score, phrase) => {
    const film = filmOfPhrase[phrase]!;
    if (score <= best.score[film]!) return;
    best.score[film] = score;
    best.phrase[film] = phrase;
  });
  return best;
}
