/** The words that people write without meaning a title, told from the lists they ask with and from what is written here. */
import type { WordsOfFilm } from "../catalog/knowledge.ts";
import { lettersOf } from "../catalog/normalise.ts";
import type { Words } from "./words.ts";

/** In as many lines and phrases of films a word is one of the language, and not somebody's name. */
const FEWEST_FILMS = 3;

export interface WordsInUse {
  /** Of which no title is told in a sentence. */
  readonly smallWords: readonly string[];
  /** The same, and phrases, of what somebody is in the mood for: "horror", "true crime". */
  readonly wishWords: readonly string[];
  /** All others that are common. */
  readonly ordinaryWords: readonly string[];
}

export function wordsInUse(words: Words, films: Iterable<WordsOfFilm>): WordsInUse {
  const {
    people: _people,
    titles: _titles,
    works: _works,
    stories: _stories,
    posts: _posts,
    keywords,
    origins,
    subjects,
    ...others
  } = words;
  const { genres, moods, standings, audiences, media, ...talk } = others;
  const wishes = singleWords({ genres, moods, standings, audiences, media });
  const small = singleWords(talk);
  const listed = [...phrasesIn({ ...others, keywords, origins, subjects })].flatMap(lettersOf);
  const used = new Map<string, number>();
  for (const { line, phrases } of films)
    for (const word of new Set([line, ...phrases].flatMap(lettersOf)))
      used.set(word, (used.get(word) ?? 0) + 1);
  const common = [...used].flatMap(([word, count]) => (count >= FEWEST_FILMS ? [word] : []));
  const isPlain = (word: string) => wishes.has(word) || small.has(word);
  return {
    smallWords: [...small].filter((word) => !wishes.has(word)).sort(),
    wishWords: [...new Set([...wishes, ...phrasesOfWishes({ genres, moods, audiences, keywords })])].sort(),
    ordinaryWords: [...new Set([...listed, ...common])].filter((word) => !isPlain(word)).sort(),
  };
}

const phrasesOfWishes = (lists: unknown): string[] =>
  [...phrasesIn(lists)].filter((phrase) => phrase.includes(" "));

const singleWords = (lists: unknown): ReadonlySet<string> =>
  new Set([...phrasesIn(lists)].filter((phrase) => !phrase.includes(" ")).flatMap(lettersOf));

/** All phrases of lists of any depth, and the keys that name them. */
function* phrasesIn(lists: unknown): Generator<string> {
  if (typeof lists === "string") yield lists;
  else if (Array.isArray(lists)) for (const list of lists) yield* phrasesIn(list);
  else if (lists && typeof lists === "object")
    for (const list of Object.values(lists)) yield* phrasesIn(list);
}
