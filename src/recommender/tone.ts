import type { Traits } from "../artifacts/model.ts";
import { HAS_TRAIT } from "./demands.ts";
import type { Filters } from "./filters.ts";

export type Tone = "lighter" | "darker";

/** The first of them is what each tone is about. */
const LIGHT = ["feel-good", "funny", "relaxing", "whimsical"];
const HEAVY = ["dark", "tense", "sad", "scary"];

/**
 * What is asked for by "something lighter" than the movie in a row: the first light trait that it lacks, and none
 * of the heavy ones that it has. What was asked for that contradicts this gives way.
 */
export function toned(filters: Filters, tone: Tone, traits: Traits, row: number): Filters {
  const [towards, from] = tone === "lighter" ? [LIGHT, HEAVY] : [HEAVY, LIGHT];
  const has = (trait: string) => (traits.get(trait)?.[row] ?? 0) >= HAS_TRAIT;
  const known = towards.filter((trait) => traits.has(trait));
  const wanted = known.filter((trait) => !has(trait)).slice(0, 1);
  const unwanted = from.filter(has);
  const without = (names: readonly string[], gone: readonly string[]) =>
    names.filter((name) => !gone.includes(name));
  return {
    ...filters,
    traitsIn: [...new Set([...without(filters.traitsIn, from), ...wanted])],
    traitsOut: [...new Set([...without(filters.traitsOut, towards), ...unwanted])],
  };
}
