/** Films found by what they are about. Pure. */
import { highest } from "../../numerics/highest.ts";
import { once } from "../once.ts";
import { createNearPlots, type Near, type NearPlots } from "./near-plots.ts";
import { frequencyOf } from "./postings.ts";
import { type Reason, reasonOf } from "./reason.ts";
import type { Asked } from "./score-films.ts";
import type { Plot, SearchIndex } from "./search-index.ts";
import { isTalk } from "./talk.ts";
import { isTag, termOfTag } from "./terms.ts";
import { createPlotReader, type PlotReader } from "./told-plots.ts";
import { createWordFits, type WordFitsReader } from "./word-fits.ts";

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

interface Parts {
  readonly plotsIn: PlotReader;
  readonly nearPlots: NearPlots;
  readonly fits: WordFitsReader;
}

export type AboutSearch = (text: string, options?: AboutOptions) => About;

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
/** Among the first so many films one that covers so much of what was said, by weight, is what was asked for. */
const LOOKED_AT = 5;
const SURELY_COVERED = 0.6;
const DEFAULT_LIMIT = 20;

/**
 * @param rowOf where in the list of movies each film of the index is; undefined where it no longer is
 * @param fameOf of a row, in [0, 1]
 * @param parts how the plots of the index are found that a text tells, and that it comes near, and how well films fit its words
 */
export function createAboutSearch(
  index: SearchIndex,
  rowOf: (id: string) => number | undefined,
  fameOf: (row: number) => number,
  {
    plotsIn = createPlotReader(index.plots),
    nearPlots = createNearPlots(index),
    fits = createWordFits(index, rowOf, fameOf, plotsIn),
  }: Partial<Parts> = {},
): AboutSearch {
  const tags = once(
    () => new Map(index.terms.flatMap((term, number) => (isTag(term) ? [[term, number] as const] : []))),
  );
  const rows = index.ids.map(rowOf);
  const firstPhrase = firstPhrases(index);

  /** Those that tell a plot; of one that is a tag the films that have most of it. */
  function filmsOf({ name, films }: Plot): readonly number[] {
    const tag = films.length > 0 ? undefined : tags().get(termOfTag(name));
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
    const { asked, unknown, told, phrases, renown, one, maybe } = fits(text);
    const isOfOne = one !== undefined;
    const kinds = isOfOne ? [] : kindsIn(text, asked);
    const byPlot = fitsOfPlots(kinds);
    if (maybe !== undefined && byPlot.size > 0) byPlot.set(maybe, Math.max(...byPlot.values()));
    const fitOf = (film: number) => told[film]! + (byPlot.get(film) ?? 0);
    const score = told.map((_, film) => fitOf(film) + renown(film));
    const isFound = (film: number) => fitOf(film) > 0 && rows[film] !== undefined && allows(rows[film]!);
    const films = highest(score, limit, isFound).map((film) => ({
      row: rows[film]!,
      score: score[film]!,
      fit: fitOf(film),
      reason: reasonOf(index, film, asked, placeOf(phrases[film]!, film)),
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
