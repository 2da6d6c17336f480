/** What is said of movies that are named: "I hated Titanic", "I already saw Blade Runner (1982)". */
import type { Catalog } from "../../catalog/catalog.ts";
import { isTitle } from "../../catalog/naming.ts";
import { isPronoun, titlesIn } from "./titles.ts";

export interface SaidOf {
  readonly verdict: "like" | "dislike" | "seen";
  /** Spelt in full. */
  readonly titles: readonly string[];
}

const SAYINGS: readonly (readonly [SaidOf["verdict"], RegExp])[] = [
  [
    "dislike",
    /^(?:(?:i|we) )?(?:(?:really|absolutely|just|also) ){0,2}(?:hated?|disliked?|did(?:n't| not) (?:like|enjoy)|couldn't stand) ([^?]+)$/i,
  ],
  [
    "seen",
    /^(?:i|we)(?:'ve| have)? (?:(?:already|just|also) ){0,2}(?:seen|saw|watched) ([^?]{1,120}?)(?: (?:already|before|yesterday|twice|last (?:night|week)|recently)){0,2}$/i,
  ],
  ["like", /^(?:(?:i|we) )?(?:(?:really|also|quite) ){0,2}(?:liked|enjoyed) ([^?]+)$/i],
];

/** Undefined where anything but movies' titles is in it: nothing is recorded of what only resembles one. */
export function saidOf(catalog: Catalog, text: string): SaidOf | undefined {
  const said = text
    .trim()
    .replaceAll("’", "'")
    .replace(/[.!]{1,3}$/, "");
  for (const [verdict, pattern] of SAYINGS) {
    const named = pattern.exec(said)?.[1];
    if (named === undefined || isPronoun(named)) continue;
    const titles = titlesIn(catalog, named);
    if (titles.every((title) => isTitle(catalog, title))) return { verdict, titles };
  }
  return undefined;
}
