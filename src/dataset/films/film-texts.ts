/** What is known of a film in words, put together for the index that films are searched by. */
import type { FilmTexts, TextField } from "../../catalog/about/build-search-index.ts";
import type { WordsOfFilm } from "../../catalog/knowledge.ts";
import type { Movie } from "../../catalog/movie.ts";

/** What is at hand of one film. */
export interface FilmSources {
  readonly movie: Movie;
  readonly words?: WordsOfFilm;
  /** What people who rated it tagged it with, each as often as it was said. */
  readonly ratersTags?: readonly string[];
  /** How its page begins. */
  readonly extract?: string;
  /** Who made it and is in it: found by their names, and by no other word. */
  readonly people: readonly string[];
}

/** Our own words are about the film alone; a page is also about prizes and money. */
const WEIGHTS = {
  title: 0.5,
  alternativeTitle: 0.25,
  ratersTag: 1.5,
  story: 1,
  production: 0.2,
};
const OWN_TAG = 3;

export function filmTexts(film: FilmSources): FilmTexts {
  const { movie, words, ratersTags = [], extract = "", people } = film;
  return {
    id: movie.id,
    fields: [
      { text: movie.title, weight: WEIGHTS.title },
      ...movie.alternativeTitles.map((text) => ({ text, weight: WEIGHTS.alternativeTitle })),
      ...ratersTags.map((text) => ({ text, weight: WEIGHTS.ratersTag })),
      ...sentencesOf(without(people, extract)),
    ],
    tags: (words?.tags ?? []).map((tag) => ({ tag, weight: OWN_TAG })),
    phrases: words ? [...words.phrases, words.line] : [],
  };
}

/** Sentences of who made, showed, paid and judged a film. */
const OF_PRODUCTION =
  /\b(?:directed|written|screenplay|produced|producers?|starr?(?:s|ing)|stars?|cast|released?|premiered?|distribut\w+|box office|gross\w*|budget|critic\w*|reviews?|rotten tomatoes|metacritic|nominat\w+|awards?|oscars?|festival|filming|filmed|shot|soundtrack|score|sequels?|remake|home video|dvd)\b/i;

function sentencesOf(text: string): TextField[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).map((sentence) => ({
    text: sentence,
    weight: OF_PRODUCTION.test(sentence) ? WEIGHTS.production : WEIGHTS.story,
  }));
}

const without = (names: readonly string[], text: string): string =>
  names.reduce((left, name) => left.replaceAll(name, " "), text);
