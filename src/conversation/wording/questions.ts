/** What is said about a movie when somebody asks. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Card } from "../card.ts";
import type { Topic } from "../questions.ts";
import { capital, count, degree, list } from "./format.ts";
import { factsOf, linked } from "./suggestions.ts";

/** A movie, and how well it fits what was asked, from 0 to 1. */
export interface TraitFit {
  readonly trait: string;
  readonly fit: number;
}

/** Honest about what is not known, then all that is. */
export function answerAbout(movie: Movie, topic: Topic | undefined): Card {
  const seeImdb = movie.imdbId === undefined ? "" : " IMDb does.";
  return {
    title: linked(movie),
    lines: [sentence(movie, topic, seeImdb)],
    fields: factsOf(movie),
  };
}

function sentence(movie: Movie, topic: Topic | undefined, seeImdb: string): string {
  const { year, genres, meanStars, ratingCount } = movie;
  switch (topic) {
    case "plot":
      return `I do not know what happens in it, only what kind of movie it is.${seeImdb}`;
    case "ending":
      return `I do not know how it ends, and would not give it away.${seeImdb}`;
    case "people":
      return `I do not know who made it or is in it.${seeImdb}`;
    case "runtime":
      return `I do not know how long it is.${seeImdb}`;
    case "language":
      return `I do not know its languages.${seeImdb}`;
    case "where":
      return `I do not know where it can be watched.${seeImdb}`;
    case "year":
      return year === undefined ? `I do not know when it came out.${seeImdb}` : `It is from ${year}.`;
    case "rating":
      return ratingCount > 0
        ? `People gave it ★ ${meanStars.toFixed(1)} of 5, in ${count(ratingCount, "rating")}.`
        : "Nobody has rated it yet.";
    case "genres":
      return genres.length > 0 ? `${list(genres)}.` : "I do not know its genres.";
    case undefined:
      return `That I do not know. This is what I know of it.${seeImdb ? " IMDb knows more." : ""}`;
  }
}

/** "Is it scary?" */
export function traitsOf(movie: Movie, traits: readonly TraitFit[]): Card {
  return {
    title: linked(movie),
    lines: traits.map(
      ({ trait, fit }) => `${capital(trait)}: ${degree(fit)}, by how people rated and tagged movies like it.`,
    ),
    fields: factsOf(movie),
  };
}

/** Of words that are about no movie that is known. */
export const moviesOnly = (): string =>
  'Movies are all I know about. Say what you are in the mood for, such as "a comedy from the 90s", or say help.';

/** Of a remark that may be praise or not. */
export function howWasIt(movie: Movie): Card {
  return {
    lines: [`Is that a yes or a no to ${titleWithYear(movie)}?`],
    actions: [
      { label: "👍 I like it", says: "like" },
      { label: "👎 Not for me", says: "dislike" },
      { label: "👁️ Seen it", says: "seen it" },
    ],
  };
}
