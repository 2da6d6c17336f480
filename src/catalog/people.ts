/** The people who directed films or are in them, found by their names as somebody types them. */
import { wordsOf } from "./normalise.ts";
import { createVocabulary } from "./vocabulary.ts";

export interface PeopleIndex {
  /**
   * The person, or the family, whom a name means: the full name, a last or a first name that hardly anybody else known has,
   * with typing errors. Undefined where nobody is known by it, or several are about as well known.
   */
  find(name: string): Person | undefined;
}

export interface Person {
  /** As films credit them; of a family that works together the last name: "Coen". */
  readonly name: string;
  readonly rows: ReadonlySet<number>;
}

interface Known extends Person {
  readonly rows: Set<number>;
  readonly words: readonly string[];
  /** Ratings of all their films: how well they are known. */
  fame: number;
}

/** One of several namesakes is meant if known so many times better than the next. */
const CLEARLY = 3;
/** Namesakes with so much of their films in common are a family that works together. */
const SHARED = 0.5;
/** A word that is corrected must be so much alike. */
const LEAST_ALIKE = 0.7;
const MOST_CHOICES = 4;
/** In words. */
const LONGEST_NAME = 5;
/** Plurals and companies: "the Coens", "Coen brothers". */
const AROUND_A_NAME = new Set(["the", "brothers", "bros", "sisters", "siblings"]);

/**
 * @param films by row, the names of those who directed them or are in them
 * @param fameOf how well a film is known, in ratings
 */
export function createPeopleIndex(
  films: Iterable<readonly [row: number, names: readonly string[]]>,
  fameOf: (row: number) => number,
): PeopleIndex {
  const people = new Map<string, Known>();
  const byWord = new Map<string, Known[]>();
  for (const [row, names] of films) {
    for (const name of new Set(names)) {
      const words = wordsOf(name);
      const key = words.join(" ");
      const known = people.get(key) ?? { name, rows: new Set(), words, fame: 0 };
      if (!people.has(key)) {
        people.set(key, known);
        for (const word of new Set(words)) append(byWord, word, known);
      }
      known.rows.add(row);
      known.fame += fameOf(row);
    }
  }
  const vocabulary = createVocabulary([...byWord.keys()]);

  /** Everybody whose name holds all of the words. */
  const withAll = (words: readonly string[]): Known[] => {
    const [first = "", ...others] = words;
    return (byWord.get(first) ?? []).filter((known) => others.every((word) => known.words.includes(word)));
  };

  const meant = (words: readonly string[]): Person | undefined => {
    const full = people.get(words.join(" "));
    if (full) return full;
    const namesakes = withAll(words).sort((a, b) => standing(b, words) - standing(a, words));
    const [best, next] = namesakes;
    if (!best) return undefined;
    if (!next || standing(best, words) >= CLEARLY * standing(next, words)) return best;
    return family(best, next);
  };

  /** The words with the unknown ones put right, in every way that is likely, the likeliest first. */
  const corrections = (words: readonly string[]): (readonly string[])[] => {
    const choices = words.map((word) =>
      byWord.has(word)
        ? [{ word, alike: 1 }]
        : vocabulary
            .alike(word)
            .filter(({ alike }) => alike >= LEAST_ALIKE)
            .slice(0, MOST_CHOICES)
            .map(({ word: id, alike }) => ({ word: vocabulary.wordOf(id), alike })),
    );
    let all: { words: readonly string[]; alike: number }[] = [{ words: [], alike: 1 }];
    for (const choice of choices)
      all = all.flatMap((so) =>
        choice.map(({ word, alike }) => ({ words: [...so.words, word], alike: so.alike * alike })),
      );
    return all.sort((one, other) => other.alike - one.alike).map((one) => one.words);
  };

  return {
    find(name) {
      const words = wordsOf(name.replace(/['’]s(?= |$)/g, "")).filter((word) => !AROUND_A_NAME.has(word));
      if (words.length === 0 || words.length > LONGEST_NAME) return undefined;
      const found = meant(words) ?? meant(singular(words));
      if (found) return found;
      for (const others of corrections(words)) {
        const person = meant(others);
        if (person) return person;
      }
      return undefined;
    },
  };
}

/** A last name says more of whom is meant than a first one. */
const standing = ({ words, fame }: Known, asked: readonly string[]): number =>
  words.at(-1) === asked.at(-1) ? fame : fame / CLEARLY;

/** Two of one last name who mostly work together. */
function family(a: Known, b: Known): Person | undefined {
  const last = a.words.at(-1);
  if (last !== b.words.at(-1)) return undefined;
  const shared = [...a.rows].filter((row) => b.rows.has(row)).length;
  if (shared < SHARED * Math.min(a.rows.size, b.rows.size)) return undefined;
  return { name: a.name.slice(a.name.lastIndexOf(" ") + 1), rows: new Set([...a.rows, ...b.rows]) };
}

/** "the coens" */
const singular = (words: readonly string[]): readonly string[] =>
  words.map((word, at) => (at === words.length - 1 ? word.replace(/s$/, "") : word));

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
