/** The words of names, and where each stands: in flat lists, for there are as many as words in all titles. */
import type { Name } from "./title-index.ts";

/** Words by number, from 0 in the order in which they come. */
export interface Occurrences {
  readonly words: readonly string[];
  /** [words + 1] where the names of a word begin in the two lists; the next one's beginning is their end. */
  readonly starts: Uint32Array;
  /** The names that hold a word, ascending, each once. */
  readonly names: Uint32Array;
  /** Where in each of these the word first stands. */
  readonly places: Uint8Array;
}

/** @param longest words of a name beyond these are passed over; at most 256 */
export function occurrencesIn(names: readonly Name[], longest: number): Occurrences {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const all: { readonly id: number; readonly name: number; readonly place: number }[] = [];
  const latest: number[] = []; // the last name that holds a word
  for (const [name, { words }] of names.entries()) {
    for (let place = 0; place < Math.min(longest, words.length); place++) {
      const word = words[place]!;
      let id = ids.get(word);
      if (id === undefined) {
        id = counts.push(0) - 1;
        ids.set(word, id);
      }
      if (latest[id] === name) continue;
      latest[id] = name;
      counts[id]! += 1;
      all.push({ id, name, place });
    }
  }
  const starts = new Uint32Array(counts.length + 1);
  for (const [id, count] of counts.entries()) starts[id + 1] = starts[id]! + count;
  const next = starts.slice();
  const occurrences = {
    words: [...ids.keys()],
    starts,
    names: new Uint32Array(all.length),
    places: new Uint8Array(all.length),
  };
  for (const { id, name, place } of all) {
    const at = next[id]!++;
    occurrences.names[at] = name;
    occurrences.places[at] = place;
  }
  return occurrences;
}
