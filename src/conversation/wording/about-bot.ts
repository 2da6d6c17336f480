/** What is said of whoever answers here. */
import type { BotTopic } from "../../intent/reading/questions/about-bot.ts";

const SAID: Readonly<Record<Exclude<BotTopic, "use">, readonly string[]>> = {
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

export const aboutBot = (what: Exclude<BotTopic, "use">): readonly string[] => SAID[what];
