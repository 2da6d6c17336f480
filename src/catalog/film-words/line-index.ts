import { wordsOf } from "../normalise.ts";

export interface LineIndex {
  /** Takes a line in. Of those taken before, the name of the one that says nearly the same. */
  add(line: string, name: string): string | undefined;
}

/** Articles and prepositions say nothing of a film. */
const SHORTEST_TELLING = 4;
const NEARLY_ALL = 0.7;
/** Of lines with so few telling words, most share some by chance. */
const LEAST_SHARED = 4;

/** Compares by the telling words two lines share, as a part of the shorter one's. */
export function createLineIndex(): LineIndex {
  const names: string[] = [];
  const sizes: number[] = [];
  const linesWith = new Map<string, number[]>();

  return {
    add(line, name) {
      const telling = new Set(wordsOf(line).filter((word) => word.length >= SHORTEST_TELLING));
      const shared = new Map<number, number>();
      for (const word of telling) {
        for (const other of linesWith.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      const same = [...shared].find(
        ([other, count]) =>
          count >= LEAST_SHARED && count >= NEARLY_ALL * Math.min(telling.size, sizes[other]!),
      );
      for (const word of telling) {
        const lines = linesWith.get(word);
        if (lines) lines.push(names.length);
        else linesWith.set(word, [names.length]);
      }
      names.push(name);
      sizes.push(telling.size);
      return same && names[same[0]];
    },
  };
}
