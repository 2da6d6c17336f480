/** The words that people write without meaning a title, told from the lists they ask with and from what is written here. */
import type { WordsOfFilm } from "../catalog/knowledge.ts";
import { lettersOf } from "../catalog/normalise.ts";
import type { Words } from "./words.ts";

/** In as many lines and phrases of films a word is one of the language, and not somebody's name. */
const FEWEST_FILMS = 3;

export interface WordsInUse {
  /** Small ones, and those of genres, moods and talk, of which no title is told in a sentence. */
  readonly plainWords: readonly string[];
  /** All others that are common. */
  readonly ordinaryWords: readonly string[];
}

export function wordsInUse(words: Words, films: Iterable<WordsOfFilm>): WordsInUse {
  const { people: _people, titles: _titles, keywords, origins, subjects, ...talk } = words;
  const plain = new Set([...phrasesIn(talk)].filter((phrase) => !phrase.includes(" ")).flatMap(lettersOf));
  const listed = [...phrasesIn({ ...talk, keywords, origins, subjects })].flatMap(lettersOf);
  const used = new Map<string, number>();
  for (const { line, phrases } of films)
    for (const word of new Set([line, ...phrases].flatMap(lettersOf)))
      used.set(word, (used.get(word) ?? 0) + 1);
  const common = [...used].flatMap(([word, count]) => (count >= FEWEST_FILMS ? [word] : []));
  return {
    plainWords: [...plain].sort(),
    ordinaryWords: [...new Set([...listed, ...common])].filter((word) => !plain.has(word)).sort(),
  };
}

/** All phrases of lists of any depth, and the keys that name them. */
function* phrasesIn(lists: unknown): Generator<string> {
  if (typeof lists === "string") yield lists;
  else if (Array.isArray(lists)) for (const list of lists) yield* phrasesIn(list);
  else if (lists && typeof lists === "object")
    for (const list of Object.values(lists)) yield* phrasesIn(list);
}
