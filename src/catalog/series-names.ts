/** What people call a series of films: by its name, and where a place in it is asked for by a part of that: "the latest Bond". */
import { keyOf, withoutArticle, wordsOf } from "./normalise.ts";

/** What a series is called besides its name. */
export const SERIES_KINDS =
  /^(?:movies?|films?|series|franchise|saga|trilogy|ones?|parts?|instalments?|installments?|entr(?:y|ies))$/;

export interface Named {
  readonly name: string;
}

export interface SeriesNames<S extends Named> {
  /** Those of just this name, several where it was begun anew ("Planet of the Apes"). */
  called(words: readonly string[]): readonly S[];
  /** Those whose name opens or ends with these words ("Bond", "Narnia"); none where they may be of different ones. */
  partlyCalled(words: readonly string[]): readonly S[];
}

/** "Spider-Man by Sam Raimi", "Star Trek, from 2009": which of those of one name it is. */
const WHICH_ONE = /,? (?:by|with|from) | trilogy$/;
/** A shorter part of a name is any word. In letters. */
const SHORTEST_PART = 4;

export function createSeriesNames<S extends Named>(all: readonly S[]): SeriesNames<S> {
  const byName = new Map<string, S[]>();
  const byPart = new Map<string, S[]>();
  for (const series of all) {
    const core = coreOf(series.name);
    append(byName, keyOf(core), series);
    for (const part of partsOf(core)) append(byPart, keyOf(part), series);
  }
  const key = (words: readonly string[]) => keyOf(withoutArticle(words));
  return {
    called: (words) => byName.get(key(words)) ?? [],
    partlyCalled(words) {
      const found = byPart.get(key(words)) ?? [];
      const cores = new Set(found.map(({ name }) => keyOf(coreOf(name))));
      return cores.size === 1 ? found : [];
    },
  };
}

const coreOf = (name: string): readonly string[] => withoutArticle(wordsOf(name.split(WHICH_ONE, 1)[0]!));

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
