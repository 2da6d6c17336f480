/** What is said about a movie when somebody asks. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Topic } from "../../intent/reading/questions/topics.ts";
import type { Card } from "../card.ts";
import { creditIn } from "./credits.ts";
import { duration, factsOf, oscarsIn } from "./facts.ts";
import { capital, count, cut, degree, list } from "./format.ts";
import { linked } from "./suggestions.ts";

/** How well a movie fits what was asked: what is written of it, or an estimate from 0 to 1. */
export interface TraitFit {
  readonly trait: string;
  readonly fit: number | "written";
}

/** Honest about what is not known, then all that is. */
export function answerAbout(catalog: Catalog, movie: Movie, topic: Topic | undefined): Card {
  const seeImdb = movie.imdbId === undefined ? "" : " IMDb does.";
  const line = known(catalog, movie, topic);
  const adds = TOLD_ELSEWHERE[topic ?? "everything"];
  return {
    title: linked(movie),
    lines: [line ?? unknown(topic, seeImdb)],
    fields: factsOf(catalog, movie),
    ...(adds && {
      elsewhere: { film: { movie: movie.id }, adds: [adds], ...(line === undefined && { instead: true }) },
    }),
  };
}

/** What a service elsewhere may know of it. */
const TOLD_ELSEWHERE: Partial<Record<Topic | "everything", "overview" | "watch">> = {
  plot: "overview",
  everything: "overview",
  where: "watch",
};

/** What the facts say of it; undefined where they do not. */
function known(catalog: Catalog, movie: Movie, topic: Topic | undefined): string | undefined {
  const { year, genres, meanStars, ratingCount } = movie;
  const facts = catalog.factsOf(movie.id) ?? {};
  switch (topic) {
    case "plot":
      return catalog.wordsOf(movie.id)?.line;
    case "director":
    case "composer":
    case "cinematographer":
      return creditIn(facts, topic);
    case "author":
      return creditIn(facts, topic) ?? basisOf(catalog, movie);
    case "role":
      return facts.cast && `Who plays whom I do not know, only who is in it: ${list(facts.cast.value)}.`;
    case "basis":
      return basisOf(catalog, movie);
    case "cast":
      return creditIn(facts, "actor");
    case "people": {
      const told = [known(catalog, movie, "director"), known(catalog, movie, "cast")].flatMap(
        (line) => line ?? [],
      );
      return told.length > 0 ? told.join(" ") : undefined;
    }
    case "runtime":
      return facts.runtimeMinutes && `About ${duration(facts.runtimeMinutes.value)}.`;
    case "writer": {
      const told = [creditIn(facts, "writer"), creditIn(facts, "author")].filter(
        (line) => line !== undefined,
      );
      if (told.length > 0) return told.join(" ");
      const directed = facts.directors && list(facts.directors.value);
      return directed && `Who wrote it I do not know, only who directed it: ${directed}.`;
    }
    case "life":
      return nothingOfLives();
    case "certificate":
      return facts.certificate && `It is rated ${facts.certificate.value} in the United States.`;
    case "language":
      return facts.languages && `It is in ${list(facts.languages.value)}.`;
    case "country":
      return facts.countries && `It is from ${list(facts.countries.value.map(withArticle))}.`;
    case "oscars":
      return facts.oscars && `Oscars: ${oscarsIn(facts.oscars.value)}. Of other prizes I know nothing.`;
    case "year":
      return year === undefined ? undefined : `It is from ${year}.`;
    case "rating":
      return ratingCount > 0
        ? `People gave it ★ ${meanStars.toFixed(1)} of 5, in ${count(ratingCount, "rating")}.`
        : "Nobody has rated it yet.";
    case "genres":
      return genres.length > 0 ? `${list(genres)}.` : undefined;
    default:
      return undefined;
  }
}

/** "It is based on a book." */
function basisOf(catalog: Catalog, movie: Movie): string | undefined {
  const words = catalog.wordsOf(movie.id);
  const { authors } = catalog.factsOf(movie.id) ?? {};
  const of = authors ? `, by ${list(authors.value)}` : "";
  const bases = words?.tags.filter((tag) => tag.startsWith(BASED)) ?? [];
  if (bases.length > 0) return `It is based on ${list(bases.map((tag) => tag.slice(BASED.length)))}${of}.`;
  if (authors) return `It is based on work by ${list(authors.value)}.`;
  return words && "Not that I know.";
}
const BASED = "based on ";

/** "the United Kingdom" */
const withArticle = (country: string): string =>
  /^(?:United|Netherlands|Philippines|Soviet|(?:Czech|Dominican|Democratic) Republic)/.test(country)
    ? `the ${country}`
    : country;

function unknown(topic: Topic | undefined, seeImdb: string): string {
  switch (topic) {
    case "plot":
      return `I do not know what happens in it, only what kind of movie it is.${seeImdb}`;
    case "ending":
      return `I do not know how it ends, and would not give it away.${seeImdb}`;
    case "director":
      return `I do not know who directed it.${seeImdb}`;
    case "writer":
      return `I do not know who wrote it.${seeImdb}`;
    case "composer":
      return `I do not know who composed its music.${seeImdb}`;
    case "cinematographer":
      return `I do not know who shot it.${seeImdb}`;
    case "basis":
    case "author":
      return `I do not know what it is based on.${seeImdb}`;
    case "cast":
    case "role":
      return `I do not know who is in it.${seeImdb}`;
    case "people":
      return `I do not know who made it or is in it.${seeImdb}`;
    case "runtime":
      return `I do not know how long it is.${seeImdb}`;
    case "certificate":
      return "I do not know its certificate: ask me whether it is for children, or how violent it is.";
    case "language":
      return `I do not know its languages.${seeImdb}`;
    case "country":
      return `I do not know where it is from.${seeImdb}`;
    case "oscars":
      return `I know of no Oscar and no nomination, and nothing of other prizes.${seeImdb}`;
    case "where":
      return `I do not know where it can be watched.${seeImdb}`;
    case "year":
      return `I do not know when it came out.${seeImdb}`;
    case "genres":
      return "I do not know its genres.";
    default:
      return `That I do not know. This is what I know of it.${seeImdb ? " IMDb knows more." : ""}`;
  }
}

export const nothingOfLives = (): string =>
  "Of people I know what they made and are in, and nothing of their lives.";

/** "Is there a dragon in it?" */
export function answerWhetherInIt(movie: Movie, what: string): Card {
  const seeImdb = movie.imdbId === undefined ? "" : " IMDb may.";
  return { title: linked(movie), lines: [`Whether it has that (${cut(what, 40)}) I do not know.${seeImdb}`] };
}

/** "Is it scary?" */
export function traitsOf(catalog: Catalog, movie: Movie, traits: readonly TraitFit[]): Card {
  return {
    title: linked(movie),
    lines: traits.map(({ trait, fit }) =>
      fit === "written"
        ? `${capital(trait)}: yes.`
        : fit === 0
          ? `${capital(trait)}: not that I know.`
          : `${capital(trait)}: ${degree(fit)}, by how people rated and tagged movies like it.`,
    ),
    fields: factsOf(catalog, movie),
  };
}

/** Of a "yes" that answers no question. */
export function whatYes(movie: Movie): Card {
  return {
    lines: [
      `Yes, you like ${titleWithYear(movie)}, or yes, you will watch it? Say y if you like it, seen if you have seen it.`,
    ],
    actions: [
      { label: "👍 I like it", says: "like" },
      { label: "👁️ Seen it", says: "seen" },
    ],
  };
}

/** Of "the second one", where none were listed. */
export const noList = (): string =>
  'I have no list to count in just now, so I do not know which one that is. Say its title, or "give me 5" for a list.';

/** Of a remark that may be praise or not. */
export function howWasIt(movie: Movie): Card {
  return {
    lines: [`Is that a yes or a no to ${titleWithYear(movie)}?`],
    actions: [
      { label: "👍 I like it", says: "like" },
      { label: "👎 Not for me", says: "dislike" },
      { label: "👁️ Seen it", says: "seen" },
    ],
  };
}
