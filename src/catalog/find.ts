/**
 * From a title as somebody types it to the movie they mean.
 *
 * Answers "one" only where nothing else comes near: the same title in several years, a name shared by a
 * series, or two titles equally close to a misspelling are "several", however much better known one of them
 * is. How often a movie was rated orders an offer and never decides it.
 */
import type { Movie } from "./movie.ts";
import { keyOf, splitNumber, withoutArticle } from "./normalise.ts";
import { closeness, type Overlap, type OverlapIndex } from "./overlap.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { seriesOf } from "./series.ts";
import type { TitleIndex } from "./title-index.ts";

/** Whom a text names. Not knowing is an answer, not an error. */
export type TitleMatch =
  /** `loosely`: by some words that it shares with the text, and not by a name of its own, misspelt or not. */
  | { readonly kind: "one"; readonly movie: Movie; readonly loosely?: true }
  /** From one to five, best first. A single one is a doubtful match, to be confirmed. */
  | { readonly kind: "several"; readonly movies: readonly Movie[] }
  /** The suggestions, at most five, share something with the text but not enough to be meant by it. */
  | { readonly kind: "none"; readonly suggestions: readonly Movie[] };

export interface TitleSource {
  readonly movies: readonly Movie[];
  readonly titles: TitleIndex;
  readonly overlap: OverlapIndex;
}

/** Of several movies that fit a text. */
export const MOST_OFFERED = 5;
/** A title holding less than this share of the asked words was not meant, unless nearly all of it was asked for. */
const LEAST_ASKED = 0.72;
const LEAST_ASKED_OF_WHOLE = 0.6;
const WHOLE_NAMED = 0.8;
/** A title may stand alone if it holds this share of the asked words and this share of it was asked for. */
const SURELY_ASKED = 0.8;
const SURELY_NAMED = 0.4;
const SUGGESTED_ASKED = 0.4;
/** Titles this close to the best one (see closeness) are offered beside it. */
const MARGIN = 0.1;
/** How much less alike to the text a correction may be than the best one and still be offered. */
const CORRECTION_MARGIN = 0.07;
/** A correction that changes a word more than this is asked about, though it be the only one. */
const SURELY_ALIKE = 0.75;

export function findTitle(source: TitleSource, text: string): TitleMatch {
  const readings = readingsOf(text);
  if (readings.length === 0) return { kind: "none", suggestions: [] };
  for (const reading of readings) {
    const match = byKey(source, reading);
    if (match) return match;
  }
  return byCorrection(source, readings) ?? byOverlap(source, readings);
}

function byKey(source: TitleSource, reading: Reading): TitleMatch | undefined {
  return (
    byTitle(source, reading) ??
    byNumber(source, reading) ??
    bySeries(source, reading) ??
    bySubtitle(source, reading)
  );
}

/** The whole title. With an article in the text, titles that have that article come before those that do not. */
function byTitle(source: TitleSource, reading: Reading): TitleMatch | undefined {
  const { titles } = source;
  const bareKey = keyOf(withoutArticle(reading.words));
  const key = keyOf(reading.words);
  const withArticle = key === bareKey ? undefined : titles.exact.get(key);
  const rows = withArticle ?? titles.bare.get(bareKey) ?? titles.exact.get(key);
  if (!rows) return undefined;
  const match = chosen(source, rows, reading.year);
  return match.kind === "one" && reading.year === undefined ? orItsSeries(source, rows[0]!, bareKey) : match;
}

/** A bare title means its movie if that opened the series; else the series may be meant as well ("Star Trek"). */
function orItsSeries(source: TitleSource, row: number, stem: string): TitleMatch {
  const members = (source.titles.series.get(stem) ?? []).filter(
    (member) => member.row === row || !member.bare,
  );
  const itself = members.find((member) => member.row === row);
  const opens = !itself?.bare || members.length < 2 || seriesOf(members, source.movies).opener === row;
  return opens ? { kind: "one", movie: source.movies[row]! } : offer(source, rowsOf(members), [row]);
}

/** "Rocky 2", "Lord of the Rings 2": the number a title states, else the place in the series by year. */
function byNumber(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const split = splitNumber(words);
  if (!split) return undefined;
  const stem = seriesWords(source.titles, split.stem);
  const members = source.titles.series.get(keyOf(stem)) ?? [];
  const stated = members.filter(({ number }) => number === split.number);
  if (stated.length > 0) return chosen(source, rowsOf(stated), year);
  if (members.length < 2) return undefined;

  const { instalments } = seriesOf(members, source.movies);
  const counted = rowsOf(instalments.filter(({ number }) => number === split.number));
  if (counted.length === 0) return undefined;
  const related = relatedTo(source.titles, stem, rowsOf(members));
  return counted.length === 1 && related.length === 0
    ? chosen(source, counted, year)
    : offer(source, [...rowsOf(members), ...related], counted);
}

/** The name of a series, or its initials. */
function bySeries(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const members = source.titles.series.get(keyOf(seriesWords(source.titles, words))) ?? [];
  return members.length < 2 ? undefined : chosen(source, rowsOf(members), year);
}

function bySubtitle(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const rows = source.titles.subtitles.get(keyOf(withoutArticle(words)));
  return rows && chosen(source, rows, year);
}

/** Misspelt words replaced by known ones; corrections that make titles and are about as likely have an equal claim. */
function byCorrection(source: TitleSource, readings: readonly Reading[]): TitleMatch | undefined {
  const corrected = readings.flatMap((reading) =>
    source.overlap.corrections(reading.words).map((correction) => ({ ...reading, ...correction })),
  );
  const titled = corrected.flatMap((reading) => {
    const match = byKey(source, reading);
    return match ? [{ ...reading, match }] : [];
  });
  const mostAlike = Math.max(...titled.map(({ alike }) => alike));
  const likely = titled.filter(({ alike }) => alike > mostAlike - CORRECTION_MARGIN);
  const movies = [...new Set(likely.flatMap(({ match }) => moviesIn(match)))];
  const [first] = likely;
  if (!first) return undefined;
  const sure = movies.length === 1 && first.match.kind === "one" && first.weakest >= SURELY_ALIKE;
  return sure ? first.match : { kind: "several", movies: movies.slice(0, MOST_OFFERED) };
}

/** No title as written: the ones that share the most with the text. */
function byOverlap(source: TitleSource, readings: readonly Reading[]): TitleMatch {
  const ranked = readings.map((reading) => ranking(source, reading));
  const { ofYear, meant, all } = ranked.find((ranks) => ranks.ofYear.length > 0) ?? ranked[0]!;
  const [best, ...others] = ofYear.length > 0 ? ofYear : meant;
  if (!best) return { kind: "none", suggestions: moviesOf(source, rowsOf(all)) };
  const close = others.filter((other) => closeness(other) > closeness(best) - MARGIN);
  const sure = best.asked >= SURELY_ASKED && best.named >= SURELY_NAMED;
  return sure && close.length === 0
    ? { kind: "one", movie: source.movies[best.row]!, loosely: true }
    : { kind: "several", movies: moviesOf(source, rowsOf([best, ...close])) };
}

interface Ranking {
  /** Everything that shares enough to be suggested, the closest first. */
  readonly all: readonly Overlap[];
  /** Those of them that the text may mean. */
  readonly meant: readonly Overlap[];
  /** Those of them from the year it names. */
  readonly ofYear: readonly Overlap[];
}

function ranking({ movies, overlap }: TitleSource, { words, year }: Reading): Ranking {
  const ratings = ({ row }: Overlap) => movies[row]!.ratingCount;
  const all = overlap
    .overlaps(words)
    .filter(({ asked }) => asked >= SUGGESTED_ASKED)
    .sort((a, b) => closeness(b) - closeness(a) || ratings(b) - ratings(a));
  const meant = all.filter(
    ({ asked, named }) => asked >= LEAST_ASKED || (asked >= LEAST_ASKED_OF_WHOLE && named >= WHOLE_NAMED),
  );
  const ofYear = year === undefined ? [] : meant.filter(({ row }) => movies[row]!.year === year);
  return { all, meant, ofYear };
}

/** Narrows movies of equal claim by the year. */
function chosen(source: TitleSource, rows: readonly number[], year: number | undefined): TitleMatch {
  const yearOf = (row: number) => source.movies[row]!.year;
  const ofYear = rows.filter((row) => yearOf(row) === year);
  const claimants = year !== undefined && ofYear.length > 0 ? ofYear : rows;
  const [first, ...others] = claimants;
  // People and data sets are often a year apart; with a namesake about, that is not enough to go by.
  const fits = year === undefined || Math.abs((yearOf(first!) ?? year) - year) <= 1;
  return others.length === 0 && fits
    ? { kind: "one", movie: source.movies[first!]! }
    : offer(source, claimants);
}

/** Offers the movies, the most rated first, `leading` before all others. */
function offer(source: TitleSource, rows: readonly number[], leading: readonly number[] = []): TitleMatch {
  const ratings = (row: number) => source.movies[row]!.ratingCount;
  const byRatings = [...rows].sort((a, b) => ratings(b) - ratings(a));
  return { kind: "several", movies: moviesOf(source, [...leading, ...byRatings]) };
}

function moviesIn(match: TitleMatch): readonly Movie[] {
  if (match.kind === "none") return [];
  return match.kind === "one" ? [match.movie] : match.movies;
}

const moviesOf = ({ movies }: TitleSource, rows: readonly number[]): Movie[] =>
  [...new Set(rows)].slice(0, MOST_OFFERED).map((row) => movies[row]!);

const rowsOf = (members: readonly { readonly row: number }[]): number[] => members.map(({ row }) => row);

/** The series a text names, article dropped, initials written out. */
function seriesWords(titles: TitleIndex, words: readonly string[]): readonly string[] {
  const initials = words.length === 1 ? titles.initials.get(words[0]!) : undefined;
  return initials ?? withoutArticle(words);
}

/** Other movies whose titles speak of the series ("X2: X-Men United"): counting the members may miscount. */
function relatedTo(titles: TitleIndex, stem: readonly string[], members: readonly number[]): number[] {
  const inside = new Set(members);
  const phrase = ` ${stem.join(" ")} `;
  const related = titles.names.filter(
    ({ row, words }) => !inside.has(row) && ` ${words.join(" ")} `.includes(phrase),
  );
  return rowsOf(related);
}
