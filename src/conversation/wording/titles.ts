/** What is said when people name movies. */
import type { NamedFilm } from "../../catalog/film-names.ts";
import type { Movie } from "../../catalog/movie.ts";
import { movieLinkIn } from "../../catalog/movie-link.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Action, Card } from "../card.ts";
import type { Purpose } from "../dialogue.ts";
import { cut, list, notice } from "./format.ts";
import { knownTo } from "./known-to.ts";

export const notInCatalogue = (): string => "That movie is not in my catalogue any more.";

export function whichOne(said: string, purpose: Purpose, movies: readonly Movie[]): Card {
  const [only, ...others] = movies;
  const question =
    only && others.length === 0
      ? [`By "${cut(said, 60)}", do you mean ${titleWithYear(only)}? Say yes or no.`]
      : [
          purpose === "show" ? "Which one?" : `Which "${cut(said, 60)}" do you mean?`,
          ...movies.map((movie, index) => `${index + 1}. ${titleWithYear(movie)}`),
          "Answer with a number or a year, or 0 for none of these.",
        ];
  return {
    lines: question,
    actions: [...choices(purpose, movies), { label: "None of these", says: "0" }],
  };
}

const choices = (purpose: Purpose, movies: readonly Movie[]): Action[] =>
  movies.map((movie) => ({
    label: titleWithYear(movie),
    says: `${SAID_FOR[purpose]} ${movie.id}`.trim(),
  }));

const SAID_FOR: Readonly<Record<Purpose, string>> = {
  favourite: "favourite",
  moreLike: "more like",
  similar: "more like",
  like: "like",
  dislike: "dislike",
  seen: "seen",
  never: "never",
  later: "save",
  offList: "unsave",
  remind: "remind me about",
  restore: "restore",
  show: "show",
  mention: "",
};

/** A link to a movie that the catalogue lacks. */
export const unknownLink = (): Card =>
  notice("I do not have the movie behind that link. Name another one, or say what you are in the mood for.");

interface Known {
  /** To what month films are known: "2023-07". */
  readonly completeTo: string | undefined;
  /** What comes nearest. */
  readonly nearest: readonly Movie[];
}

/** What is longer is no title that anybody could look up. */
const LONGEST_TITLE = 80;

/** A title that no movie here goes by may be a film's that is known elsewhere. */
export const soughtElsewhere = (said: string): Pick<Card, "elsewhere"> =>
  said.length <= LONGEST_TITLE ? { elsewhere: { film: { title: said }, adds: ["overview"] } } : {};

export function unknownTitle(said: string, purpose: Purpose, { completeTo, nearest }: Known): Card {
  if (movieLinkIn(said)) return unknownLink();
  const orElse = purpose === "favourite" ? " Or say what you are in the mood for." : "";
  const known = completeTo === undefined ? "" : ` ${knownTo(completeTo)}`;
  const what =
    nearest.length > 0
      ? `The nearest I have: ${list(nearest.map(titleWithYear))}.`
      : "Check the spelling, or add the year.";
  return {
    lines: [`I know no movie called "${cut(said, 60)}".${known} ${what}${orElse}`],
    actions: choices(purpose, nearest),
    ...soughtElsewhere(said),
  };
}

/** A film that cannot be suggested, and of that name what can. */
export function knownByName(film: NamedFilm, purpose: Purpose, namesakes: readonly Movie[]): Card {
  const [only] = namesakes;
  const lines = [
    `I know ${titleWithYear(film)} by name only, so I cannot suggest it or go by it.`,
    only ? `Of that name I have ${list(namesakes.map(titleWithYear))}.` : WHAT_TO_DO[purpose],
  ];
  return {
    lines,
    actions: choices(purpose, namesakes),
    elsewhere: { film: namedFilm(film), adds: ["overview"] },
  };
}

const namedFilm = ({ title, year }: NamedFilm) => ({ title, ...(year !== undefined && { year }) });

const WHAT_TO_DO: Readonly<Record<Purpose, string>> = {
  favourite: "Name another one you love, or say what you like about it.",
  moreLike: "Name a movie that is like it, or say what you like about it.",
  similar: "Name a movie that is like it, or say what you like about it.",
  like: "Name another one, or say what you like about it.",
  dislike: "It never comes up, so there is nothing to keep away.",
  seen: "It never comes up, so there is nothing to keep away.",
  never: "It never comes up, so there is nothing to keep away.",
  later: "I keep nothing by name only: write it down where you find it again.",
  offList: "It is not on your list.",
  remind: "Name another one, or say remind me of the one on the table.",
  restore: "It never comes up, so there is nothing to restore.",
  show: "Name another one, or say what you are in the mood for.",
  mention: "Name another one, or say what you are in the mood for.",
};

/** A message that is neither a command nor an answer, but does name a movie. */
export function titleWithoutVerb(movie: Movie): Card {
  return {
    lines: [
      `${titleWithYear(movie)}: what about it? Say more like, favourite, seen, save or never, and the title.`,
    ],
    actions: [
      { label: "More like it", says: `more like ${movie.id}` },
      { label: "A favourite of mine", says: `favourite ${movie.id}` },
      { label: "Seen it", says: `seen ${movie.id}` },
      { label: "Save for later", says: `save ${movie.id}` },
      { label: "Never show it", says: `never ${movie.id}` },
    ],
  };
}

export function restored(movie: Movie): string {
  return `${titleWithYear(movie)} can be suggested again; what you said of it is taken back.`;
}

export const notHidden = (movie: Movie): Card => notice(`${titleWithYear(movie)} is not hidden from you.`);
