/** Films by their place in a series: "Rocky 2", "the third Harry Potter", "the latest Bond". */
import { fameOf } from "./fame.ts";
import type { FilmSeries, SeriesIndex } from "./film-series.ts";
import type { Movie } from "./movie.ts";
import { keyOf, splitNumber, withoutArticle } from "./normalise.ts";
import { seriesOf } from "./series.ts";
import { commonName, SERIES_KINDS, wholeSaid, withoutKinds } from "./series-names.ts";
import type { Member, TitleIndex } from "./title-index.ts";

export interface SeriesSource {
  readonly movies: readonly Movie[];
  readonly titles: TitleIndex;
  readonly series: SeriesIndex;
}

/** Rows that a place in a series may mean; none where the words name no series. */
export interface Placed {
  /** Those of this place. */
  readonly rows: readonly number[];
  /** Others that the words may mean, where the count may be wrong. */
  readonly besides: readonly number[];
}

const ORDINALS = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .flatMap((word, i) => [
      [word, i + 1] as const,
      [`${i + 1}${["st", "nd", "rd"][i] ?? "th"}`, i + 1] as const,
    ]),
);
const FIRST = new Set(["first", "original", "1st"]);
const LAST = new Set(["last", "latest", "newest", "final", "recent"]);
/** "The very first", "the most recent". */
const BEFORE_A_PLACE = new Set(["very", "most"]);
/** Between a place and the series it is in: "the third one of the Bourne films". */
const IN_IT = new Set(["of", "in", "from", "the"]);

/** "Rocky 2", "Lord of the Rings 2": the number a title states, else the place in the series. */
export function byNumber(source: SeriesSource, words: readonly string[]): Placed | undefined {
  const split = splitNumber(words);
  if (!split) return undefined;
  const { stem, number } = split;
  const stated = membersOf(source, stem).filter((member) => member.number === number);
  if (stated.length > 0) return { rows: rowsOf(stated), besides: [] };
  return (
    placeIn(source, source.series.called(withoutKinds(stem)), number) ?? placeByTitles(source, stem, number)
  );
}

/** "The third Harry Potter", "the first Alien movie", "the latest Bond". */
export function byOrdinal(source: SeriesSource, words: readonly string[]): Placed | undefined {
  const said = placeSaid(words);
  if (!said) return undefined;
  const { place, stem } = said;
  const known = source.series.called(stem);
  if (isSome(known)) return placeIn(source, known, place);
  if (place !== "last") return placeByTitles(source, stem, place);
  const members = membersOf(source, stem);
  const last = seriesOf(members, source.movies).instalments.at(-1);
  return members.length > 1 && last ? { rows: [last.row], besides: [] } : undefined;
}

/** The same by a part of the series' name, which may be that of something else: "the latest Bond", "all the Narnia films". */
export function byPartOfName(source: SeriesSource, words: readonly string[]): Placed | undefined {
  const said = placeSaid(words);
  if (said) return placeIn(source, source.series.partlyCalled(said.stem), said.place);
  const { names, isWhole } = wholeSaid(words);
  const known = isWhole ? names.map((name) => source.series.partlyCalled(name)).find(isSome) : undefined;
  return known && { rows: known.flatMap(({ rows }) => rows), besides: [] };
}

/** Whether the words begin as those do that ask for a place in a series. */
export const saysAPlace = (words: readonly string[]): boolean => placeSaid(words) !== undefined;

interface PlaceSaid {
  readonly place: number | "last";
  /** The words for the series. */
  readonly stem: readonly string[];
}

function placeSaid(words: readonly string[]): PlaceSaid | undefined {
  const said = withoutArticle(words);
  const first = BEFORE_A_PLACE.has(said[0] ?? "") ? 1 : 0;
  const ordinal = said[first] ?? "";
  const place = LAST.has(ordinal) ? "last" : FIRST.has(ordinal) ? 1 : ORDINALS.get(ordinal);
  if (place === undefined) return undefined;
  const named = said.slice(first + 1);
  const at = named.findIndex((word) => !SERIES_KINDS.test(word) && !IN_IT.has(word));
  return at < 0 ? undefined : { place, stem: withoutKinds(named.slice(at)) };
}

/** Of series of one name the first film of all is the first, and the last of all the last; of other places each has one. */
function placeIn(
  { movies }: SeriesSource,
  series: readonly FilmSeries[],
  place: PlaceSaid["place"],
): Placed | undefined {
  const rows = series.flatMap((one) => one.rows.at(place === "last" ? -1 : place - 1) ?? []);
  if (rows.length === 0) return undefined;
  const byYear = [...rows].sort((a, b) => (movies[a]!.year ?? 0) - (movies[b]!.year ?? 0));
  const meant = place === "last" ? byYear.slice(-1) : place === 1 ? byYear.slice(0, 1) : rows;
  return { rows: meant, besides: [] };
}

/** The one film whose title goes on behind these words: "The Fog of War". */
export function byHead({ titles }: SeriesSource, words: readonly string[]): readonly number[] {
  const stem = withoutArticle(words);
  const members = stem.length > 1 ? (titles.series.get(keyOf(stem)) ?? []) : [];
  const [only] = members;
  return members.length === 1 && only!.number === undefined ? [only!.row] : [];
}

/** The films of a series by its name, its initials, or its name in the plural: "all the Rockys". */
export function bySeries(source: SeriesSource, words: readonly string[]): readonly number[] {
  const { names, isWhole } = wholeSaid(words);
  for (const name of names) {
    const known = isWhole ? source.series.called(name) : [];
    if (isSome(known)) return known.flatMap(({ rows }) => rows);
    const members = membersOf(source, name);
    if (withOneOpener(members, source.movies).length > 1) return rowsOf(members);
  }
  return [];
}

const isSome = <T>(list: readonly T[]): boolean => list.length > 0;

/** By titles alone: the number that one states, else the place among those that begin alike, by year. */
function placeByTitles(source: SeriesSource, words: readonly string[], number: number): Placed | undefined {
  const stem = seriesWords(source.titles, words);
  const members = membersOf(source, words);
  const stated = members.filter((member) => member.number === number);
  if (stated.length > 0) return { rows: rowsOf(stated), besides: [] };
  const series = withOneOpener(members, source.movies);
  const openers = members.filter(({ bare }) => bare);
  // "Dune part one" may be either of two that are called Dune, "Gladiator 1" is the one of that name
  if (number === 1 && (openers.length > 1 || (series.length === 1 && openers.length === 1)))
    return { rows: rowsOf(openers), besides: [] };
  if (series.length < 2) return undefined;
  const { instalments } = seriesOf(series, source.movies);
  const counted = rowsOf(instalments.filter((instalment) => instalment.number === number));
  if (counted.length === 0) return undefined;
  const related = number === 1 ? [] : relatedTo(source.titles, stem, rowsOf(members));
  const certain = counted.length === 1 && related.length === 0;
  return { rows: counted, besides: certain ? [] : [...rowsOf(members), ...related] };
}

/** All films of the series that words ask for as a whole. */
export interface WholeSeries {
  /** "Rocky films": by this name it is found again. */
  readonly name: string;
  readonly rows: readonly number[];
}

/**
 * By what is known of films, those of one name together where it was begun anew, and by titles that go on from one name.
 *
 * @param names that the series may have; the first that more than one film goes by is meant
 */
export function wholeOf(
  source: SeriesSource,
  names: readonly (readonly string[])[],
): WholeSeries | undefined {
  for (const name of names) {
    const called = source.series.called(name);
    const known = isSome(called) ? called : source.series.partlyCalled(name);
    const titled = withOneOpener(membersOf(source, name), source.movies);
    const rows = [...new Set([...known.flatMap((one) => one.rows), ...rowsOf(titled)])];
    if (rows.length < 2) continue;
    const opener = titled.find(({ bare }) => bare);
    const plainly = known[0] ? commonName(known[0]) : opener && source.movies[opener.row]!.title;
    return { name: `${plainly ?? name.join(" ")} films`, rows };
  }
  return undefined;
}

/** Of several that have just the name of the series (remakes, namesakes) only the best known opens it. */
function withOneOpener(members: readonly Member[], movies: readonly Movie[]): readonly Member[] {
  const ratings = ({ row }: Member) => fameOf(movies[row]!);
  const best = Math.max(...members.filter(({ bare }) => bare).map(ratings));
  return members.filter((member) => !member.bare || ratings(member) === best);
}

const membersOf = ({ titles }: SeriesSource, words: readonly string[]): readonly Member[] =>
  titles.series.get(keyOf(seriesWords(titles, words))) ?? [];

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
    ({ row, words: name }) =>
      name.includes(stem[0]!) && !inside.has(row) && ` ${name.join(" ")} `.includes(phrase),
  );
  return rowsOf(related);
}

const rowsOf = (members: readonly { readonly row: number }[]): number[] => members.map(({ row }) => row);
