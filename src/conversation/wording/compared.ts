/** What is said of films side by side. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Measure } from "../../intent/reading/questions/measures.ts";
import type { Card } from "../card.ts";
import { duration } from "./facts.ts";
import { count, degree, list } from "./format.ts";

interface Measured {
  readonly movie: Movie;
  readonly value: number;
}

export interface Compared {
  /** What is sought first. */
  readonly ranked: readonly Measured[];
  /** Of these it is not known. */
  readonly unknown: readonly Movie[];
  /** So many at the beginning are about the same. */
  readonly ahead: number;
}

export function compared(by: Measure, { ranked, unknown, ahead }: Compared): Card {
  const [first] = ranked;
  const movies = [...ranked.map(({ movie }) => movie), ...unknown];
  const ofUnknown =
    first && unknown.length > 0 ? [`Of ${list(unknown.map(titleWithYear))} I do not know it.`] : [];
  return {
    lines: [
      ...(first
        ? told(by, ranked, { ahead, isOfTwo: movies.length === 2 })
        : ["That I know of none of them."]),
      ...ofUnknown,
      ...(first ? howItIsKnown(by) : []),
    ],
    actions: movies.map((movie) => ({ label: titleWithYear(movie), says: `show ${movie.id}` })),
  };
}

interface Told {
  readonly ahead: number;
  readonly isOfTwo: boolean;
}

function told(by: Measure, ranked: readonly Measured[], { ahead, isOfTwo }: Told): string[] {
  if (by.of === "person") return [withWhom(by.name, ranked)];
  if (by.of === "taste") return [`I would pick ${titleWithYear(ranked[0]!.movie)} for you.`];
  const each = (measured: Measured) => `${titleWithYear(measured.movie)} (${valueIn(by, measured)})`;
  const [first, others] = [ranked.slice(0, ahead), ranked.slice(ahead)];
  const rest = others.length > 0 ? ` Then ${list(others.map(each))}.` : "";
  return ahead > 1
    ? [`About the same, as far as I know: ${list(first.map(each))}.${rest}`]
    : [`${superlative(by, isOfTwo)}: ${list(first.map(each))}.${rest}`];
}

/** @param isOfKnown only those that many know were looked at */
export function extreme(by: Measure, first: Measured, isOfKnown: boolean): string {
  if (by.of === "person" || by.of === "taste") return "";
  const among = isOfKnown ? " of the well-known ones that fit" : "";
  return `${superlative(by, false)}${among}: ${valueIn(by, first)}.`;
}

function withWhom(name: string, measured: readonly Measured[]): string {
  const having = measured.filter(({ value }) => value > 0).map(({ movie }) => titleWithYear(movie));
  return having.length > 0 ? `${list(having)}.` : `None of them has ${name}, as far as I know.`;
}

type Ordered = Exclude<Measure, { readonly of: "person" | "taste" }>;

const NAMES: Readonly<Record<Exclude<Ordered["of"], "trait">, readonly [most: string, least: string]>> = {
  length: ["The long", "The short"],
  year: ["The new", "The old"],
  rating: ["The better rated", "The worse rated"],
  renown: ["The better known", "The less known"],
};

/** "The longest", "The longer" of two, "More scary" */
function superlative(by: Ordered, isOfTwo: boolean): string {
  if (by.of === "trait")
    return isOfTwo ? `${by.most ? "More" : "Less"} ${by.trait}` : `${by.most ? "Most" : "Least"} ${by.trait}`;
  const name = NAMES[by.of][by.most ? 0 : 1];
  if (by.of === "length" || by.of === "year") return `${name}${isOfTwo ? "er" : "est"}`;
  return isOfTwo ? name : name.replace("better", "best").replace("worse", "worst").replace("less", "least");
}

function valueIn(by: Ordered, { movie, value }: Measured): string {
  switch (by.of) {
    case "length":
      return duration(value);
    case "year":
      return String(value);
    case "rating":
      return `★ ${value.toFixed(1)} of 5 from ${count(movie.ratingCount, "rating")}`;
    case "renown":
      return count(movie.ratingCount, "rating");
    case "trait":
      return degree(value);
  }
}

/** Facts need no saying. */
const howItIsKnown = (by: Measure): string[] =>
  by.of === "trait"
    ? ["By how people rated and tagged movies like them."]
    : by.of === "taste"
      ? ["By what I know of your taste so far."]
      : [];
