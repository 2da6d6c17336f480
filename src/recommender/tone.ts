import type { Traits } from "../artifacts/model.ts";
import type { Filters } from "./filters.ts";
import { HAS_TRAIT } from "./trait-bounds.ts";

export type Tone = "lighter" | "darker";

/** What a tone asks for, of which the first comes first, what it keeps away, and what cannot be meant beside it. */
const TONES: Readonly<
  Record<
    Tone,
    { readonly more: readonly string[]; readonly less: readonly string[]; readonly ends: readonly string[] }
  >
> = {
  lighter: {
    more: ["feel-good", "funny", "relaxing"],
    less: ["dark", "sad", "scary", "tense"],
    ends: ["dark", "sad"],
  },
  darker: {
    more: ["dark", "sad", "tense"],
    less: ["feel-good", "whimsical", "relaxing"],
    ends: ["feel-good", "whimsical"],
  },
};

/**
 * Filters for movies of another tone than the one in a row: with the first trait of that tone which it lacks,
 * or where it lacks none the first, and without those it has of the other; what else was asked for stays. Without a
 * row, as if it had none of them.
 */
export function toned(filters: Filters, tone: Tone, traits: Traits, row?: number): Filters {
  const { more, less, ends } = TONES[tone];
  const has = (trait: string) => row !== undefined && (traits.get(trait)?.[row] ?? 0) >= HAS_TRAIT;
  const known = more.filter((trait) => traits.has(trait));
  const next = known.find((trait) => !has(trait)) ?? known[0];
  const traitsIn = new Set(filters.traitsIn.filter((trait) => !ends.includes(trait)));
  if (next !== undefined) traitsIn.add(next);
  const traitsOut = new Set(filters.traitsOut.filter((trait) => !more.includes(trait)));
  for (const trait of less) if (has(trait) && !traitsIn.has(trait)) traitsOut.add(trait);
  return { ...filters, traitsIn: [...traitsIn], traitsOut: [...traitsOut] };
}
