/** What people call a series of films: by its name, and where a place in it is asked for by a part of that: "the latest Bond". */
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";

/** What a series is called besides its name. */
export const SERIES_KINDS =
  /^(?:movies?|films?|flicks?|series|franchise|saga|trilogy|ones?|parts?|instalments?|installments?|entr(?:y|ies))$/;

/** Those of them that may mean all of it: "part one" does not. */
const KINDS_OF_ALL = /^(?:movies?|films?|flicks?|series|franchise|saga|trilogy|ones|parts)$/;

/** "All the Rockys", "every Bond movie". */
const ALL = new Set(["all", "every", "each"]);

/** The names that words may have for a series, and whether they ask for all of it: "the Bourne movies". */
export function wholeSaid(words: readonly string[]) {
  const asksAll = ALL.has(words[0] ?? "");
  const said = asksAll ? withoutArticle(words.slice(words[1] === "of" ? 2 : 1)) : words;
  const stem = withoutKinds(said);
  const single = [...stem.slice(0, -1), stem.at(-1)?.replace(/s$/, "") ?? ""];
  const names = stem.join(" ") === single.join(" ") ? [stem] : [stem, single];
  return { names, isWhole: asksAll || (stem.length < said.length && KINDS_OF_ALL.test(said.at(-1)!)) };
}

/** Drops "movies", "the franchise" behind a name. */
export function withoutKinds(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && SERIES_KINDS.test(words[end - 1]!)) end--;
  return words.slice(0, end);
}

export interface Named {
  readonly name: string;
}

export interface SeriesNames<S extends Named> {
  /** Those of just this name, several where it was begun anew ("Planet of the Apes"). */
  called(words: readonly string[]): readonly S[];
  /** Those whose name opens or ends with these words ("Bond", "Narnia"); none where they may be of different ones. */
  partlyCalled(words: readonly string[]): readonly S[];
}

/** The name without what tells it from others of that name: "Spider-Man". */
export const commonName = ({ name }: Named): string => name.split(WHICH_ONE, 1)[0]!;

/** "Spider-Man by Sam Raimi", "Star Trek, from 2009": which of those of one name it is. */
const WHICH_ONE = /,? (?:by|with|from) | trilogy$/;
/** A shorter part of a name is any word. In letters. */
const SHORTEST_PART = 4;

export function createSeriesNames<S extends Named>(all: readonly S[]): SeriesNames<S> {
  const byName = new Map<string, S[]>();
  const byPart = new Map<string, S[]>();
  for (const series of all) {
    const core = coreOf(series);
    append(byName, keyOf(core), series);
    for (const part of partsOf(core)) append(byPart, keyOf(part), series);
  }
  const key = (words: readonly string[]) => keyOf(withoutArticle(words));
  return {
    called: (words) => byName.get(key(words)) ?? [],
    partlyCalled(words) {
      const found = byPart.get(key(words)) ?? [];
      const cores = new Set(found.map((series) => keyOf(coreOf(series))));
      return cores.size === 1 ? found : [];
    },
  };
}

const coreOf = (series: Named): readonly string[] => withoutArticle(wordsOf(commonName(series)));

/** What a name opens with, and what it ends with. */
function partsOf(core: readonly string[]): readonly (readonly string[])[] {
  const parts = core.slice(1).flatMap((_, at) => [core.slice(0, at + 1), core.slice(at + 1)]);
  return parts.filter((part) => part.join("").length >= SHORTEST_PART);
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
