/** What is known of a film in words, put together for the index that films are searched by. */
import type { FilmTexts, TextField } from "../../catalog/about/build-search-index.ts";
import { placeOfTag, type WordsOfFilm } from "../../catalog/knowledge.ts";
import type { Movie } from "../../catalog/movie.ts";

/** What is at hand of one film. */
export interface FilmSources {
  readonly movie: Movie;
  readonly words?: WordsOfFilm;
  /** What it tells from beginning to end, as it is written here. */
  readonly story?: string;
  /** What people who rated it tagged it with, each as often as it was said. */
  readonly ratersTags?: readonly string[];
  /** How its page begins. */
  readonly extract?: string;
  /** Who made it and is in it: found by their names, and by no other word. */
  readonly people?: readonly string[];
}

/** Our own words are about the film alone; a page is also about prizes and money. */
const WEIGHTS = {
  title: 0.5,
  alternativeTitle: 0.25,
  own: 1.5,
  told: 1,
  ratersTag: 1.5,
  story: 1,
  production: 0.2,
};
/** The first of our tags, which are in the order of what they tell, and what is left of it at each place behind. */
const OWN_TAG = 6;
const KEPT = 0.8;

/** Our phrases and then the line come first of the sentences, in their order. */
export function filmTexts({
  movie,
  words,
  story = "",
  ratersTags = [],
  extract = "",
  people = [],
}: FilmSources): FilmTexts {
  const own = words ? [...words.phrases, words.line] : [];
  return {
    id: movie.id,
    fields: [
      ...own.map((text): TextField => ({ text, weight: WEIGHTS.own, isSentence: true })),
      ...splitInSentences(story).map((text): TextField => ({ text, weight: WEIGHTS.told, isSentence: true })),
      { text: movie.title, weight: WEIGHTS.title },
      ...movie.alternativeTitles.map((text) => ({ text, weight: WEIGHTS.alternativeTitle })),
      ...ratersTags.map((text) => ({ text, weight: WEIGHTS.ratersTag })),
      ...sentencesOf(without(people, extract)),
    ],
    tags: (words?.tags ?? []).map((tag, place) => ({
      tag,
      weight: OWN_TAG * KEPT ** placeOfTag(words!, place),
    })),
  };
}

/** What a page tells of a film's story, without the names of those who made it and are in it. */
export const storyOf = (extract: string, people: readonly string[]): string =>
  sentencesOf(without(people, extract))
    .filter(({ isSentence }) => isSentence)
    .map(({ text }) => text)
    .join("\n");

/** Sentences of who made, showed, paid and judged a film. */
const OF_PRODUCTION =
  /\b(?:directed|written|screenplay|produced|producers?|starr?(?:s|ing)|stars?|cast|released?|premiered?|distribut\w+|box office|gross\w*|budget|critic\w*|reviews?|rotten tomatoes|metacritic|nominat\w+|awards?|oscars?|festival|filming|filmed|shot|soundtrack|score|sequels?|remake|home video|dvd)\b/i;
/** What begins to tell the story, even in such a sentence. */
const OF_STORY =
  /\b(?:follow(?:s|ing)?|about|tells?|story (?:of|is)|cent(?:er|re)(?:s|d)|focus(?:es)?|revolves?|concerns?|depicts?|who|whose|when|where|as an?|portray(?:s|ing)|chronicl\w+|set (?:in|on|at|during)|plot)\b/i;

function sentencesOf(text: string): TextField[] {
  return splitInSentences(text).map((sentence) =>
    OF_PRODUCTION.test(sentence) && !OF_STORY.test(sentence)
      ? { text: sentence, weight: WEIGHTS.production }
      : { text: sentence, weight: WEIGHTS.story, isSentence: true },
  );
}

const splitInSentences = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => sentence.trim() !== "");

const without = (names: readonly string[], text: string): string =>
  names.reduce((left, name) => left.replaceAll(name, " "), text);
