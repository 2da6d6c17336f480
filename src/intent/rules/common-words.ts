/** Words that are no misspelling of others. */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import { wordsOf } from "../../catalog/normalise.ts";

/** Every phrase of every list. */
export function* phrasesIn(words: unknown): Generator<string> {
  if (typeof words === "string") yield words;
  else if (words && typeof words === "object")
    for (const part of Object.values(words)) yield* phrasesIn(part);
}

/** So many titles have words that nobody takes for misspelt ones. */
const FAMILIAR_TITLES = 5_000;

/** Words that are no misspelling, whatever lists know them: those of well-known titles. */
export function familiarWords(catalog: Catalog): ReadonlySet<string> {
  const familiar = [...catalog.movies].sort((a, b) => fameOf(b) - fameOf(a)).slice(0, FAMILIAR_TITLES);
  return new Set(familiar.flatMap(({ title }) => wordsOf(title)));
}
