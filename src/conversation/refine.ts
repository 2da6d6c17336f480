/** How a request changes the one before it, and how it stands to the movie on the table. */
import type { Movie } from "../catalog/movie.ts";
import { LAST_YEAR, type MovieRequest } from "../intent/request.ts";
import type { Droppable, Shift } from "../intent/terms.ts";
import { moreObvious } from "../recommender/obviousness.ts";
import { toned } from "../recommender/tone.ts";
import { AUDIENCE_TRAITS } from "./traits.ts";
import type { Wish } from "./wish.ts";
import { type Part, partsOf, without } from "./wish-parts.ts";
import type { World } from "./world.ts";

/** "More modern", then "no, older": where fewer years are left between a bound and its opposite, the first is taken back. */
const FEWEST_YEARS = 5;
/** What is shorter by less is not felt to be. */
const CLEARLY_MINUTES = 10;
/** Who finds a film too long wants half of what it goes on for beyond a usual one: two hours and a half are no less of a wait than three. */
const OF_A_LONG_ONE = 0.5;
const USUAL_MINUTES = 100;

/**
 * Whether a request speaks of the one before it: it says so ("but funnier"), or it names no kind of film by
 * itself ("from the 90s", "nothing with war") and so narrows what was asked for.
 */
export function refines(asked: MovieRequest): boolean {
  if (asked.refinement === "adjust" || asked.drops.length > 0) return true;
  const { genresIn, moodsIn, keywordsIn, similarTo, peopleIn, languages, countries, about, audience } = asked;
  const kinds = [genresIn, moodsIn, keywordsIn, similarTo, peopleIn, languages, countries, about];
  return kinds.every((list) => list.length === 0) && audience === "any";
}

/** The wish before, less what was dropped, with what was added; where the two contradict, the later word counts. */
export function merged(world: World, before: Wish, added: Wish, drops: MovieRequest["drops"]): Wish {
  const isReplaced = added.filters.genresIn.length + added.filters.traitsIn.length > 0;
  const stays = ({ label }: Part) => isReplaced && label.startsWith("not "); // of another kind, and still not that
  const gone = partsOf(world, before).filter(
    (part) =>
      drops.some((drop) => drop === "everything" || drop === part.of || isForWhom(drop, part)) &&
      !stays(part),
  );
  const { filters: kept, near, loved, isOfList, obviousness, surprise } = without(world, before, gone);
  const more = added.filters;
  const hasYears = more.yearFrom > 0 || more.yearTo > 0;
  const inForce = hasYears ? more : kept;
  const ruledOut = more.yearsOut.some((range) => covers(range, kept));
  const [yearFrom, yearTo] = !hasYears && ruledOut ? [0, 0] : [inForce.yearFrom, inForce.yearTo];
  const hasAudience = more.traitsIn.some((trait) => AUDIENCE_TRAITS.has(trait));
  // who watches with children does so too where others are spoken of besides: "some parents are strict"
  const isForKids = hasAudience && kept.traitsIn.includes("kids");
  const traitsBefore = kept.traitsIn.filter((trait) => !(hasAudience && AUDIENCE_TRAITS.has(trait)));
  const traitsMore = isForKids
    ? ["kids", ...more.traitsIn.filter((trait) => !AUDIENCE_TRAITS.has(trait))]
    : more.traitsIn;
  return {
    filters: {
      genresIn: less(union(kept.genresIn, more.genresIn), more.genresOut),
      genresOut: less(union(kept.genresOut, more.genresOut), more.genresIn),
      yearFrom,
      yearTo,
      yearsOut: [...kept.yearsOut.filter((range) => !(hasYears && overlaps(range, more))), ...more.yearsOut],
      traitsIn: less(union(traitsBefore, traitsMore), more.traitsOut),
      traitsOut: less(union(kept.traitsOut, more.traitsOut), more.traitsIn),
      standings: more.standings.length > 0 ? more.standings : kept.standings,
      moviesOut: less(union(kept.moviesOut, more.moviesOut), added.near),
      peopleIn: less(union(kept.peopleIn, more.peopleIn), more.peopleOut),
      peopleOut: less(union(kept.peopleOut, more.peopleOut), more.peopleIn),
      languages: more.languages.length > 0 ? more.languages : kept.languages,
      countries: more.countries.length > 0 ? more.countries : kept.countries,
      languagesOut: less(union(kept.languagesOut, more.languagesOut), more.languages),
      countriesOut: less(union(kept.countriesOut, more.countriesOut), more.countries),
      about: union(kept.about, more.about),
      ideally: union(kept.ideally, more.ideally),
      ...minutesOf(more.minutesFrom + more.minutesTo > 0 ? more : kept),
      certificates: more.certificates.length > 0 ? more.certificates : kept.certificates,
    },
    near: less(added.near.length > 0 ? added.near : near, more.moviesOut),
    loved: added.near.length > 0 ? added.loved : loved,
    isOfList: isOfList || added.isOfList,
    ...(obviousness && { obviousness }),
    ...(surprise && { surprise }),
  };
}

/** Against the movie on the table, or one that is named: "older", "like Heat but darker". A movie of unknown length is neither shorter nor longer. */
export function shifted(world: World, wish: Wish, shifts: readonly Shift[], from: Movie | undefined): Wish {
  return shifts.reduce((so, shift) => shiftedOnce(world, so, shift, from), wish);
}

function shiftedOnce(world: World, wish: Wish, shift: Shift, from: Movie | undefined): Wish {
  const { filters } = wish;
  switch (shift) {
    case "older": {
      if (from?.year === undefined) return wish;
      const yearTo = Math.min(from.year - 1, filters.yearTo || LAST_YEAR);
      const isTurned = filters.yearTo === 0 && yearTo - filters.yearFrom < FEWEST_YEARS;
      const yearFrom = isTurned ? 0 : atMost(filters.yearFrom, yearTo);
      return { ...wish, filters: { ...filters, yearFrom, yearTo } };
    }
    case "newer": {
      if (from?.year === undefined) return wish;
      const yearFrom = from.year + 1;
      const isTurned = filters.yearFrom === 0 && filters.yearTo - yearFrom < FEWEST_YEARS;
      const yearTo = isTurned ? 0 : atLeast(filters.yearTo, yearFrom);
      return { ...wish, filters: { ...filters, yearFrom, yearTo } };
    }
    case "lighter":
    case "darker": {
      const { model, rowOf } = world.recommender;
      const row = from && rowOf(from.id);
      return { ...wish, filters: toned(filters, shift, model.traits, row) };
    }
    case "less obvious":
      return { ...wish, obviousness: moreObvious(wish.obviousness, -1) };
    case "more obvious":
      return { ...wish, obviousness: moreObvious(wish.obviousness, 1) };
    case "as obvious as ever":
      return { ...wish, obviousness: 0 };
    case "surprising":
      return { ...wish, surprise: true };
    case "shorter": {
      const minutes = from && world.catalog.factsOf(from.id)?.runtimeMinutes?.value;
      if (!minutes) return wish;
      const less = Math.max(CLEARLY_MINUTES, OF_A_LONG_ONE * (minutes - USUAL_MINUTES));
      return { ...wish, filters: { ...filters, minutesFrom: 0, minutesTo: Math.round(minutes - less) } };
    }
    case "longer": {
      const minutes = from && world.catalog.factsOf(from.id)?.runtimeMinutes?.value;
      if (!minutes) return wish;
      return { ...wish, filters: { ...filters, minutesFrom: minutes + CLEARLY_MINUTES, minutesTo: 0 } };
    }
  }
}

const minutesOf = ({ minutesFrom, minutesTo }: Wish["filters"]) => ({ minutesFrom, minutesTo });

/** Who no longer watches with the young may see any film. */
const isForWhom = (drop: Droppable, { of }: Part): boolean => drop === "audience" && of === "certificates";

type Years = { readonly yearFrom: number; readonly yearTo: number };
type Range = { readonly from: number; readonly to: number };

/** No year within the bounds is outside the range. */
const covers = ({ from, to }: Range, { yearFrom, yearTo }: Years): boolean =>
  yearFrom > 0 && yearTo > 0 && from <= yearFrom && to >= yearTo;

const overlaps = ({ from, to }: Range, { yearFrom, yearTo }: Years): boolean =>
  (yearTo === 0 || from <= yearTo) && to >= yearFrom;

/** A bound that another has passed no longer holds. */
const atMost = (yearFrom: number, yearTo: number): number => (yearFrom > yearTo ? 0 : yearFrom);
const atLeast = (yearTo: number, yearFrom: number): number => (yearTo < yearFrom ? 0 : yearTo);

const union = <T>(some: readonly T[], more: readonly T[]): T[] => [...new Set([...some, ...more])];
const less = <T>(some: readonly T[], out: readonly T[]): T[] => some.filter((one) => !out.includes(one));
