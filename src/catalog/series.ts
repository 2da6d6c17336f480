import type { Movie } from "./movie.ts";
import type { Member } from "./title-index.ts";

/** A silence longer than this is a remake's, not a sequel's: it starts the count again. */
const LONGEST_PAUSE_YEARS = 15;

/** A series in the order of its years, every instalment numbered. */
export interface Series {
  readonly instalments: readonly { readonly row: number; readonly number: number }[];
  /** The movie whose title is the bare name of the series, where the series starts with it. */
  readonly opener: number | undefined;
}

/** Numbers that titles give are kept; the others count on from the one before ("Alien 3" is followed by the 4th). */
export function seriesOf(members: readonly Member[], movies: readonly Movie[]): Series {
  const yearOf = ({ row }: Member) => movies[row]!.year ?? Number.POSITIVE_INFINITY;
  const byYear = withoutForerunners(
    [...members].sort((a, b) => yearOf(a) - yearOf(b)),
    yearOf,
  );
  let count = 0;
  const instalments = byYear.map(({ row, number }) => {
    count = number ?? count + 1;
    return { row, number: count };
  });
  const first = byYear[0];
  return { instalments, opener: first?.bare ? first.row : undefined };
}

/** An early movie of the same name, long before a series of two or more, is not its first instalment. */
function withoutForerunners(byYear: Member[], yearOf: (member: Member) => number): Member[] {
  const [first, second] = byYear;
  if (!first || !second || byYear.length < 3 || !first.bare) return byYear;
  return yearOf(second) - yearOf(first) > LONGEST_PAUSE_YEARS ? byYear.slice(1) : byYear;
}
