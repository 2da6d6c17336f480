/** The parts of a wish, each with words for it, and what is left when it is taken away. */
import { type Certificate, certificatesUpTo, strictestOf } from "../catalog/certificates.ts";
import { roleIn } from "../catalog/person.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import type { Droppable } from "../intent/terms.ts";
import { MOODS } from "../intent/terms.ts";
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import type { Relaxed } from "../recommender/relax.ts";
import { AUDIENCE_TRAITS } from "./traits.ts";
import { NO_WISH, type Wish } from "./wish.ts";
import { creditedTo } from "./wording/credits.ts";
import type { World } from "./world.ts";

export interface Part {
  /** "Comedy", "1990-1999", "not War" */
  readonly label: string;
  readonly of: Droppable | "list" | "certificates";
  readonly without: Wish;
}

/** In the order in which they are read out: what it should be, then what it should not. */
export function partsOf({ catalog }: World, wish: Wish): Part[] {
  const { filters } = wish;
  const { genresIn, genresOut, yearFrom, yearTo, yearsOut, traitsIn, traitsOut, standings, moviesOut } =
    filters;
  const hasYears = yearFrom > 0 || yearTo > 0;
  const withFilters = (change: Partial<Wish["filters"]>): Wish => ({
    ...wish,
    filters: { ...filters, ...change },
  });
  const titled = (id: string) => {
    const movie = catalog.byId(id);
    return movie ? titleWithYear(movie) : "a movie";
  };
  return [
    ...(wish.isOfList
      ? [{ label: "from your list", of: "list", without: { ...wish, isOfList: false } } as const]
      : []),
    ...wish.near.map((id): Part => {
      const near = wish.near.filter((other) => other !== id);
      return { label: `near ${titled(id)}`, of: "similarTo", without: { ...wish, near } };
    }),
    ...genresIn.map((genre): Part => {
      return { label: genre, of: "genres", without: withFilters({ genresIn: others(genresIn, genre) }) };
    }),
    ...(hasYears
      ? [
          {
            label: yearsLabel(yearFrom, yearTo),
            of: "years",
            without: withFilters({ yearFrom: 0, yearTo: 0 }),
          } as const,
        ]
      : []),
    ...traitsIn.map((trait): Part => {
      return { label: trait, of: kindOf(trait), without: withFilters({ traitsIn: others(traitsIn, trait) }) };
    }),
    ...standings.map((standing): Part => {
      const without = withFilters({ standings: others(standings, standing) });
      return { label: standing, of: "standings", without };
    }),
    ...(wish.obviousness
      ? [
          {
            label: obviousnessLabel(wish.obviousness),
            of: "standings",
            without: { ...wish, obviousness: 0 },
          } as const,
        ]
      : []),
    ...(wish.surprise
      ? [{ label: "a surprise", of: "standings", without: { ...wish, surprise: false } } as const]
      : []),
    ...filters.peopleIn.map((person): Part => {
      const without = withFilters({ peopleIn: others(filters.peopleIn, person) });
      return { label: catalog.wholeSeries(person) ? person : creditedTo(person), of: "people", without };
    }),
    ...filters.languages.map((group): Part => {
      const without = withFilters({ languages: others(filters.languages, group) });
      return { label: `in ${group[0]}`, of: "languages", without };
    }),
    ...filters.countries.map((group): Part => {
      const without = withFilters({ countries: others(filters.countries, group) });
      return { label: `from ${group[0]}`, of: "languages", without };
    }),
    ...filters.about.map((words): Part => {
      const without = withFilters({ about: others(filters.about, words) });
      return { label: `about ${words}`, of: "keywords", without };
    }),
    ...filters.ideally.map((words): Part => {
      const without = withFilters({ ideally: others(filters.ideally, words) });
      return { label: `ideally ${words}`, of: "keywords", without };
    }),
    ...(filters.minutesFrom > 0 || filters.minutesTo > 0
      ? [
          {
            label: minutesLabel(filters.minutesFrom, filters.minutesTo),
            of: "runtime",
            without: withFilters({ minutesFrom: 0, minutesTo: 0 }),
          } as const,
        ]
      : []),
    ...(filters.certificates.length > 0
      ? [
          {
            label: certificatesLabel(filters.certificates),
            of: "certificates",
            without: withFilters({ certificates: [] }),
          } as const,
        ]
      : []),
    ...genresOut.map((genre): Part => {
      const without = withFilters({ genresOut: others(genresOut, genre) });
      return { label: `not ${genre}`, of: "genres", without };
    }),
    ...yearsOut.map((range): Part => {
      const without = withFilters({ yearsOut: others(yearsOut, range) });
      return { label: `not ${yearsLabel(range.from, range.to)}`, of: "years", without };
    }),
    ...traitsOut.map((trait): Part => {
      const without = withFilters({ traitsOut: others(traitsOut, trait) });
      return { label: `not ${trait}`, of: kindOf(trait), without };
    }),
    ...filters.languagesOut.map((group): Part => {
      const without = withFilters({ languagesOut: others(filters.languagesOut, group) });
      return { label: `not in ${group[0]}`, of: "languages", without };
    }),
    ...filters.countriesOut.map((group): Part => {
      const without = withFilters({ countriesOut: others(filters.countriesOut, group) });
      return { label: `not from ${group[0]}`, of: "languages", without };
    }),
    ...filters.peopleOut.map((person): Part => {
      const without = withFilters({ peopleOut: others(filters.peopleOut, person) });
      const isOfRole = roleIn(person).role !== undefined;
      return { label: `not ${isOfRole ? creditedTo(person) : person}`, of: "people", without };
    }),
    ...moviesOut.map((id): Part => {
      const without = withFilters({ moviesOut: others(moviesOut, id) });
      return { label: `not ${titled(id)}`, of: "similarTo", without };
    }),
  ];
}

/** What was given up so that a movie is left, in words. */
export interface Relaxation {
  /** Labels of what is not held to. */
  readonly leftOut: readonly string[];
  /** Labels of the years asked for, and of those held to instead. */
  readonly widened?: { readonly from: string; readonly to: string };
  /** The same of running times. */
  readonly minutes?: { readonly from: string; readonly to: string };
  /** Traits that a movie need have only in part. */
  readonly somewhat: readonly string[];
  /** Label of the certificates asked for, where none is left that is known to have one of them. */
  readonly unrated?: string;
}

/** What was given up of the filters asked for, in words: years may have been widened, traits be wanted less. */
export function relaxationOf(world: World, { filters, givenUp }: Relaxed): Relaxation {
  const { yearFrom, yearTo, traitsSomewhat = [] } = filters;
  const isWidened = givenUp.yearFrom + givenUp.yearTo > 0 && yearFrom + yearTo > 0;
  const isLonger = givenUp.minutesFrom + givenUp.minutesTo > 0 && filters.minutesFrom + filters.minutesTo > 0;
  const leftOut = {
    ...givenUp,
    ...(isWidened && { yearFrom: 0, yearTo: 0 }),
    ...(isLonger && { minutesFrom: 0, minutesTo: 0 }),
  };
  return {
    leftOut: [
      ...partsOf(world, { ...NO_WISH, filters: leftOut }).map(({ label }) => label),
      ...(givenUp.insisted ?? []).map((alternatives) => onlyLabel(world, alternatives)),
    ],
    ...(isLonger && {
      minutes: {
        from: minutesLabel(givenUp.minutesFrom, givenUp.minutesTo),
        to: minutesLabel(filters.minutesFrom, filters.minutesTo),
      },
    }),
    ...(isWidened && {
      widened: { from: yearsLabel(givenUp.yearFrom, givenUp.yearTo), to: yearsLabel(yearFrom, yearTo) },
    }),
    somewhat: traitsSomewhat,
    ...(filters.mayBeUnrated && { unrated: certificatesLabel(filters.certificates) }),
  };
}

/** "only Comedy or Western" */
export const onlyLabel = (world: World, alternatives: readonly Partial<Filters>[]): string =>
  `only ${alternatives
    .map((one) => partsOf(world, { ...NO_WISH, filters: { ...NO_FILTERS, ...one } }))
    .map((parts) => parts.map(({ label }) => label).join(", "))
    .join(" or ")}`;

/** "less obvious", "far more obvious" */
export const obviousnessLabel = (steps: number): string =>
  `${Math.abs(steps) > 1 ? "far " : ""}${steps < 0 ? "less" : "more"} obvious`;

/** "1990-1999", "1995", "since 1990", "up to 1989" */
export function yearsLabel(from: number, to: number): string {
  if (from === to) return String(from);
  if (to === 0) return `since ${from}`;
  return from === 0 ? `up to ${to}` : `${from}-${to}`;
}

/** "90-120 min", "at least 150 min", "up to 120 min" */
function minutesLabel(from: number, to: number): string {
  if (to === 0) return `at least ${from} min`;
  return from === 0 ? `up to ${to} min` : `${from}-${to} min`;
}

/** "rated R", "rated PG or PG-13", "rated PG-13 at most" */
function certificatesLabel(certificates: readonly Certificate[]): string {
  const most = strictestOf(certificates)!;
  const isUpTo = certificates.length > 1 && certificatesUpTo(most).length === certificates.length;
  return `rated ${isUpTo ? `${most} at most` : certificates.join(" or ")}`;
}

/**
 * The parts that words name: by a label ("drop 1990-1999"), by words of one ("drop the scary stuff"), or by what
 * they are ("drop the years").
 */
export function named(parts: readonly Part[], said: string): Part[] {
  const text = said.trim().toLowerCase();
  const exact = parts.filter(({ label }) => spoken(label).toLowerCase() === text);
  if (exact.length > 0) return exact;
  const words = new Set(wordsIn(text));
  const category = CATEGORY_WORDS.find(([, names]) => names.some((name) => words.has(name)))?.[0];
  if (category === "everything") return [...parts];
  if (category) return parts.filter(({ of }) => of === category);
  const singular = new Set([...words].map(inSingular));
  return parts.filter(({ label }) =>
    wordsIn(essence(label)).every((word) => word === "the" || singular.has(inSingular(word))),
  );
}

/** The words by which a button names a part: what fits into a button's id on every platform. */
export const spoken = (label: string): string => (label.length > 60 ? `${label.slice(0, 59)}…` : label);

/** By which words may name a part. */
export const called = ({ label }: Part): string => essence(label);

/** "near Heat (1995)" is called Heat, "not War" war, and "Rocky films" Rocky. */
const essence = (label: string): string =>
  label
    .replace(/^(?:near|not(?: in| from)?|with|in|from|about|ideally) /, "")
    .replace(/ (?:\(\d{4}\)|films)$/, "");

/** The wish without several of its parts. */
export function without(world: World, wish: Wish, dropped: readonly Part[]): Wish {
  const labels = new Set(dropped.map(({ label }) => label));
  const next = partsOf(world, wish).find(({ label }) => labels.has(label));
  return next
    ? without(
        world,
        next.without,
        dropped.filter(({ label }) => label !== next.label),
      )
    : wish;
}

const CATEGORY_WORDS: readonly (readonly [Part["of"], readonly string[]])[] = [
  ["list", ["list", "watchlist"]],
  ["everything", ["everything", "all", "filter", "filters"]],
  ["genres", ["genre", "genres"]],
  ["years", ["year", "years", "decade", "decades", "dates"]],
  ["moods", ["mood", "moods"]],
  ["audience", ["occasion", "audience", "company"]],
  ["certificates", ["certificate", "certificates", "rating"]],
  ["keywords", ["theme", "themes", "topic", "topics"]],
  ["standings", ["popularity", "acclaim"]],
  ["people", ["people", "person", "actor", "actors", "actress", "director", "cast"]],
  ["languages", ["language", "languages", "country", "countries"]],
  ["runtime", ["length", "runtime", "minutes", "duration"]],
  ["similarTo", ["similar", "similarity", "likeness", "title", "titles"]],
];

const kindOf = (trait: string): Droppable =>
  MOODS.some((mood) => mood === trait) ? "moods" : AUDIENCE_TRAITS.has(trait) ? "audience" : "keywords";

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** "Superheroes" are of superhero, "comedies" of comedy. */
const inSingular = (word: string): string =>
  word
    .replace(/ies$/, "y")
    .replace(/(?<=o|x|ch|sh|ss)es$/, "")
    .replace(/(?<=[^su])s$/, "");

const others = <T>(all: readonly T[], one: T): T[] => all.filter((other) => other !== one);
