/** Words that are no misspelling of others. */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import { wordsOf } from "../../catalog/normalise.ts";
import type { Words } from "../words.ts";
import { wordsIn } from "./phrases.ts";

/** Every phrase of every list. */
export function* phrasesIn(words: unknown): Generator<string> {
  if (typeof words === "string") yield words;
  else if (words && typeof words === "object")
    for (const part of Object.values(words)) yield* phrasesIn(part);
}

/** So many titles have words that nobody takes for misspelt ones. */
const FAMILIAR_TITLES = 5_000;

/** Words that are no misspelling: those of any list, and of well-known titles. */
export function commonWords(words: Omit<Words, "works">, catalog: Catalog): ReadonlySet<string> {
  const known = new Set([...phrasesIn(words)].flatMap(wordsIn));
  const familiar = [...catalog.movies].sort((a, b) => fameOf(b) - fameOf(a)).slice(0, FAMILIAR_TITLES);
  for (const { title } of familiar) for (const word of wordsOf(title)) known.add(word);
  return known;
}
