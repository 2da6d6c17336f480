/** What is said of whether a film is for children. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import type { Card } from "../card.ts";
import { factsOf } from "./facts.ts";
import { list } from "./format.ts";
import { linked } from "./suggestions.ts";

export interface Suitability {
  readonly isForKids: boolean;
  readonly isForFamilies: boolean;
  /** What is in it that may hurt, as it is written. */
  readonly content: readonly string[];
  /** What it is to a high degree that small children take hard. */
  readonly moods: readonly string[];
  readonly isHorror: boolean;
}

/** From this age on it is for them to say. */
const GROWN = 16;

/** @param age of the youngest, in years */
export function answerWhetherSuitable(
  catalog: Catalog,
  movie: Movie,
  suitability: Suitability,
  age: number | undefined,
): Card {
  const seeImdb = movie.imdbId === undefined ? "" : "; IMDb's parents guide does";
  return {
    title: linked(movie),
    lines: [judgement(suitability, age), `I do not know age ratings${seeImdb}.`],
    fields: factsOf(catalog, movie),
  };
}

function judgement(known: Suitability, age: number | undefined): string {
  const { isForKids, isForFamilies, content, moods, isHorror } = known;
  const against = [
    ...(isHorror ? ["horror"] : []),
    ...moods.filter((mood) => !isHorror || mood !== "scary"),
    ...content,
  ];
  const told = against.length > 0 ? ` What I know of it: ${list(against)}.` : "";
  const isHeavy = against.length > 0 && !(isForKids && content.length === 0);
  if (isHeavy && age !== undefined && age >= GROWN) return `At ${age} it may do.${told}`;
  if (isHeavy && isForKids) return `It is for children, but not all of it is harmless.${told}`;
  if (isHeavy) return `Rather not, for ${age === undefined ? "children" : `somebody of ${age}`}.${told}`;
  if (isForKids) return `It is a film for children, as far as I know.${told}`;
  if (isForFamilies)
    return "It is not made for children, but families watch it together; I know of nothing bad in it.";
  return "It is not made for children. I know of nothing bad in it, which is no promise.";
}
