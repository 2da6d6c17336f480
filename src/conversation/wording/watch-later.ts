/** What is said about the list of what to watch later. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Card } from "../card.ts";
import type { Part } from "../wish-parts.ts";
import type { World } from "../world.ts";
import { count, list, more } from "./format.ts";
import { dropActions, reading } from "./requests.ts";

export const ON_YOUR_LIST = "🔖 On your list for later.";
export const OFF_YOUR_LIST = "It is off your list.";

export const savedForLater = (movies: readonly Movie[]): string =>
  `🔖 Saved for later: ${list(movies.map(titleWithYear))}.`;

export const listedBefore = (movies: readonly Movie[]): string =>
  `On your list already: ${list(movies.map(titleWithYear))}.`;

export const takenOff = (movies: readonly Movie[]): string =>
  `Off your list: ${list(movies.map(titleWithYear))}.`;

export const isListed = (movie: Movie): string => `${titleWithYear(movie)} is on your list.`;

export const notListed = (movie: Movie): string => `${titleWithYear(movie)} is not on your list.`;

const HOW_TO_SAVE = "Press 🔖 on a suggestion, or say save and a title, such as save Heat for later.";

export const emptyList = (): Card => ({ lines: [`Your list is empty. ${HOW_TO_SAVE}`], private: true });

/** More posters side by side are too small to tell what they are. */
const MOST_PICTURED = 6;

export const picturedAll = (movies: readonly Movie[]): string =>
  movies
    .slice(0, MOST_PICTURED)
    .map(({ id }) => id)
    .join(" ");

interface Listed {
  /** Of tonight's wish, which what comes first fits. */
  readonly parts: readonly Part[];
  readonly total: number;
}

/** @param movies of the list, best first */
export function watchLater({ catalog }: World, movies: readonly Movie[], { parts, total }: Listed): Card {
  const lines = movies.map((movie, at) => {
    const line = catalog.wordsOf(movie.id)?.line;
    return [`${at + 1}. ${titleWithYear(movie)}`, ...(line === undefined ? [] : [line])].join(". ");
  });
  const wanted = parts.filter(({ of }) => of !== "list");
  return {
    title: {
      text: `Your list for later: ${count(total, "film")}${total > 1 ? ", the best for you first" : ""}`,
    },
    lines: [
      ...(wanted.length > 0 && total > 1 ? [`What fits tonight comes first: ${reading(wanted)}.`] : []),
      ...lines,
      `${movies.length > 1 ? "Say a number for more about one" : "Say one from my list to watch it"}, or take one off: remove ${movies[0]!.title} from my list.`,
    ],
    ...more(total - movies.length),
    actions: [
      ...movies.map((movie, at) => ({
        label: `${at + 1}. ${titleWithYear(movie)}`,
        says: `show ${movie.id}`,
      })),
      { label: "One for tonight", says: "something from my list" },
    ],
    pictured: picturedAll(movies),
    private: true,
  };
}

/** Nothing of the list is left for a wish. */
export const listIsThrough = (parts: readonly Part[], isEmpty: boolean): Card =>
  isEmpty
    ? { ...emptyList(), actions: dropActions(parts) }
    : {
        reading: reading(parts),
        lines: ["That was all of your list. Say anything goes for something new, or my list to see it."],
        actions: dropActions(parts),
      };
