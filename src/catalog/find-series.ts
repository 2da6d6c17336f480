/** Films by their place in a series: "Rocky 2", "the third Harry Potter", "the latest Alien". */
import { fameOf } from "./fame.ts";
import type { Movie } from "./movie.ts";
import { keyOf, splitNumber, withoutArticle } from "./normalise.ts";
import { seriesOf } from "./series.ts";
import type { Member, TitleIndex } from "./title-index.ts";

export interface SeriesSource {
  readonly movies: readonly Movie[];
  readonly titles: TitleIndex;
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
const LAST = new Set(["last", "latest", "newest", "final"]);
/** What a series is called besides its name. */
export const KINDS =
  /^(?:movies?|films?|series|franchise|saga|trilogy|ones?|parts?|instalments?|installments?)$/;

/** "Rocky 2", "Lord of the Rings 2": the number a title states, else the place in the series by year. */
export function byNumber(source: SeriesSource, words: readonly string[]): Placed | undefined {
  const split = splitNumber(words);
  return split && placeOf(source, split.stem, split.number);
}

/** "The third Harry Potter", "the first Alien movie", "the latest Rocky". */
export function byOrdinal(source: SeriesSource, words: readonly string[]): Placed | undefined {
  const [ordinal = "", ...named] = withoutKinds(withoutArticle(words));
  if (named.length === 0) return undefined;
  const stem = withoutKinds(named);
  if (FIRST.has(ordinal)) return placeOf(source, stem, 1);
  const number = ORDINALS.get(ordinal);
  if (number !== undefined) return placeOf(source, stem, number);
  if (!LAST.has(ordinal)) return undefined;
  const members = membersOf(source, stem);
  const { instalments } = seriesOf(members, source.movies);
  const last = instalments.at(-1);
  return members.length > 1 && last ? { rows: [last.row], besides: [] } : undefined;
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
  const said = words[0] === "all" ? withoutArticle(words.slice(1)) : words;
  const stem = withoutKinds(said);
  const single = [...stem.slice(0, -1), stem.at(-1)?.replace(/s$/, "") ?? ""];
  for (const name of stem.join(" ") === single.join(" ") ? [stem] : [stem, single]) {
    const members = membersOf(source, name);
    if (withOneOpener(members, source.movies).length > 1) return rowsOf(members);
  }
  return [];
}

function placeOf(source: SeriesSource, words: readonly string[], number: number): Placed | undefined {
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

/** Drops "movies", "the franchise" behind a name. */
function withoutKinds(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && KINDS.test(words[end - 1]!)) end--;
  return words.slice(0, end);
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
