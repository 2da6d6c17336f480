import type { Genre } from "../../catalog/genres.ts";
import type { Audience, Mood, Shift, Standing } from "../terms.ts";
import type { Words } from "../words.ts";
import { createPhrases, entriesOf, type Phrases, saidOfOthers, wordSet, wordsIn } from "./phrases.ts";

/** What a word or phrase stands for. */
export type Meaning =
  | { readonly field: "genres"; readonly value: Genre }
  | { readonly field: "moods"; readonly value: Mood; readonly out?: boolean; readonly compares?: boolean }
  | { readonly field: "standings"; readonly value: Standing }
  | { readonly field: "audience"; readonly value: Audience; readonly isCompany?: boolean }
  | { readonly field: "languages"; readonly value: string; readonly out?: boolean }
  | { readonly field: "countries" | "tones"; readonly value: string }
  | { readonly field: "keywords"; readonly value: string; readonly out?: boolean; readonly isPlace?: true }
  | { readonly field: "shifts"; readonly value: Shift };

export type Vocabulary = Phrases<Meaning>;

/** Adjectives of one word are compared by their ending: "funnier". */
const SHORTEST_COMPARED = 3;
const LONGEST_COMPARED = 8;
/** Hardly ever "more strange". */
const SOMEBODY_UNKNOWN = "stranger";

/** Every phrase of the lists that fills a field. A phrase may fill several: "romcom", "whodunit". */
export function createVocabulary(words: Words): Vocabulary {
  const entries: [string, Meaning][] = [];
  const listed = new Set([...entriesOf(words.genres), ...entriesOf(words.moods)].map(([phrase]) => phrase));
  for (const [phrase, key] of entriesOf(words.genres)) {
    for (const value of key.split(" + ")) entries.push([phrase, { field: "genres", value: value as Genre }]);
  }
  for (const [phrase, key] of entriesOf(words.moods)) {
    const out = key.startsWith("not ");
    const value = key.replace(/^not /, "") as Mood;
    const meaning = { field: "moods" as const, value, ...(out && { out }) };
    for (const said of saidOfOthers(phrase)) entries.push([said, meaning]);
    for (const compared of comparativesOf(phrase)) {
      if (!listed.has(compared) && compared !== SOMEBODY_UNKNOWN)
        entries.push([compared, { ...meaning, compares: true }]);
    }
    for (const greatest of superlativesOf(phrase)) entries.push([greatest, meaning]);
  }
  for (const [phrase, key] of entriesOf(words.keywords)) {
    const out = key.startsWith("not ");
    entries.push([phrase, { field: "keywords", value: key.replace(/^not /, ""), ...(out && { out }) }]);
  }
  const company = wordSet(words.asides.company);
  const occasion = wordSet(words.asides.occasion);
  for (const [phrase, value] of entriesOf(words.audiences.watching)) {
    const said = wordsIn(phrase);
    const isCompany = said.some((word) => company.has(word)) && !said.some((word) => occasion.has(word));
    entries.push([phrase, { field: "audience", value: value as Audience, ...(isCompany && { isCompany }) }]);
  }
  const shifting = new Set([...entriesOf(words.refinement.shifts)].map(([phrase]) => phrase));
  const fields = [
    ["standings", words.standings],
    ["languages", words.origins.languages],
    ["countries", words.origins.countries],
    ["countries", words.origins.regions],
    ["tones", words.tones],
    ["shifts", words.refinement.shifts],
  ] as const;
  for (const [field, lists] of fields) {
    for (const [phrase, value] of entriesOf(lists)) entries.push([phrase, { field, value } as Meaning]);
  }
  // What is foreign is in another language than the one it is asked for in.
  for (const phrase of words.origins.foreign)
    entries.push([phrase, { field: "languages", value: "en", out: true }]);
  return createPhrases(entries.filter(([phrase, { field }]) => field !== "moods" || !shifting.has(phrase)));
}

function comparativesOf(phrase: string): string[] {
  if (!/^[a-z]+$/.test(phrase) || phrase.length < SHORTEST_COMPARED || phrase.length > LONGEST_COMPARED)
    return [];
  return [`${stemOf(phrase)}er`];
}

function superlativesOf(phrase: string): string[] {
  return comparativesOf(phrase).map((compared) => compared.replace(/er$/, "est"));
}

/** "funny" -> funni, "sad" -> sadd, "cute" -> cut, "dark" -> dark. */
function stemOf(word: string): string {
  if (word.endsWith("y")) return `${word.slice(0, -1)}i`;
  if (word.endsWith("e")) return word.slice(0, -1);
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(word) ? word + word.at(-1) : word;
}
