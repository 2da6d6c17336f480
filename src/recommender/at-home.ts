/** How much films are what they are listed as: a genre, a country, a language may be theirs by the way. */
import type { Traits } from "../artifacts/model.ts";
import type { FactIndex } from "../catalog/fact-index.ts";
import type { Filters } from "./filters.ts";
import type { GenreFits } from "./genre-fits.ts";

/**
 * Fits of a film, 0..255 as of traits, to what filters ask for.
 *
 * `isNear`: films are to be like others, whose likeness says more of their kind than what they are listed as; where they are from still counts.
 */
export type AtHome = (filters: Filters, isNear: boolean) => ((row: number) => number)[];

/** Of the first country or language that is named of a film, and of the others. */
const MAINLY = 255;
const IN_PART = 128;

/** Who wants animation and none for children mostly means what was made for adults. */
const FOR_ADULTS = "adult animation";

export function createAtHome(facts: FactIndex, traits: Traits, genreFits?: GenreFits): AtHome {
  const mainly = (names: readonly string[], isMainly: (row: number, name: string) => boolean) =>
    names.length === 0
      ? []
      : [(row: number) => (names.some((name) => isMainly(row, name)) ? MAINLY : IN_PART)];
  const ofKind = (fits: Uint8Array) => (row: number) => fits[row]!;
  const adults = traits.get(FOR_ADULTS);
  return ({ about, genresIn, traitsOut, countries, languages }, isNear) => [
    ...(!isNear && adults && genresIn.includes("Animation") && traitsOut.includes("kids")
      ? [ofKind(adults)]
      : []),
    // who searches for what a film is about is served by that first
    ...(!isNear && genreFits && genresIn.length > 0 && about.length === 0
      ? [ofKind(genreFits(genresIn))]
      : []),
    ...mainly(countries.flat(), facts.isMainlyFrom),
    ...mainly(languages.flat(), facts.isMainlyIn),
  ];
}
