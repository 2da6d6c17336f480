import type { Demand } from "./demand.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";

/** Filters that some movie passes, and what they no longer ask for. */
export interface Relaxed {
  /** Years may have been widened, and traits moved to those that a movie need have only somewhat. */
  readonly filters: Filters;
  /** What of the filters asked for no longer holds, in their own terms; bounds on years that were widened too. */
  readonly givenUp: Filters;
}

/**
 * Gives up what is missed least: the demands that together have the lowest price among all that leave a movie. Of
 * several at one price, those that leave the most movies. Where movies pass, or there are none, nothing is given up.
 *
 * One pass over the rows, however many demands.
 */
export function relax(filters: Filters, demands: readonly Demand[], rows: Iterable<number>): Relaxed {
  let lowest = Number.POSITIVE_INFINITY;
  const leaving = new Map<string, number>(); // places of unmet demands -> rows that leave just these unmet
  for (const row of rows) {
    const price = priceOf(demands, row, lowest);
    if (price > lowest) continue;
    if (price === 0) return { filters, givenUp: NO_FILTERS };
    if (price < lowest) leaving.clear();
    lowest = price;
    const unmet = demands.flatMap(({ isMetBy }, at) => (isMetBy(row) ? [] : [at])).join();
    leaving.set(unmet, (leaving.get(unmet) ?? 0) + 1);
  }
  const [most] = [...leaving].sort(([, a], [, b]) => b - a);
  if (!most) return { filters, givenUp: NO_FILTERS };
  const left = most[0].split(",").reduce((from, at) => demands[Number(at)]!.dropFrom(from), filters);
  return { filters: left, givenUp: difference(filters, left) };
}

/** What the demands that a movie does not meet cost; more than `enough` where they cost more than that. */
function priceOf(demands: readonly Demand[], row: number, enough: number): number {
  let price = 0;
  for (const demand of demands) {
    if (!demand.isMetBy(row)) price += demand.price;
    if (price > enough) break;
  }
  return price;
}

function difference(asked: Filters, left: Filters): Filters {
  const gone = <T>(before: readonly T[], after: readonly T[]) => before.filter((one) => !after.includes(one));
  const sameYears = asked.yearFrom === left.yearFrom && asked.yearTo === left.yearTo;
  const sameMinutes = asked.minutesFrom === left.minutesFrom && asked.minutesTo === left.minutesTo;
  return {
    genresIn: gone(asked.genresIn, left.genresIn),
    genresOut: gone(asked.genresOut, left.genresOut),
    yearFrom: sameYears ? 0 : asked.yearFrom,
    yearTo: sameYears ? 0 : asked.yearTo,
    yearsOut: gone(asked.yearsOut, left.yearsOut),
    traitsIn: gone(asked.traitsIn, left.traitsIn),
    traitsOut: gone(asked.traitsOut, left.traitsOut),
    standings: gone(asked.standings, left.standings),
    moviesOut: [],
    peopleIn: gone(asked.peopleIn, left.peopleIn),
    peopleOut: gone(asked.peopleOut, left.peopleOut),
    languages: gone(asked.languages, left.languages),
    countries: gone(asked.countries, left.countries),
    languagesOut: gone(asked.languagesOut, left.languagesOut),
    countriesOut: gone(asked.countriesOut, left.countriesOut),
    about: gone(asked.about, left.about),
    ideally: [],
    minutesFrom: sameMinutes ? 0 : asked.minutesFrom,
    minutesTo: sameMinutes ? 0 : asked.minutesTo,
    certificates: gone(asked.certificates, left.certificates),
    ...(asked.insisted && { insisted: gone(asked.insisted, left.insisted ?? []) }),
  };
}
