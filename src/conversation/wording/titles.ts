/** What is said when people name movies. */
import type { Movie } from "../../catalog/movie.ts";
import { movieLinkIn } from "../../catalog/movie-link.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Card } from "../card.ts";
import type { Purpose } from "../dialogue.ts";
import { cut, notice } from "./format.ts";

export const notInCatalogue = (): string => "That movie is not in my catalogue any more.";

export function whichOne(said: string, purpose: Purpose, movies: readonly Movie[]): Card {
  const [only, ...others] = movies;
  const question =
    only && others.length === 0
      ? [`By "${cut(said, 60)}", do you mean ${titleWithYear(only)}? Say yes or no.`]
      : [
          `Which "${cut(said, 60)}" do you mean?`,
          ...movies.map((movie, index) => `${index + 1}. ${titleWithYear(movie)}`),
          "Answer with a number or a year, or 0 for none of these.",
        ];
  return {
    lines: question,
    actions: [
      ...movies.map((movie) => ({
        label: titleWithYear(movie),
        says: `${SAID_FOR[purpose]} ${movie.id}`.trim(),
      })),
      { label: "None of these", says: "0" },
    ],
  };
}

const SAID_FOR: Readonly<Record<Purpose, string>> = {
  favourite: "favourite",
  moreLike: "more like",
  similar: "more like",
  seen: "seen",
  never: "never",
  restore: "restore",
  mention: "",
};

/** A link to a movie that the catalogue lacks. */
export const unknownLink = (): Card =>
  notice("I do not have the movie behind that link. Name another one, or say what you are in the mood for.");

export function unknownTitle(said: string, purpose: Purpose): Card {
  if (movieLinkIn(said)) return unknownLink();
  const orElse = purpose === "favourite" ? " Or say what you are in the mood for." : "";
  return notice(`I know no movie called "${cut(said, 60)}". Check the spelling, or add the year.${orElse}`);
}

/** A message that is neither a command nor an answer, but does name a movie. */
export function titleWithoutVerb(movie: Movie): Card {
  return {
    lines: [
      `${titleWithYear(movie)}: what about it? Say more like, favourite, seen or never, and the title.`,
    ],
    actions: [
      { label: "More like it", says: `more like ${movie.id}` },
      { label: "A favourite of mine", says: `favourite ${movie.id}` },
      { label: "Seen it", says: `seen ${movie.id}` },
      { label: "Never show it", says: `never ${movie.id}` },
    ],
  };
}

export function restored(movie: Movie): string {
  return `${titleWithYear(movie)} can be suggested again; what you said of it is taken back.`;
}

export const notHidden = (movie: Movie): Card => notice(`${titleWithYear(movie)} is not hidden from you.`);
