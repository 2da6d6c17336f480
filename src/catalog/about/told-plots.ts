/**
 * How stories of a sort are told: words that stand near one another, in any order, whatever stands between. "Siblings who have not
 * spoken for years meet at their father's funeral" is about siblings reunited, though no phrase for it is in there. Pure.
 */
import type { Plot } from "./search-index.ts";
import { spokenWords, stemsOf } from "./terms.ts";

/** In words, from the first to the last of what tells a plot. */
const WITHIN = 16;

/** Each part is there in one of its ways, a sequence of stems. */
type Parts = readonly (readonly (readonly string[])[])[];

/** Where a way stands in a text: from its first word to behind its last. */
interface Place {
  readonly from: number;
  readonly to: number;
}

export interface Told {
  readonly plot: Plot;
  /** The words of the text that tell it. */
  readonly said: string;
}

const partsOf = (written: string): Parts =>
  written.split("+").map((part) => part.split("|").map((way) => stemsOf(way)));

/** @returns the plots that a text tells, each once */
export function createPlotReader(plots: readonly Plot[]): (text: string) => Told[] {
  const patterns = plots.flatMap((plot) => plot.told.map((written) => ({ plot, parts: partsOf(written) })));
  return (text) => {
    const stems = stemsOf(text);
    const words = spokenWords(text);
    const at = new Map<string, number[]>();
    for (const [place, stem] of stems.entries()) at.set(stem, [...(at.get(stem) ?? []), place]);
    const placesOf = (ways: Parts[number]): Place[] =>
      ways.flatMap((way) =>
        (at.get(way[0]!) ?? [])
          .filter((from) => way.every((stem, k) => stems[from + k] === stem))
          .map((from) => ({ from, to: from + way.length })),
      );
    const told = new Map<Plot, string>();
    for (const { plot, parts } of patterns) {
      if (told.has(plot)) continue;
      const places = parts.map(placesOf);
      if (places.some((list) => list.length === 0)) continue;
      const found = places[0]!
        .map((first) => nearestTo(first, places.slice(1)))
        .find((list) => list !== undefined);
      const inOrder = found?.toSorted((a, b) => a.from - b.from);
      if (inOrder) told.set(plot, inOrder.flatMap(({ from, to }) => words.slice(from, to)).join(" "));
    }
    return [...told].map(([plot, said]) => ({ plot, said }));
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
