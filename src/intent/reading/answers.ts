/** Answers to what was asked last. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { findTitle } from "../../catalog/naming.ts";
import { wordsOf } from "../../catalog/normalise.ts";
import type { Act } from "../acts.ts";
import { agrees, declines } from "./agreeing.ts";
import type { Said } from "./said.ts";

/** What answers the open question; undefined where something else is said. */
export function readAnswer({ catalog, context, text, command }: Said): Act | undefined {
  const { question } = context;
  const likes = command?.kind === "answer" && command.verdict === "like";
  const dislikes = command?.kind === "answer" && command.verdict === "dislike";
  const isYes = command?.kind === "yes";
  const isNo = command?.kind === "no" || command?.kind === "none";
  switch (question?.kind) {
    case undefined:
      return undefined;
    case "takeIn":
      return isYes || likes || agrees(text) ? YES : isNo || dislikes || declines(text) ? NO : undefined;
    case "forget":
      return isYes ? YES : isNo ? NO : undefined;
    case "favourites":
      if (isYes || (likes && !question.aside)) return YES;
      return isNo || (dislikes && !question.aside) ? NO : undefined;
    case "who": {
      if (isNo) return NO;
      const name = pickName(question.names, text);
      return name === undefined ? undefined : { kind: "pickedPerson", name };
    }
    case "which": {
      if (isNo || (dislikes && question.isList)) return NO;
      if (question.isList && command?.kind === "answer" && command.verdict === "skip")
        return { kind: "next" };
      if (question.isList && likes) return YES;
      const [only, ...others] = question.movies;
      const isAlone = only !== undefined && others.length === 0;
      if (isAlone && declines(text)) return NO;
      const isOnly = isAlone && (isYes || likes || agrees(text));
      const movie = isOnly ? only : pick(catalog, question.movies, text);
      return movie ? { kind: "picked", movie: movie.id } : isYes ? YES : undefined;
    }
  }
}

const YES: Act = { kind: "answered", answer: "yes" };
const NO: Act = { kind: "answered", answer: "no" };

/** What a button says before the id of the movie it picks. */
const BUTTON_WORDS = /^(?:favourite|more like|like|dislike|seen|never|save|unsave|restore|show) (?=\S+$)/;

/** "The second one", "number 2", "the last": places in a list, the last one -1. */
const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const ORDINAL =
  /^(?:(?:i mean|it'?s|definitely|maybe|yes|yeah) ){0,2}(?:the )?(?:(last)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(\d)(?:st|nd|rd|th)|(?:number|no\.?|option) (\d{1,2}))(?: (?:one|movie|film|of (?:them|these|those)))?$/i;
/** "The 1995 one", "the one from 1995" */
const OF_YEAR =
  /^(?:(?:i mean|it'?s|yes|yeah) ){0,2}(?:the )?(?:(?:one |movie |film |version )?(?:from|of|made in) )?((?:18|19|20)\d\d)(?: (?:one|movie|film|version))?$/i;
/** "The newer one" */
const OF_AGE =
  /^(?:the )?(?:(new|newer|newest|latest|recent|more recent|most recent)|(?:old|older|oldest|original|earlier|earliest))(?: (?:one|movie|film|version))?$/i;

/** The place picked by its number or in words; -1 for the last; undefined where the text picks none. */
function placeIn(said: string): number | undefined {
  if (/^\d{1,2}$/.test(said)) return Number(said) - 1;
  const [isPlace, last, place, nth, number] = ORDINAL.exec(said) ?? [];
  if (isPlace === undefined) return undefined;
  return last ? -1 : place ? PLACES.indexOf(place.toLowerCase()) : Number(nth ?? number) - 1;
}

/** The person picked from a list by place, or by a part of the name that only one of them has: "Will", "the Wes one". */
function pickName(names: readonly string[], text: string): string | undefined {
  const said = text.trim().replace(/^#|[.)!]$/g, "");
  const place = placeIn(said);
  if (place !== undefined) return names.at(place);
  const words = wordsOf(said.replace(/^(?:i mean|the|it'?s) | one$/gi, ""));
  const fitting = names.filter((name) => words.every((word) => wordsOf(name).includes(word)));
  return words.length > 0 ? only(fitting) : undefined;
}

/**
 * The movie picked from a list by its number ("2", "the second one"), its year ("1995"), its age ("the newer one"), or its title
 * with the year; undefined where the text picks none.
 */
function pick(catalog: Catalog, movies: readonly Movie[], text: string): Movie | undefined {
  const said = text.trim().replace(/^#|[.)!]$/g, "");
  const place = placeIn(said);
  if (place !== undefined) return place < -1 ? undefined : movies.at(place);
  const year = OF_YEAR.exec(said)?.[1];
  if (year !== undefined) return only(movies.filter((movie) => movie.year === Number(year)));
  const age = OF_AGE.exec(said);
  if (age) {
    const byYear = [...movies].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
    const sought = byYear.at(age[1] === undefined ? 0 : -1);
    return only(movies.filter((movie) => movie.year === sought?.year));
  }
  const found = findTitle(catalog, said.replace(BUTTON_WORDS, ""));
  return found.kind === "one" && movies.includes(found.movie) ? found.movie : undefined;
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
