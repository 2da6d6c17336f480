/** What is held against a film, however well it fits what is asked for: that nobody has rated it, or that it is of another sort than is mostly meant. */
import type { Model } from "../artifacts/model.ts";
import type { FactIndex } from "../catalog/fact-index.ts";
import { type Filters, isUnfiltered } from "./filters.ts";
import { hasGenre } from "./genre-profile.ts";
import type { Policy } from "./policy.ts";
import { HAS_TRAIT } from "./trait-bounds.ts";

/** Who asks for films of no earlier than so many years ago asks for new ones. */
const NEW_YEARS = 5;
const DOCUMENTARY = "Documentary";
/** A tag of the vocabulary: told in many parts on television, and no film to most people. */
const SERIES = "television series";
/** And a comedian's evening on a stage, to whoever asks for a comedy. */
const STAND_UP = "stand-up comedy";
/** In minutes: what is shorter is a short film (Academy of Motion Picture Arts and Sciences, rule nineteen), and who asks for one has no more than so long. */
const FEATURE_FROM = 40;
const WANTS_SHORT = 60;

/** From here on, of 255, a film is all about a subject; of one of which so large a share of these are documentaries, they are meant as well. */
const ALL_ABOUT = 230;
const MOSTLY = 0.4;

export interface Asking {
  /** Now, in milliseconds since 1970; 0 where it is not known. */
  readonly atMs: number;
  /** The films are to be like others: of which sort follows from these. */
  readonly isLikened: boolean;
}

/** What is taken off the score of the film in a row. */
export type Reservations = (filters: Filters, asking: Asking) => (row: number) => number;

export function createReservations(
  model: Model,
  { minutesOf }: Pick<FactIndex, "minutesOf">,
  { ranking }: Policy,
): Reservations {
  const { movies, traits } = model;
  const isDocumentary = hasGenre(model, DOCUMENTARY);
  const isOfDocumentaries = (trait: string): boolean => {
    const fits = traits.get(trait);
    let [about, documentaries] = [0, 0];
    for (let row = 0; fits && row < fits.length; row++)
      if (fits[row]! >= ALL_ABOUT) {
        about++;
        if (isDocumentary(row)) documentaries++;
      }
    return documentaries > MOSTLY * about;
  };
  return (filters, { atMs, isLikened }) => {
    const isAsked = !isUnfiltered(filters);
    const thisYear = atMs === 0 ? Number.POSITIVE_INFINITY : new Date(atMs).getUTCFullYear();
    const wantsNew = filters.yearFrom >= thisYear - NEW_YEARS;
    const wantsAnySort = !isAsked || isLikened;
    const mayDocument =
      wantsAnySort ||
      filters.genresIn.includes(DOCUMENTARY) ||
      filters.traitsIn.some((trait) => isOfDocumentaries(trait));
    const unlessAsked = (trait: string) => (filters.traitsIn.includes(trait) ? undefined : traits.get(trait));
    const series = unlessAsked(SERIES);
    const standUp = wantsAnySort ? undefined : unlessAsked(STAND_UP);
    const mayBeShort = wantsAnySort || (filters.minutesTo > 0 && filters.minutesTo <= WANTS_SHORT);
    return (row) => {
      const { year = 0, ratingCount } = movies[row]!;
      let held = 0;
      // whoever asks for films of these years wants those that nobody can have rated yet
      if (ratingCount === 0 && !wantsNew) {
        if (isAsked) held += ranking.unrated;
        if (year >= thisYear) held += ranking.brand_new;
      }
      if (!mayDocument && isDocumentary(row)) held += ranking.unasked_documentary;
      if (series && series[row]! >= HAS_TRAIT) held += ranking.unasked_series;
      if (standUp && standUp[row]! >= HAS_TRAIT) held += ranking.unasked_stand_up;
      if (!mayBeShort && (minutesOf(row) ?? FEATURE_FROM) < FEATURE_FROM) held += ranking.unasked_short;
      return held;
    };
  };
}
