/**
 * From a title as somebody types it to the movie they mean.
 *
 * A name as it is written comes before anything put right in it, also where it is the name of a film that cannot be
 * suggested: nothing is taken for something else because that alone is known. Answers "one" only where nothing else
 * comes near, or where the others of that name are hardly known beside it, and these are told.
 */
import {
  BY_FAR,
  type Claimant,
  type Claims,
  decide,
  filmOf,
  goesBy,
  withoutKnown,
  YEAR_SLACK,
} from "./claims.ts";
import { fameOf } from "./fame.ts";
import type { FilmNames } from "./film-names.ts";
import { byOverlap } from "./find-overlap.ts";
import {
  byHead,
  byNumber,
  byOrdinal,
  byPartOfName,
  bySeries,
  type Placed,
  type WholeSeries,
  wholeOf,
} from "./find-series.ts";
import { keysOneSlipFrom } from "./key-hash.ts";
import type { Movie } from "./movie.ts";
import { keyOf, splitNumber, withoutArticle, wordsOf } from "./normalise.ts";
import type { Correction, OverlapIndex } from "./overlap.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { seriesOf } from "./series.ts";
import { wholeSaid } from "./series-names.ts";
import { MOST_OFFERED, moviesIn, type TitleMatch, type TitleSource } from "./title-match.ts";

/** A slip in a name shorter than this makes another word as often as not. In letters. */
const SHORTEST_SLIPPED = 6;
const LONGEST_SLIPPED = 50;
/** How much less alike to the text a correction may be than the best one and still be offered. */
const CORRECTION_MARGIN = 0.07;
/** A correction that changes a word more than this is asked about, though it be the only one. */
const SURELY_ALIKE = 0.75;

export function findTitle(source: TitleSource, text: string): TitleMatch {
  const readings = readingsOf(text);
  if (readings.length === 0) return { kind: "none", suggestions: [] };
  const exact = findExactly(source, readings);
  if (exact) return exact;
  const found = findNearly(source, readings) ?? byOverlap(source, readings);
  return found.kind === "none" ? (asUnknownPart(source, readings) ?? found) : found;
}

/** The series that a text asks for as a whole, by its name or what it is called. */
export function wholeSeries(source: TitleSource, text: string): WholeSeries | undefined {
  const words = wordsOf(text);
  const { names, isWhole } = wholeSaid(words);
  if (!isWhole || source.titles.bare.has(keyOf(withoutArticle(words)))) return undefined; // "Scary Movie"
  const named = names.map((words) => withSeriesNamed(source.names, { words }).words);
  return wholeOf(source, named);
}

/** By a name with slips in it; undefined where none is near enough. */
export const findNearly = (source: TitleSource, readings: readonly Reading[]): TitleMatch | undefined =>
  byOneSlip(source, readings) ?? byCorrection(source, readings);

/** See Catalog.nearlyCalled. */
export function nearlyCalled(source: TitleSource, title: string, year: number): readonly Movie[] {
  const words = wordsOf(title);
  if (words.length === 0) return [];
  const readings = [{ words, year }];
  const match = findExactly(source, readings) ?? byOneSlip(source, readings);
  const isNear = (movie: Movie) => Math.abs((movie.year ?? Number.NaN) - year) <= YEAR_SLACK;
  return match ? moviesIn(match).filter(isNear) : [];
}

/** "Gladiator 9", of which the stem is known. */
function asUnknownPart(source: TitleSource, readings: readonly Reading[]): TitleMatch | undefined {
  for (const reading of readings) {
    const stem = splitNumber(reading.words)?.stem ?? (reading.year === undefined ? undefined : reading.words);
    const match = stem && findExactly(source, [{ words: stem }]);
    if (match && match.kind !== "none")
      return { kind: "none", suggestions: moviesIn(match), unknownPart: true };
  }
  return undefined;
}

/** By a name as it is written, or a place in a series; undefined where no film has it. */
export function findExactly(source: TitleSource, readings: readonly Reading[]): TitleMatch | undefined {
  let doubtful: TitleMatch | undefined;
  for (const reading of readings) {
    const match = byKey(source, withSeriesNamed(source.names, reading));
    if (match && !isDoubtful(match)) return match;
    doubtful ??= match;
  }
  return doubtful;
}

const isDoubtful = (match: TitleMatch): boolean => match.kind === "several" && match.movies.length === 1;

function byKey(source: TitleSource, reading: Reading): TitleMatch | undefined {
  const titled = byTitle(source, reading);
  if (titled && (titled.kind !== "named" || reading.year !== undefined)) return titled;
  const other =
    byPlace(source, reading) ??
    bySubtitle(source, reading) ??
    byBothEnds(source, reading) ??
    byPartOfSeries(source, reading) ??
    byOpening(source, reading);
  if (!titled || !other) return titled ?? other;
  const better = Math.max(...moviesIn(other).map(fameOf));
  return better >= BY_FAR * Math.max(1, fameOf(titled.films[0]!)) ? other : titled;
}

/** The whole title, or what the film is called beside it. */
function byTitle(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const { titles, names, movies } = source;
  const bareKey = keyOf(withoutArticle(words));
  const rows = titles.bare.get(bareKey) ?? titles.exact.get(keyOf(words)) ?? [];
  const nicknamed = nicknamedFilms(source, words);
  const own = rows.map((row) => movies[row]!);
  const known = [...new Set([...own, ...nicknamed.flatMap(({ movie }) => movie ?? [])])];
  const called = nicknamed.flatMap((one) => one.named ?? []);
  const named = [...withoutKnown(names.namedBy(bareKey), known), ...called];
  const claimants: Claimant[] = [
    ...known.map((movie) => ({ movie })),
    ...named.map((film) => ({ named: film })),
  ];
  if (claimants.length === 0) return undefined;
  const isTitle = goesBy(words);
  const isExact = (one: Claimant) =>
    isTitle(filmOf(one)) || nicknamed.some((other) => filmOf(other) === filmOf(one));
  const claims = decide(claimants, year, isExact);
  if (!claims) return known.length > 0 ? offer(known) : undefined;
  const match = matchOf(claims);
  return match.kind === "one" && year === undefined ? orItsSeries(source, match, bareKey) : match;
}

function matchOf({ decided, claimants }: Claims): TitleMatch {
  const movies = claimants.flatMap(({ movie }) => movie ?? []);
  const named = claimants.flatMap((one) => one.named ?? []);
  const [first] = claimants;
  const [movie, ...others] = movies;
  if (first!.named && (decided || !movie)) return { kind: "named", films: named, suggestions: movies };
  if (!decided || !movie) return offer(movies, movie ? [movie] : []);
  return { kind: "one", movie, ...(others.length > 0 && { others: others.slice(0, MOST_OFFERED - 1) }) };
}

/** A bare title means its movie if that opened the series; else the series may be meant as well ("Star Trek"). */
function orItsSeries(
  source: TitleSource,
  match: TitleMatch & { readonly kind: "one" },
  stem: string,
): TitleMatch {
  const { movies, titles } = source;
  const isIt = ({ row }: { row: number }) => movies[row] === match.movie;
  const members = (titles.series.get(stem) ?? []).filter((member) => isIt(member) || !member.bare);
  const itself = members.find(isIt);
  const opener = seriesOf(members, movies).opener;
  const opens = !itself?.bare || members.length < 2 || opener === itself.row;
  const overshadows = members.every(
    (member) => isIt(member) || fameOf(match.movie) >= BY_FAR * Math.max(1, fameOf(movies[member.row]!)),
  );
  return opens || overshadows
    ? match
    : offer(
        members.map(({ row }) => movies[row]!),
        [match.movie],
      );
}

/** A place in a series, or the whole of it. */
function byPlace(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const placed: Placed | undefined = byNumber(source, words) ?? byOrdinal(source, words);
  if (placed) {
    const moviesAt = (rows: readonly number[]) => rows.map((row) => source.movies[row]!);
    return placed.besides.length > 0
      ? offer(moviesAt([...placed.rows, ...placed.besides]), moviesAt(placed.rows))
      : chosen(source, placed.rows, year);
  }
  const series = bySeries(source, words);
  return series.length > 0 ? chosen(source, series, year) : undefined;
}

function byPartOfSeries(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const placed = byPartOfName(source, words);
  return placed && chosen(source, placed.rows, year);
}

function bySubtitle(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const rows = source.titles.subtitles.get(keyOf(withoutArticle(words)));
  return rows && chosen(source, rows, year);
}

/** "Ant-Man Quantumania": words that open the title, and all of its subtitle. */
function byBothEnds(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  for (let at = 1; at < words.length; at++) {
    const rows = source.titles.subtitles.get(keyOf(withoutArticle(words.slice(at))));
    if (!rows) continue;
    const opening = keyOf(withoutArticle(words.slice(0, at)));
    const fitting = rows.filter((row) =>
      keyOf(withoutArticle(wordsOf(source.movies[row]!.title))).startsWith(opening),
    );
    if (fitting.length > 0) return chosen(source, fitting, year);
  }
  return undefined;
}

function byOpening(source: TitleSource, { words, year }: Reading): TitleMatch | undefined {
  const rows = byHead(source, words);
  return rows.length > 0 ? chosen(source, rows, year) : undefined;
}

/** Misspelt words replaced by known ones; corrections that make titles and are about as likely have an equal claim. */
function byCorrection(source: TitleSource, readings: readonly Reading[]): TitleMatch | undefined {
  const titledBy = (correct: (words: readonly string[]) => readonly Correction[]) =>
    readings.flatMap((reading) =>
      correct(reading.words).flatMap((correction) => {
        const match = byKey(source, { ...reading, words: correction.words });
        return match && match.kind !== "named" ? [{ ...correction, match }] : [];
      }),
    );
  const right = titledBy(source.overlap.corrections);
  const titled = right.length > 0 ? right : titledBy(mistakesOfSeveral(source.overlap));
  const mostAlike = Math.max(...titled.map(({ alike }) => alike));
  const likely = titled.filter(({ alike }) => alike > mostAlike - CORRECTION_MARGIN);
  const movies = [...new Set(likely.flatMap(({ match }) => moviesIn(match)))];
  const [first] = likely;
  if (!first) return undefined;
  const sure = movies.length === 1 && first.match.kind === "one" && first.weakest >= SURELY_ALIKE;
  return sure ? first.match : { kind: "several", movies: movies.slice(0, MOST_OFFERED) };
}

/** Of several words one may be another that is known; a word alone is what it is. */
const mistakesOfSeveral =
  ({ mistakes }: OverlapIndex) =>
  (words: readonly string[]): readonly Correction[] =>
    words.length > 1 ? mistakes(words) : [];

/** The whole of a title but for one letter. */
function byOneSlip(
  { movies, names, titles }: TitleSource,
  readings: readonly Reading[],
): TitleMatch | undefined {
  for (const { words, year } of readings) {
    const key = keyOf(withoutArticle(words));
    if (key.length < SHORTEST_SLIPPED || key.length > LONGEST_SLIPPED) continue;
    const near = [...keysOneSlipFrom(key, (hash) => titles.mayBeBare(hash) || names.mayBeNamed(hash))];
    const rows = new Set(near.flatMap((other) => titles.bare.get(other) ?? []));
    const known = [...rows].map((row) => movies[row]!);
    const films = near.flatMap((other) => names.namedBy(other));
    const distinct = new Map(films.map((film) => [`${film.title} ${film.year}`, film]));
    const named = withoutKnown([...distinct.values()], known);
    const claims = decide(
      [...known.map((movie) => ({ movie })), ...named.map((film) => ({ named: film }))],
      year,
    );
    if (claims) return matchOf(claims);
  }
  return undefined;
}

/** Narrows movies of equal claim by the year. */
function chosen(source: TitleSource, rows: readonly number[], year: number | undefined): TitleMatch {
  const movies = rows.map((row) => source.movies[row]!);
  const claims = decide(
    movies.map((movie) => ({ movie })),
    year,
  );
  return claims && (year !== undefined || movies.length === 1) ? matchOf(claims) : offer(movies);
}

/** Offers the movies, the most rated first, `leading` before all others. */
function offer(movies: readonly Movie[], leading: readonly Movie[] = []): TitleMatch {
  const byRatings = [...movies].sort((a, b) => fameOf(b) - fameOf(a));
  return { kind: "several", movies: [...new Set([...leading, ...byRatings])].slice(0, MOST_OFFERED) };
}

const TRAILING_NUMBER = /^(\p{L}+)(\d{1,2})$/u;

/** The name of a series in place of what it is called: "hp 3", "hp3". */
function withSeriesNamed(names: FilmNames, reading: Reading): Reading {
  const { words } = reading;
  const last = words.at(-1)!;
  const joined = names.nicknamed(keyOf(words)) === undefined ? TRAILING_NUMBER.exec(last) : null;
  const split = joined ? [...words.slice(0, -1), joined[1]!, joined[2]!] : words;
  const [stem, number] = /^\d{1,2}$/.test(split.at(-1)!)
    ? [split.slice(0, -1), split.slice(-1)]
    : [split, []];
  const series = readingsOf(names.nicknamed(keyOf(withoutArticle(stem))) ?? "")[0];
  const isSeries =
    series !== undefined && readingsOf(names.nicknamed(keyOf(withoutArticle(stem)))!).length === 1;
  return isSeries ? { ...reading, words: [...series.words, ...number] } : reading;
}

/** The film that goes by a nickname; several where the data set has it twice. */
function nicknamedFilms({ names, titles, movies }: TitleSource, words: readonly string[]): Claimant[] {
  const meant = names.nicknamed(keyOf(withoutArticle(words))) ?? names.nicknamed(keyOf(words));
  const reading = meant === undefined ? undefined : readingsOf(meant).find(({ year }) => year !== undefined);
  if (!reading) return [];
  const key = keyOf(withoutArticle(reading.words));
  const known = (titles.bare.get(key) ?? []).map((row) => movies[row]!);
  const named = withoutKnown(names.namedBy(key), known);
  return [...known.map((movie) => ({ movie })), ...named.map((film) => ({ named: film }))].filter(
    (one) => filmOf(one).year === reading.year,
  );
}
