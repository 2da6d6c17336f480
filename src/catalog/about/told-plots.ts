/**
 * How stories of a sort are told: words that stand near one another, in any order, whatever stands between. "Siblings who have not
 * spoken for years meet at their father's funeral" is about siblings reunited, though no phrase for it is in there. Pure.
 */
import { isFilmByTheWay } from "./films-by-the-way.ts";
import type { Plot } from "./search-index.ts";
import { spokenWords, stemsOf } from "./terms.ts";

/** In words, from the first to the last of what tells a plot. */
const WITHIN = 16;

/** One of the ways to tell a part of a plot, under the first of its stems. */
interface Way {
  /** Which of all patterns, and which of its parts. */
  readonly pattern: number;
  readonly part: number;
  readonly stems: readonly string[];
}

export type PlotReader = (text: string) => Told[];

/** Where a way stands in a text: from its first word to behind its last. */
interface Place {
  readonly from: number;
  readonly to: number;
}

export interface Told {
  readonly plot: Plot;
  /** The words of the text that tell it. */
  readonly said: string;
  /** Where the first and the last of them stand, in words of the text, the last one exclusive. */
  readonly from: number;
  readonly to: number;
}

const partsOf = (written: string): string[][][] =>
  written.split("+").map((part) => part.split("|").map((way) => stemsOf(way)));

/** @returns the plots that a text tells, each once */
export function createPlotReader(plots: readonly Plot[]): PlotReader {
  const patterns = plots.flatMap((plot) => plot.told.map((written) => ({ plot, parts: partsOf(written) })));
  const waysFrom = new Map<string, Way[]>();
  for (const [pattern, { parts }] of patterns.entries())
    for (const [part, ways] of parts.entries())
      for (const stems of ways)
        waysFrom.set(stems[0]!, [...(waysFrom.get(stems[0]!) ?? []), { pattern, part, stems }]);

  /** For each pattern that something of is in the text, where its parts stand. */
  const placesIn = (text: readonly string[], words: readonly string[]): Map<number, Place[][]> => {
    const found = new Map<number, Place[][]>();
    for (const [from, first] of text.entries())
      for (const { pattern, part, stems } of waysFrom.get(first) ?? []) {
        if (!stems.every((stem, k) => text[from + k] === stem)) continue;
        if (stems.length === 1 && isFilmByTheWay(words, from)) continue;
        const places = found.get(pattern) ?? patterns[pattern]!.parts.map(() => []);
        found.set(pattern, places);
        places[part]!.push({ from, to: from + stems.length });
      }
    return found;
  };

  return (text) => {
    const words = spokenWords(text);
    const told = new Map<Plot, Told>();
    for (const [pattern, places] of [...placesIn(stemsOf(text), words)].sort(([a], [b]) => a - b)) {
      const { plot } = patterns[pattern]!;
      if (told.has(plot) || places.some((list) => list.length === 0)) continue;
      const found = places[0]!
        .map((first) => nearestTo(first, places.slice(1)))
        .find((list) => list !== undefined);
      const inOrder = found?.toSorted((a, b) => a.from - b.from);
      if (!inOrder) continue;
      const said = inOrder.flatMap(({ from, to }) => words.slice(from, to)).join(" ");
      told.set(plot, { plot, said, from: inOrder[0]!.from, to: inOrder.at(-1)!.to });
    }
    return [...told.values()];
  };
}

/** Of each further part the place nearest to the first, none of them over another; undefined where they stand too far apart. */
function nearestTo(first: Place, others: readonly (readonly Place[])[]): readonly Place[] | undefined {
  const chosen = [first];
  for (const places of others) {
    const [nearest] = places
      .filter((place) => chosen.every(({ from, to }) => place.from >= to || place.to <= from))
      .sort((a, b) => Math.abs(a.from - first.from) - Math.abs(b.from - first.from));
    if (!nearest) return undefined;
    chosen.push(nearest);
  }
  const from = Math.min(...chosen.map((place) => place.from));
  const to = Math.max(...chosen.map((place) => place.to));
  return to - from <= WITHIN ? chosen : undefined;
}
