/** Words of which any will do: "chess or painters". Pure. */
import type { Traits } from "../artifacts/model.ts";
import type { FilmSearch } from "./film-search.ts";
import { HAS_TRAIT } from "./trait-bounds.ts";

const OR = " or ";

/** The themes and words side by side in what is asked for, where one of them at least is known by name; else undefined. */
export function alternativesIn(words: string, isTheme: (words: string) => boolean): string[] | undefined {
  const parts = words.split(OR);
  return parts.length > 1 && parts.some(isTheme) ? parts : undefined;
}

/** Finds films by a search and, of several themes any of which will do, those that have one: how well they fit is how well they fit the best. */
export function withAlternatives(search: FilmSearch, traits: Traits): FilmSearch {
  const havingTrait = (fits: Uint8Array): [number, number][] =>
    Array.from(fits).flatMap((fit, row) => (fit >= HAS_TRAIT ? [[row, fit / 255] as [number, number]] : []));
  return (words) => {
    const parts = alternativesIn(words, (part) => traits.has(part));
    if (!parts) return search(words);
    const found = new Map<number, number>();
    for (const part of parts) {
      const fits = traits.get(part);
      for (const [row, fit] of fits ? havingTrait(fits) : search(part))
        found.set(row, Math.max(fit, found.get(row) ?? 0));
    }
    return found;
  };
}
