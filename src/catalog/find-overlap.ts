/** Films whose titles share words with a text that is no title as written. */
import { fameOf } from "./fame.ts";
import type { Movie } from "./movie.ts";
import { splitNumber } from "./normalise.ts";
import { closeness, type Overlap } from "./overlap.ts";
import type { Reading } from "./readings.ts";
import { MOST_OFFERED, type TitleMatch, type TitleSource } from "./title-match.ts";

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
/** No title as written: the ones that share the most with the text. */
export function byOverlap(source: TitleSource, readings: readonly Reading[]): TitleMatch {
  const ranked = readings.map((reading) => ranking(source, reading));
  const { ofYear, meant, all } = ranked.find((ranks) => ranks.ofYear.length > 0) ?? ranked[0]!;
  const [best, ...others] = ofYear.length > 0 ? ofYear : meant;
  if (!best) return { kind: "none", suggestions: moviesOf(source, all) };
  const close = others.filter((other) => closeness(other) > closeness(best) - MARGIN);
  const sure = best.asked >= SURELY_ASKED && best.named >= SURELY_NAMED;
  return sure && close.length === 0
    ? { kind: "one", movie: source.movies[best.row]!, loosely: true }
    : { kind: "several", movies: moviesOf(source, [best, ...close]) };
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
  const ratings = ({ row }: Overlap) => fameOf(movies[row]!);
  const all = overlap
    .overlaps(words)
    .filter(({ asked }) => asked >= SUGGESTED_ASKED)
    .sort((a, b) => closeness(b) - closeness(a) || ratings(b) - ratings(a));
  // "Gladiator 2" is not Gladiator: a part that nobody knows is no part that somebody does.
  const isAnotherPart = splitNumber(words) !== undefined;
  const meant = all.filter(
    ({ asked, named }) =>
      !isAnotherPart && (asked >= LEAST_ASKED || (asked >= LEAST_ASKED_OF_WHOLE && named >= WHOLE_NAMED)),
  );
  const ofYear = year === undefined ? [] : meant.filter(({ row }) => movies[row]!.year === year);
  return { all, meant, ofYear };
}

const moviesOf = ({ movies }: TitleSource, overlaps: readonly Overlap[]): Movie[] =>
  [...new Set(overlaps.map(({ row }) => row))].slice(0, MOST_OFFERED).map((row) => movies[row]!);
