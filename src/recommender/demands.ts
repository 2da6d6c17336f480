/** Filters taken apart into single demands, each with the price of giving it up. */
import type { Model } from "../artifacts/model.ts";
import type { FactIndex } from "../catalog/fact-index.ts";
import { MIXED_GENRES } from "../catalog/genres.ts";
import { certificateDemands, forChildren } from "./certificate-demands.ts";
import type { Demand } from "./demand.ts";
import type { FilmSearch } from "./film-search.ts";
import type { Filters } from "./filters.ts";
import { hasGenre } from "./genre-profile.ts";
import { perModel } from "./per-model.ts";
import type { Reputation } from "./reputation.ts";
import { isAtHomeIn } from "./spoken-in.ts";
import type { ToldGenres } from "./told-genres.ts";
import { boundOf, HAS_TRAIT } from "./trait-bounds.ts";

/** From here on it has the trait somewhat: a film that one may take for want of a better. */
export const HAS_TRAIT_SOMEWHAT = 77;
/** Traits of degree: beside a film that is named, others have clearly more or less of them by so much. */
const OF_DEGREE: ReadonlySet<string> = new Set([
  "feel-good",
  "funny",
  "romantic",
  "tense",
  "scary",
  "dark",
  "sad",
  "thought-provoking",
  "exciting",
  "whimsical",
  "nostalgic",
  "relaxing",
  "violence",
]);
const CLEARLY = 40;
const FOR_CHILDREN = "kids";
/** A decade and its neighbouring half decades: people remember years about so well. */
const YEARS_WIDENED = 5;
/** And the whole neighbouring decades, from wherever in its own: rather those than any year at all. */
const YEARS_NEARBY = 15;

/**
 * What is missed when a demand is given up; a trait or years given up altogether cost both their prices. Only their
 * order and sums matter: reputation goes before all, a genre is missed more than a mood or years, a language or country
 * more than a genre, what the film is about more than these, and a person who was named more than anything; what was ruled out comes back only where nothing that was wanted is left to give up.
 */
const PRICE = {
  standing: 1,
  trait: 1,
  traitSomewhat: 3,
  /** Where children watch, a film is for them, whatever else it may lack. */
  forChildren: 200,
  years: 2,
  yearsWidened: 2.5,
  yearsNearby: 0.5,
  genre: 6,
  minutes: 4,
  minutesWidened: 3,
  /** "Under 90 minutes": who has no more time, or wants no less of a film, does not get some minutes more. */
  minutesLimit: 40,
  language: 8,
  /** "A Spanish film" is no French one in which some Spanish is spoken. */
  mainLanguage: 5,
  country: 8,
  person: 60,
  /** Only this or that: all else is ruled out. */
  insisted: 900,
  traitOut: 1_000,
  personOut: 1_200,
  yearsOut: 1_500,
  originOut: 1_700,
  genreOut: 2_000,
  /** Rather a horror film that is somewhat about a boat than any other film about one. */
  about: 4,
  aboutSomewhat: 10,
} as const;

/** From this share of the best fit on, a film that was found is about the words, and from this one on somewhat. */
const ABOUT_IT = 0.55;
const SOMEWHAT_ABOUT_IT = 0.15;

/**
 * The demands that filters make of the movies of a model, the dearest first; movies ruled out by id are none.
 *
 * @param near rows of movies that others are to be like: "like Heat, but funnier" asks for more fun than Heat has, and "less dark" for
 * less than it has
 * @param isTold films that are of a genre though they are not listed under it, which are gone with those that are where it is ruled out
 */
export function demandsOf(
  filters: Filters,
  model: Model,
  hasStanding: Reputation,
  facts: FactIndex,
  search: FilmSearch,
  near: readonly number[] = [],
  isTold: ToldGenres = () => () => false,
): Demand[] {
  const { movies, traits } = model;
  const levelOf = (trait: string): number | undefined => {
    const values = OF_DEGREE.has(trait) ? traits.get(trait) : undefined;
    return values && near.length > 0
      ? near.reduce((sum, row) => sum + values[row]! / near.length, 0)
      : undefined;
  };
  /** What a movie must have at least of a trait that is asked for, and less than of one that is not. */
  const least = (trait: string): number => {
    const level = levelOf(trait);
    return level === undefined
      ? boundOf(model, trait)
      : Math.min(HAS_TRAIT, Math.max(HAS_TRAIT_SOMEWHAT, level + CLEARLY));
  };
  const bound = (trait: string): number => Math.max(HAS_TRAIT, (levelOf(trait) ?? 0) - CLEARLY);
  const fits = (trait: string, least: number) => {
    const values = traits.get(trait);
    return (row: number) => values === undefined || values[row]! >= least;
  };
  const isAtHome = (row: number, language: string): boolean => isAtHomeIn(facts, row, language);
  const somewhat = filters.traitsSomewhat ?? [];
  const demands: Demand[] = [
    ...filters.genresIn.map((genre) => ({
      price: PRICE.genre,
      isMetBy: hasGenre(model, genre),
      dropFrom: (from: Filters) => ({ ...from, genresIn: others(from.genresIn, genre) }),
    })),
    ...filters.genresOut.map((genre) => {
      const isOf = (MIXED_GENRES[genre] ?? [genre]).map(
        (one) => [hasGenre(model, one), isTold(one)] as const,
      );
      return {
        price: PRICE.genreOut,
        isMetBy: (row: number) => !isOf.every(([isListed, isToldAs]) => isListed(row) || isToldAs(row)),
        dropFrom: (from: Filters) => ({ ...from, genresOut: others(from.genresOut, genre) }),
      };
    }),
    ...yearDemands(filters, yearsOf(model)),
    ...filters.yearsOut.map((range) => ({
      price: PRICE.yearsOut,
      isMetBy: (row: number) => !isWithin(range.from, range.to, movies[row]!.year ?? 0),
      dropFrom: (from: Filters) => ({ ...from, yearsOut: others(from.yearsOut, range) }),
    })),
    ...filters.traitsIn.map((trait) => ({
      price: trait === FOR_CHILDREN ? PRICE.forChildren : PRICE.traitSomewhat,
      isMetBy:
        trait === FOR_CHILDREN
          ? forChildren(fits(trait, HAS_TRAIT_SOMEWHAT), facts)
          : fits(trait, HAS_TRAIT_SOMEWHAT),
      dropFrom: (from: Filters) => ({
        ...from,
        traitsIn: others(from.traitsIn, trait),
        traitsSomewhat: others(from.traitsSomewhat ?? [], trait),
      }),
    })),
    ...others(filters.traitsIn, ...somewhat).map((trait) => ({
      price: PRICE.trait,
      isMetBy: fits(trait, least(trait)),
      dropFrom: (from: Filters) =>
        from.traitsIn.includes(trait)
          ? { ...from, traitsSomewhat: [...(from.traitsSomewhat ?? []), trait] }
          : from,
    })),
    ...filters.traitsOut.map((trait) => {
      const has = traits.get(trait);
      const most = bound(trait);
      return {
        price: PRICE.traitOut,
        isMetBy: (row: number) => has === undefined || has[row]! < most,
        dropFrom: (from: Filters) => ({ ...from, traitsOut: others(from.traitsOut, trait) }),
      };
    }),
    ...filters.peopleIn.map((person) => {
      const rows = facts.filmsBy(person)?.rows;
      return {
        price: PRICE.person,
        isMetBy: (row: number) => rows?.has(row) ?? false,
        dropFrom: (from: Filters) => ({ ...from, peopleIn: others(from.peopleIn, person) }),
      };
    }),
    ...filters.peopleOut.map((person) => {
      const rows = facts.filmsBy(person)?.rows;
      return {
        price: PRICE.personOut,
        isMetBy: (row: number) => !rows?.has(row),
        dropFrom: (from: Filters) => ({ ...from, peopleOut: others(from.peopleOut, person) }),
      };
    }),
    ...(filters.mayBeInPart
      ? []
      : oneOf(filters.languages, PRICE.mainLanguage, isAtHome, (from) => ({
          ...from,
          mayBeInPart: true,
        }))),
    ...oneOf(filters.languages, PRICE.language, facts.isIn, (from) => ({ ...from, languages: [] })),
    ...oneOf(filters.countries, PRICE.country, facts.isFrom, (from) => ({ ...from, countries: [] })),
    ...noneOf(filters.languagesOut, facts.knowsLanguages, facts.isIn, (from) => ({
      ...from,
      languagesOut: [],
    })),
    ...noneOf(filters.countriesOut, facts.knowsCountries, facts.isFrom, (from) => ({
      ...from,
      countriesOut: [],
    })),
    ...filters.about.flatMap((words) => {
      const found = search(words);
      const isAbout = (least: number) => (row: number) => (found.get(row) ?? 0) >= least;
      const within: Demand = {
        price: PRICE.aboutSomewhat,
        isMetBy: isAbout(SOMEWHAT_ABOUT_IT),
        dropFrom: (from: Filters) => ({
          ...from,
          about: others(from.about, words),
          aboutSomewhat: others(from.aboutSomewhat ?? [], words),
        }),
      };
      const whole: Demand = {
        price: PRICE.about,
        isMetBy: isAbout(ABOUT_IT),
        dropFrom: (from: Filters) =>
          from.about.includes(words)
            ? { ...from, aboutSomewhat: [...(from.aboutSomewhat ?? []), words] }
            : from,
      };
      return filters.aboutSomewhat?.includes(words) ? [within] : [within, whole];
    }),
    ...minuteDemands(filters, facts),
    ...certificateDemands(filters, model, facts),
    ...(filters.insisted ?? []).map((alternatives) => {
      const each = alternatives.map((one) => demandsOf(one, model, hasStanding, facts, search, [], isTold));
      return {
        price: PRICE.insisted,
        isMetBy: (row: number) => each.some((all) => all.every(({ isMetBy }) => isMetBy(row))),
        dropFrom: (from: Filters) => ({ ...from, insisted: others(from.insisted ?? [], alternatives) }),
      };
    }),
    ...filters.standings.map((standing) => ({
      price: PRICE.standing,
      isMetBy: (row: number) => hasStanding(row, standing),
      dropFrom: (from: Filters) => ({ ...from, standings: others(from.standings, standing) }),
    })),
  ];
  return demands.sort((a, b) => b.price - a.price);
}

/** [n] NaN where it is not known. */
const yearsOf = perModel(({ movies }: Model) => Float64Array.from(movies, ({ year = Number.NaN }) => year));

/** Bounds on years are widened, and widened again, before they are given up. */
function yearDemands({ yearFrom, yearTo }: Filters, years: Float64Array): Demand[] {
  if (isUnbound({ yearFrom, yearTo })) return [];
  const widenedBy = (years: number): Years => ({
    yearFrom: yearFrom === 0 ? 0 : yearFrom - years,
    yearTo: yearTo === 0 ? 0 : yearTo + years,
  });
  const [asked, widened, nearby] = [widenedBy(0), widenedBy(YEARS_WIDENED), widenedBy(YEARS_NEARBY)];
  const demand = (price: number, held: Years, instead: Years): Demand => ({
    price,
    isMetBy: (row) => isWithin(held.yearFrom, held.yearTo, years[row]),
    dropFrom: (filters) => (isWider(filters, instead) ? filters : { ...filters, ...instead }),
  });
  return [
    demand(PRICE.years, asked, widened),
    demand(PRICE.yearsWidened, widened, nearby),
    demand(PRICE.yearsNearby, nearby, { yearFrom: 0, yearTo: 0 }),
  ];
}

/** That a film has any name of any group. */
function oneOf(
  groups: readonly (readonly string[])[],
  price: number,
  has: (row: number, name: string) => boolean,
  dropFrom: Demand["dropFrom"],
): Demand[] {
  const names = groups.flat();
  return names.length === 0
    ? []
    : [{ price, isMetBy: (row) => names.some((name) => has(row, name)), dropFrom }];
}

/** That a film, as far as that is known of it, has no name of any group. */
function noneOf(
  groups: readonly (readonly string[])[],
  isKnown: (row: number) => boolean,
  has: (row: number, name: string) => boolean,
  dropFrom: Demand["dropFrom"],
): Demand[] {
  const names = groups.flat();
  return names.length === 0
    ? []
    : [
        {
          price: PRICE.originOut,
          isMetBy: (row) => isKnown(row) && !names.some((name) => has(row, name)),
          dropFrom,
        },
      ];
}

/** Bounds on the running time are widened by so much before they are given up: sources are minutes apart. */
const MINUTES_WIDENED = 10;

function minuteDemands({ minutesFrom, minutesTo }: Filters, facts: FactIndex): Demand[] {
  if (minutesFrom === 0 && minutesTo === 0) return [];
  const widened = {
    minutesFrom: minutesFrom === 0 ? 0 : Math.max(1, minutesFrom - MINUTES_WIDENED),
    minutesTo: minutesTo === 0 ? 0 : minutesTo + MINUTES_WIDENED,
  };
  return [
    {
      price: minutesFrom === 0 || minutesTo === 0 ? PRICE.minutesLimit : PRICE.minutes,
      isMetBy: (row) => isWithin(minutesFrom, minutesTo, facts.minutesOf(row)),
      dropFrom: (from) => (from.minutesFrom === 0 && from.minutesTo === 0 ? from : { ...from, ...widened }),
    },
    {
      price: PRICE.minutesWidened,
      isMetBy: (row) => isWithin(widened.minutesFrom, widened.minutesTo, facts.minutesOf(row)),
      dropFrom: (from) => ({ ...from, minutesFrom: 0, minutesTo: 0 }),
    },
  ];
}

type Years = Pick<Filters, "yearFrom" | "yearTo">;

/** Of bounds that were widened from the same ones. */
const isWider = (years: Years, than: Years): boolean =>
  isUnbound(years) || (!isUnbound(than) && (years.yearFrom < than.yearFrom || years.yearTo > than.yearTo));

const isUnbound = ({ yearFrom, yearTo }: Years): boolean => yearFrom === 0 && yearTo === 0;

const isWithin = (from: number, to: number, year: number | undefined): boolean =>
  year !== undefined && (from === 0 || year >= from) && (to === 0 || year <= to);

const others = <T>(all: readonly T[], ...gone: readonly T[]): T[] => all.filter((one) => !gone.includes(one));
