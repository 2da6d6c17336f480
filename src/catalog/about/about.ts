/** Films found by what they are about. Pure. */
import { highest } from "../../numerics/highest.ts";
import { once } from "../once.ts";
import { slipsBetween } from "../slips.ts";
import { createVocabulary } from "../vocabulary.ts";
import { createNearPlots, type Near, type NearPlots } from "./near-plots.ts";
import { frequencyOf } from "./postings.ts";
import { type Reason, reasonOf } from "./reason.ts";
import { type Asked, askedFor, scores } from "./score-films.ts";
import type { Plot, SearchIndex } from "./search-index.ts";
import { isTalk } from "./talk.ts";
import { createTermReader, isTag, termOfTag } from "./terms.ts";
import { createPlotReader, type PlotReader } from "./told-plots.ts";

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
  /** Whether the text can be about films: the weather, sums, errands and small talk are not. */
  readonly isQuestion: boolean;
  /** Whether some film has to do with nearly all that was said: else what was found is the closest there is. */
  readonly isSure: boolean;
  /** Whether one film has so much more of what was said than any other that the text tells its story. */
  readonly isOfOne: boolean;
}

export interface AboutFilm {
  readonly row: number;
  /** What films are ordered by: how well it fits, and a little how well it is known. */
  readonly score: number;
  /** How well it fits the words, in [0, 2): from 0 to 1 for all that is known of it, and for the best of its sentences. */
  readonly fit: number;
  readonly reason: Reason;
}

interface Plots {
  readonly plotsIn: PlotReader;
  readonly nearPlots: NearPlots;
}

export type AboutSearch = (text: string, options?: AboutOptions) => About;

/** What being the best known film counts beside a perfect fit, which is rarer of a long text. */
const FAME = 0.25;
const FAME_IN_LONG = 0.15;
/** Terms of a text that is more than a question, and what the tags among them count beside words. */
const LONG = 10;
const TAG_IN_LONG = 2;
/**
 * What a film that tells the plot fits better by, and what is left of it for the last of a list: films are not described in the
 * words in which people tell a plot. With more of it the one film that is looked for is lost among its like.
 */
const PLOT = 0.24;
/** The same of few terms, which seldom tell the story of one film. */
const PLOT_IN_SHORT = 0.39;
const LONGER = 6;
/** And by so much more where nothing else is asked for. */
const PLOT_ALONE = 0.8;
const PLOT_AT_LAST = 0.5;
/**
 * What films of a kind fit better by that a text comes near to by its meaning, though in other words: nothing up to the least, all from
 * the most on. Beside the nearest kind those count that are nearly as near.
 */
const NEAR = { least: 0.66, most: 0.8, beside: 0.09, inShort: 1.2, inLonger: 0.8 };
/** Of what a kind counts for a text that it is nearest to: with less it may be another that is meant. */
const SURELY_NEAR = 0.5;
/** Of the films that have a tag, those that tell the kind of stories that it is. */
const MOST_OF_TAG = 25;
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
/** Among the first so many films one that covers so much of what was said, by weight, is what was asked for. */
const LOOKED_AT = 5;
const SURELY_COVERED = 0.6;
const DEFAULT_LIMIT = 20;

/**
 * @param rowOf where in the list of movies each film of the index is; undefined where it no longer is
 * @param fameOf of a row, in [0, 1]
 * @param plots how the plots of the index are found that a text tells, and that it comes near
 */
export function createAboutSearch(
  index: SearchIndex,
  rowOf: (id: string) => number | undefined,
  fameOf: (row: number) => number,
  { plotsIn = createPlotReader(index.plots), nearPlots = createNearPlots(index) }: Partial<Plots> = {},
): AboutSearch {
  const read = createTermReader(index.concepts);
  const numbers = new Map(index.terms.map((term, number) => [term, number]));
  const rows = index.ids.map(rowOf);
  const firstPhrase = firstPhrases(index);
  const words = once(() => createVocabulary(index.terms.filter(mayBeMeant)));

  function mayBeMeant(term: string, number: number): boolean {
    const fewest = term.length < SHORT ? FEWEST_FILMS_OF_SHORT : FEWEST_FILMS;
    return !isTag(term) && frequencyOf(index.films, number) >= fewest;
  }

  /** Those that tell a plot; of one that is a tag the films that have most of it. */
  function filmsOf({ name, films }: Plot): readonly number[] {
    const tag = films.length > 0 ? undefined : numbers.get(termOfTag(name));
    if (tag === undefined) return films;
    const { starts, docs, impacts } = index.films;
    const places = Array.from({ length: frequencyOf(index.films, tag) }, (_, nth) => starts[tag]! + nth);
    return places
      .sort((a, b) => impacts[b]! - impacts[a]!)
      .slice(0, MOST_OF_TAG)
      .map((place) => docs[place]!);
  }

  /** Of a phrase among those of its film; undefined for -1. */
  const placeOf = (phrase: number, film: number) => (phrase < 0 ? undefined : phrase - firstPhrase[film]!);

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

  /** The kinds of stories that a text tells, and those that it comes near. */
  function kindsIn(text: string, asked: readonly Asked[]): Kind[] {
    const isShort = asked.length < LONGER;
    const told = plotsIn(text).map(({ plot, said }) => ({
      films: plot.films,
      fit: (isShort ? PLOT_IN_SHORT : PLOT) + PLOT_ALONE * shareOf(asked, said) ** 2,
      isSure: plot.films.length > 0,
    }));
    const near = nearest(nearPlots(text)).map(({ plot, share }) => ({
      films: filmsOf(plot),
      fit: share * (isShort ? NEAR.inShort : NEAR.inLonger),
      isSure: share >= SURELY_NEAR,
    }));
    return [...told, ...near];
  }

  return (text, { allows = () => true, limit = DEFAULT_LIMIT } = {}) => {
    const { asked, unknown } = understood(text);
    const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
    const byWords = scores(index.films, asked);
    const fame = asked.length > LONG ? FAME_IN_LONG : FAME;
    const byPhrase = bestPhrases(index, scores(index.phrases, asked));
    const told = Float64Array.from(rows, (row, film) =>
      row === undefined || whole === 0 ? 0 : (byWords[film]! + byPhrase.score[film]!) / whole,
    );
    const renown = Float64Array.from(rows, (row) => (row === undefined ? 0 : fame * fameOf(row)));
    const leads = (by: Lead) => (asked.length < FEWEST_OF_ONE ? undefined : leader(told, renown, by));
    const isOfOne = leads(OF_ONE) !== undefined;
    const kinds = isOfOne ? [] : kindsIn(text, asked);
    const byPlot = fitsOfPlots(kinds);
    const maybe = leads(MAYBE_OF_ONE);
    if (maybe !== undefined && byPlot.size > 0) byPlot.set(maybe, Math.max(...byPlot.values()));
    const fitOf = (film: number) => told[film]! + (byPlot.get(film) ?? 0);
    const score = renown.map((known, film) => fitOf(film) + known);
    const isFound = (film: number) => fitOf(film) > 0 && rows[film] !== undefined && allows(rows[film]!);
    const films = highest(score, limit, isFound).map((film) => ({
      row: rows[film]!,
      score: score[film]!,
      fit: fitOf(film),
      reason: reasonOf(index, film, asked, placeOf(byPhrase.phrase[film]!, film)),
    }));
    const covered = kinds.some(({ isSure }) => isSure)
      ? 1
      : Math.max(0, ...films.slice(0, LOOKED_AT).map(({ reason }) => reason.coverage));
    return {
      films,
      words: [...new Set(asked.map(({ said }) => said))],
      unknown: isOfOne ? [] : [...new Set(unknown)],
      isQuestion: films.length > 0 && !isTalk(text) && asked.length > unknown.length,
      isSure: isOfOne || (covered >= SURELY_COVERED && unknown.length === 0),
      isOfOne,
    };
  };
}

/** How well the first film fits at least, and how many times as well as the next, by its fit and with what each is known by. */
interface Lead {
  readonly fit: number;
  readonly ofFit: number;
  readonly ofAll: number;
}

/** The film that leads all others so; undefined where none does. */
function leader(fits: Float64Array, renown: Float64Array, { fit, ofFit, ofAll }: Lead): number | undefined {
  const [best, next] = highest(fits, 2, () => true);
  if (best === undefined || fits[best]! < fit) return undefined;
  if (fits[best]! < ofFit * (next === undefined ? 0 : fits[next]!)) return undefined;
  const known = fits.map((own, film) => (film === best ? 0 : own + renown[film]!));
  const [rival] = highest(known, 1, () => true);
  const leads = rival === undefined || fits[best]! + renown[best]! >= ofAll * known[rival]!;
  return leads ? best : undefined;
}

/** The kinds that a text is near enough to, with what each counts for it, from 0 to 1. */
function nearest(near: readonly Near[]): { plot: Plot; share: number }[] {
  const [first] = near;
  if (!first) return [];
  const least = Math.max(NEAR.least, first.nearness - NEAR.beside);
  return near
    .filter(({ nearness }) => nearness > least)
    .map(({ plot, nearness }) => ({
      plot,
      share: Math.min(1, (nearness - NEAR.least) / (NEAR.most - NEAR.least)),
    }));
}

/** A kind of stories that is asked for. */
interface Kind {
  /** Places in the index, those that tell it best first. */
  readonly films: readonly number[];
  /** What the first of them fits better by. */
  readonly fit: number;
  /** Whether it is what was meant: else the films that are found are the closest there are. */
  readonly isSure: boolean;
}

/** By film what it fits better by for telling a plot: the most of those that it tells. */
function fitsOfPlots(kinds: readonly Kind[]): Map<number, number> {
  const fits = new Map<number, number>();
  for (const { films, fit: best } of kinds)
    films.forEach((film, place) => {
      const fit = best * (1 - ((1 - PLOT_AT_LAST) * place) / films.length);
      fits.set(film, Math.max(fit, fits.get(film) ?? 0));
    });
  return fits;
}

/**
 * How much of what is said some of its words are, in [0, 1]: of those that a search goes by and of these, which may be words that it
 * does not go by, "again and again".
 */
function shareOf(asked: readonly Asked[], words: string): number {
  const these = words.split(" ");
  const besides = new Set(
    asked.flatMap(({ said }) => said.split(" ")).filter((word) => !these.includes(word)),
  );
  return these.length / (these.length + besides.size);
}

/** [films] the first phrase of each */
function firstPhrases({ ids, filmOfPhrase }: SearchIndex): Uint32Array {
  const first = new Uint32Array(ids.length);
  for (let phrase = filmOfPhrase.length - 1; phrase >= 0; phrase--) first[filmOfPhrase[phrase]!] = phrase;
  return first;
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
