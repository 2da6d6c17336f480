/** Films found by what they are about. Pure. */
import { once } from "../once.ts";
import { createVocabulary } from "../vocabulary.ts";
import { type Reason, reasonOf } from "./reason.ts";
import { askedFor, scores } from "./score-films.ts";
import type { SearchIndex } from "./search-index.ts";
import { createTermReader, isTag } from "./terms.ts";

export interface AboutOptions {
  /** Of the films by row, those that may be found. Default: all. */
  readonly allows?: (row: number) => boolean;
  /** At most so many. Default 20. */
  readonly limit?: number;
}

/** What was found of a text, and what could not be gone by. */
export interface About {
  /** Best first; each shares something with the text. */
  readonly films: readonly AboutFilm[];
  /** The words that the search went by, as they were said. */
  readonly words: readonly string[];
  /** Words that nothing is known of, as they were said. */
  readonly unknown: readonly string[];
}

export interface AboutFilm {
  readonly row: number;
  /** What films are ordered by: how well it fits, and a little how well it is known. */
  readonly score: number;
  /** How well it fits the words, in [0, 1]. */
  readonly fit: number;
  readonly reason: Reason;
}

export type AboutSearch = (text: string, options?: AboutOptions) => About;

/** What a phrase counts beside all of the film's words. */
const PHRASE = 1;
/** What being the best known film counts beside a perfect fit. */
const FAME = 0.25;
const LEAST_ALIKE = 0.75;
const DEFAULT_LIMIT = 20;

/**
 * @param rowOf where in the list of movies each film of the index is; undefined where it no longer is
 * @param fameOf of a row, in [0, 1]
 */
export function createAboutSearch(
  index: SearchIndex,
  rowOf: (id: string) => number | undefined,
  fameOf: (row: number) => number,
): AboutSearch {
  const read = createTermReader(index.concepts);
  const numbers = new Map(index.terms.map((term, number) => [term, number]));
  const rows = index.ids.map(rowOf);
  const words = once(() => createVocabulary(index.terms.filter((term) => !isTag(term))));

  const numberOf = (term: string): number | undefined => {
    const known = numbers.get(term);
    if (known !== undefined || isTag(term)) return known;
    const [nearest] = words().alike(term);
    return nearest && nearest.alike >= LEAST_ALIKE ? numbers.get(words().wordOf(nearest.word)) : undefined;
  };

  return (text, { allows = () => true, limit = DEFAULT_LIMIT } = {}) => {
    const said = read(text);
    const known = said.map(({ term, said }) => ({ said, term: numberOf(term) }));
    const asked = known.flatMap(({ said, term }) =>
      term === undefined ? [] : [askedFor(index, term, said)],
    );
    const unknown = known.flatMap(({ said, term }) => (term === undefined ? [said] : []));
    const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
    const byWords = scores(index.films, asked);
    const byPhrase = bestPhrases(index, scores(index.phrases, asked));
    const found: { film: number; row: number; fit: number; score: number }[] = [];
    for (let film = 0; film < byWords.length; film++) {
      const row = rows[film];
      const fit = (byWords[film]! + PHRASE * byPhrase.score[film]!) / whole;
      if (row === undefined || !(fit > 0) || !allows(row)) continue;
      found.push({ film, row, fit, score: fit + FAME * fameOf(row) });
    }
    found.sort((a, b) => b.score - a.score || a.row - b.row);
    return {
      films: found.slice(0, limit).map(({ film, row, fit, score }) => ({
        row,
        fit,
        score,
        reason: reasonOf(index, film, asked, byPhrase.phrase[film]! < 0 ? undefined : byPhrase.phrase[film]),
      })),
      words: asked.map((each) => each.said),
      unknown,
    };
  };
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
