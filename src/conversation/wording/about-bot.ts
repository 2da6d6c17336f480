/** What is said of whoever answers here. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { BotTopic } from "../../intent/reading/questions/about-bot.ts";
import { count } from "./format.ts";
import { knownTo } from "./known-to.ts";

const SAID: Readonly<Record<Exclude<BotTopic, "use" | "knowledge">, readonly string[]>> = {
  itself: [
    "I am a bot: a program that suggests movies and learns from your answers. Movies are all I know about.",
    "Say help for what I understand.",
  ],
  sources: [
    "The stars are means of public ratings (MovieLens); people, years and lengths are from open sources such as Wikidata, and info names them for each movie.",
    "What a movie is like, such as scary, is an estimate by how people rated and tagged it: I can be wrong.",
  ],
  taste: [
    "I am a program and watch nothing, so I have no favourites of my own: I go by what others rated and by your answers.",
  ],
  languages: [
    "I answer in English, and read it best. The common words of Spanish, French, German, Portuguese, Italian, Japanese and Korean I understand as well.",
  ],
  choosing: [
    "I look for movies that fit your words, and put first what people of your taste rated well. Every like and dislike moves that; why tells what a suggestion rests on.",
  ],
  presence: ["I am here. What would you like to watch?"],
};

/** Beside having no opinion. */
export const ratedByOthers = (movie: Movie): string =>
  movie.ratingCount > 0
    ? `Others gave ${titleWithYear(movie)} ★ ${movie.meanStars.toFixed(1)} of 5, in ${count(movie.ratingCount, "rating")}.`
    : `Nobody has rated ${titleWithYear(movie)} yet.`;

export const aboutBot = (what: keyof typeof SAID): readonly string[] => SAID[what];

/** @param completeTo to what month films are known: "2023-07" */
export const knows = (films: number, completeTo: string | undefined): string =>
  [
    `I can suggest ${count(films, "movie")}.`,
    ...(completeTo === undefined ? [] : [knownTo(completeTo)]),
  ].join(" ");
