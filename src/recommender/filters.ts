import type { Certificate } from "../catalog/certificates.ts";
import type { MovieId } from "../catalog/movie.ts";

/** How a movie is thought of at large; data/policy.yaml says where the lines are drawn. */
export type Standing = "acclaimed" | "hidden gem" | "popular";

/** Years of release, both inclusive. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** What a movie must be to be suggested, as far as the model knows its movies. */
export interface Filters {
  /** All of these, as the data set spells them: "Sci-Fi". */
  readonly genresIn: readonly string[];
  /** None of these. */
  readonly genresOut: readonly string[];
  /** Year of release, inclusive; 0 is no bound. A movie of unknown year passes no bound. */
  readonly yearFrom: number;
  /** As yearFrom. */
  readonly yearTo: number;
  /** In none of these. A movie of unknown year is in none. */
  readonly yearsOut: readonly YearRange[];
  /** All of these, by the names of `Model.traits`: it rather has the trait than not. A name that the model has no trait of holds back no movie. */
  readonly traitsIn: readonly string[];
  /** None of these. */
  readonly traitsOut: readonly string[];
  /** Those of traitsIn that it need have only somewhat. */
  readonly traitsSomewhat?: readonly string[];
  /** All of these. */
  readonly standings: readonly Standing[];
  /** None of these. */
  readonly moviesOut: readonly MovieId[];
  /** All of these people in it or behind it, or series that it stands in, by the names that the index of facts gives. */
  readonly peopleIn: readonly string[];
  /** None of these. */
  readonly peopleOut: readonly string[];
  /** Any of all these, by English names; those of one group are one language to people: [["Chinese", "Mandarin"]]. */
  readonly languages: readonly (readonly string[])[];
  /** As languages: from one of these before all others, where there are some. */
  readonly countries: readonly (readonly string[])[];
  /** None of these. A movie of which they are not known does not pass. */
  readonly languagesOut: readonly (readonly string[])[];
  readonly countriesOut: readonly (readonly string[])[];
  /** Words for what it is about, searched for text by text: any of what is found well, the best first. */
  readonly about: readonly string[];
  /** Those of about that it need be about only somewhat. */
  readonly aboutSomewhat?: readonly string[];
  /** The same, or names of traits, but films that are not about them, or have them not, will do. */
  readonly ideally: readonly string[];
  /** Running time in minutes, inclusive; 0 is no bound. A movie of unknown length passes no bound. */
  readonly minutesFrom: number;
  readonly minutesTo: number;
  /** Any of these; none is no bound. Of a movie whose certificate is not known, what it has in it tells whether it may pass. */
  readonly certificates: readonly Certificate[];
  /** Movies in which the languages are spoken beside another will do. */
  readonly mayBeInPart?: boolean;
  /** Movies whose certificate is not known will do. */
  readonly mayBeUnrated?: boolean;
  /** Of each of these, all of one at least: what somebody insists on. */
  readonly insisted?: readonly (readonly Filters[])[];
}

/** What every movie passes. */
export const NO_FILTERS: Filters = {
  genresIn: [],
  genresOut: [],
  yearFrom: 0,
  yearTo: 0,
  yearsOut: [],
  traitsIn: [],
  traitsOut: [],
  standings: [],
  moviesOut: [],
  peopleIn: [],
  peopleOut: [],
  languages: [],
  countries: [],
  languagesOut: [],
  countriesOut: [],
  about: [],
  ideally: [],
  minutesFrom: 0,
  minutesTo: 0,
  certificates: [],
};

export const isUnfiltered = (filters: Filters): boolean =>
  Object.values(filters).every((value) => (typeof value === "object" ? value.length === 0 : !value));
