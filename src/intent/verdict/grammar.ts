/**
 * A small language for what people say: "<i> <adverb>*3 loved|liked <it>" is one of the ways in the list `i`, up to three
 * adverbs, one of two words, and one of the ways in the list `it`. "?" makes a part optional, "_" is any word and "#" any
 * number. A text is followed through all readings at once, word by word, so that no text takes long.
 */

/** Ways to say one thing by its name; each way may name other lists. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** A word as it may have been meant: "loooved" is "loved" and "looved". */
export type Word = readonly string[];

/** Where a way to say something may end that begins at a word. */
export type Matcher = (words: readonly Word[], from: number) => ReadonlySet<number>;

interface Rule {
  readonly match: Matcher;
  /** The words it may begin with; undefined where it may begin with any, or be nothing at all. */
  readonly first: ReadonlySet<string> | undefined;
}

interface Part extends Rule {
  readonly isOptional: boolean;
  readonly most: number;
}

/** @throws where a way names a list that is not there */
export function createGrammar(lists: Lists): { matcher(ways: readonly string[]): Matcher } {
  const named = new Map<string, Rule>();

  const list = (name: string): Rule => {
    const known = named.get(name);
    if (known) return known;
    const ways = lists[name];
    if (!ways) throw new Error(`There is no list "${name}".`);
    const made = anyOf(ways.map(sequence));
    named.set(name, made);
    return made;
  };

  const partOf = (written: string): Part => {
    const [, what = "", amount = ""] = /^([^?*]+)(\?|\*\d)?$/.exec(written)!;
    const each = what.split("|");
    const rules = each.filter(isList).map((name) => list(name.slice(1, -1)));
    const words = each.filter((word) => !isList(word));
    const rule = anyOf(words.length > 0 ? [...rules, oneOf(words)] : rules);
    return { ...rule, isOptional: amount !== "", most: amount.startsWith("*") ? Number(amount.slice(1)) : 1 };
  };

  /** One part after the other. */
  const sequence = (way: string): Rule => {
    const parts = way.split(" ").map(partOf);
    const match: Matcher = (words, from) => {
      let ends: ReadonlySet<number> = new Set([from]);
      for (const { match, isOptional, most } of parts) {
        let reached = isOptional ? ends : NOWHERE;
        for (let times = 1; times <= most && ends.size > 0; times++) {
          let next = NOWHERE;
          for (const at of ends) next = union(next, match(words, at));
          reached = union(reached, next);
          ends = next;
        }
        if (reached.size === 0) return NOWHERE;
        ends = reached;
      }
      return ends;
    };
    return { match, first: firstOf(parts) };
  };

  return { matcher: (ways) => anyOf(ways.map(sequence)).match };
}

const isList = (written: string): boolean => written.startsWith("<");

function firstOf(parts: readonly Part[]): ReadonlySet<string> | undefined {
  const first = new Set<string>();
  for (const part of parts) {
    if (!part.first) return undefined;
    for (const word of part.first) first.add(word);
    if (!part.isOptional) return first;
  }
  return undefined;
}

/** Any of some rules, of which only those are tried that may begin with the word at hand. */
function anyOf(rules: readonly Rule[]): Rule {
  const byWord = new Map<string, Matcher[]>();
  const others: Matcher[] = [];
  for (const { match, first } of rules) {
    if (!first) others.push(match);
    for (const word of first ?? []) byWord.set(word, [...(byWord.get(word) ?? []), match]);
  }
  return {
    match(words, from) {
      let ends = NOWHERE;
      for (const word of words[from] ?? [])
        for (const match of byWord.get(word) ?? []) ends = union(ends, match(words, from));
      for (const match of others) ends = union(ends, match(words, from));
      return ends;
    },
    first: others.length > 0 ? undefined : new Set(byWord.keys()),
  };
}

const NOWHERE: ReadonlySet<number> = new Set();

/** Most ways end nowhere, and nothing is put together then. */
const union = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> =>
  a.size === 0 ? b : b.size === 0 ? a : new Set([...a, ...b]);

function oneOf(written: readonly string[]): Rule {
  const wanted = new Set(written);
  const isOpen = wanted.has("_") || wanted.has("#");
  const fits = (word: Word): boolean =>
    wanted.has("_") || (wanted.has("#") && /^\d+$/.test(word[0]!)) || word.some((each) => wanted.has(each));
  return {
    match: (words, from) => (from < words.length && fits(words[from]!) ? new Set([from + 1]) : NOWHERE),
    first: isOpen ? undefined : wanted,
  };
}
