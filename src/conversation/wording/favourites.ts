/** What is said at the first meeting. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Action, Card } from "../card.ts";
import { FAVOURITES_WANTED } from "../dialogue.ts";
import { count, list } from "./format.ts";

const SKIP_FAVOURITES: Action = { label: "Skip", says: "done" };

export function welcome(): Card {
  return {
    title: { text: "Matinee" },
    lines: [
      "One movie at a time, and the next one is better.",
      `Name up to ${FAVOURITES_WANTED} movies you love, one per message or with commas between them, or say skip to start at once.`,
    ],
    actions: [SKIP_FAVOURITES],
  };
}

export function moreFavourites(added: readonly Movie[], named: number): Card {
  const noted = added.length > 0 ? `⭐ Noted: ${list(added.map(titleWithYear))}. ` : "";
  const left = FAVOURITES_WANTED - named;
  return {
    lines: [`${noted}${count(left, "more favourite")}? Or say skip, to start.`],
    actions: [SKIP_FAVOURITES],
  };
}

export function favouritesNoted(added: readonly Movie[]): string {
  return `⭐ Noted: ${list(added.map(titleWithYear))}.`;
}

/** Movies spoken of as loved, in passing. The buttons name them, so that they work whatever came in between. */
export function offerFavourites(movies: readonly Movie[]): Card {
  return {
    lines: [`Add ${list(movies.map(titleWithYear))} to your favourites? Say yes or no.`],
    actions: [
      { label: "Yes", says: `add favourites ${movies.map(({ id }) => id).join(" ")}` },
      { label: "No", says: "no favourites" },
    ],
  };
}

export const notFavourites = (): string => "Your favourites stay as they are.";

export const knownFavourites = (movies: readonly Movie[]): string =>
  `⭐ ${list(movies.map(titleWithYear))}: among your favourites already.`;

export const noFavouriteNow = (movie: Movie): string =>
  `${titleWithYear(movie)} is none of your favourites any more.`;

export const noFavourite = (movie: Movie): string => `${titleWithYear(movie)} was none of your favourites.`;
