/**
 * The tags that films are described by, as words to be read: what a vocabulary lists for a tag is a theme, unless the
 * lists of words give it a meaning of its own, or it is too common to mean a theme by itself. A tag that a list has as a
 * word for a wider theme ("grief" for death) is a theme of its own, and so are the words for it ("submarines" for the ocean); one that
 * names a sort of a genre ("slasher") is both.
 */
import type { TagVocabulary } from "../catalog/film-words/tag-vocabulary.ts";
import { wordsIn } from "./rules/phrases.ts";
import { AUDIENCES, MOODS } from "./terms.ts";

/** A single word that is shorter has too many other uses. */
const SHORTEST_WORD = 5;

/** Occasions are asked for by who is watching, moods by lists of their own, romcoms and animation for adults by their genres. */
const NOT_THEMES = new Set<string>([
  ...MOODS,
  ...AUDIENCES,
  "date night",
  "family night",
  "romcom",
  "adult animation",
]);

/** What people mostly name to be spared it: all words for it hold, whatever else they are tags of. */
const CONTENT = new Set(["nudity", "violence"]);

type Phrases = Readonly<Partial<Record<string, readonly string[]>>>;

/** Of the lists of words, those that this goes by. */
interface Lists {
  readonly keywords: Phrases;
  readonly genres: Phrases;
  readonly moods: Phrases;
  readonly standings: Phrases;
  readonly audiences: { readonly watching: Phrases };
  readonly origins: {
    readonly languages: Phrases;
    readonly countries: Phrases;
    readonly regions: Phrases;
    readonly foreign: readonly string[];
  };
}

export function withTags<W extends Lists>(words: W, { tags }: TagVocabulary): W {
  const names = new Set([...tags.keys()].map(keyOf));
  const tagOf = new Map(
    [...tags.values()].flatMap(({ name, synonyms }) => synonyms.map((word) => [keyOf(word), name] as const)),
  );
  const isNarrower = (phrase: string, theme: string): boolean => {
    const key = keyOf(phrase);
    if (key === keyOf(theme)) return false;
    const tag = tagOf.get(key);
    return names.has(key) || (tag !== undefined && tag !== theme && tags.has(theme) && !CONTENT.has(theme));
  };
  const keywords = new Map(
    Object.entries(words.keywords).map(([theme, list = []]) => [
      theme,
      list.filter((phrase) => !isNarrower(phrase, theme)),
    ]),
  );
  const { genres: _, ...besideGenres } = words;
  const ofOtherMeaning = keysOf({
    ...besideGenres,
    works: [],
    asides: [],
    stories: [],
    posts: [],
    keywords: Object.fromEntries(keywords),
    genres: Object.keys(words.genres),
  });
  const taken = keysOf({
    ...words,
    works: [],
    asides: [],
    stories: [],
    posts: [],
    keywords: Object.fromEntries(keywords),
  });
  const { genres, moods, standings, audiences, origins } = words;
  const telling = keysOf([genres, moods, standings, audiences.watching, origins]);
  /** "japanese animation", "party movie": read word by word they say more. */
  const isMadeOfOthers = (phrase: string): boolean => {
    const parts = wordsIn(phrase);
    return (
      parts.length > 1 && parts.some((word) => telling.has(word)) && parts.every((word) => taken.has(word))
    );
  };
  for (const { name, synonyms } of tags.values()) {
    if (NOT_THEMES.has(name)) continue;
    const more = [name, ...synonyms].filter(
      (phrase) => isLong(phrase) && !ofOtherMeaning.has(keyOf(phrase)) && !isMadeOfOthers(phrase),
    );
    if (more.length > 0) keywords.set(name, [...(keywords.get(name) ?? []), ...more]);
  }
  return { ...words, keywords: Object.fromEntries(keywords) };
}

const isLong = (phrase: string): boolean => phrase.includes(" ") || phrase.length >= SHORTEST_WORD;

const keyOf = (phrase: string): string => wordsIn(phrase).join("");

const keysOf = (lists: unknown): ReadonlySet<string> => new Set([...phrasesIn(lists)].map(keyOf));

/** Every phrase of every list, however deep it lies. */
function* phrasesIn(lists: unknown): Generator<string> {
  if (typeof lists === "string") yield lists;
  else if (typeof lists === "object" && lists !== null)
    for (const list of Object.values(lists)) yield* phrasesIn(list);
}
