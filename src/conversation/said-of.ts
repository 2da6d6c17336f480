/** What is said of movies that are named: "I hated Titanic", "I already saw Blade Runner (1982)". */
import type { Purpose } from "./dialogue.ts";
import { isPronoun, isTitle, titlesIn } from "./titles.ts";
import type { World } from "./world.ts";

export interface SaidOf {
  readonly purpose: Extract<Purpose, "like" | "dislike" | "seen">;
  /** Spelt in full. */
  readonly titles: readonly string[];
}

const SAYINGS: readonly (readonly [SaidOf["purpose"], RegExp])[] = [
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
export function saidOf(world: World, text: string): SaidOf | undefined {
  const said = text
    .trim()
    .replaceAll("’", "'")
    .replace(/[.!]{1,3}$/, "");
  for (const [purpose, pattern] of SAYINGS) {
    const named = pattern.exec(said)?.[1];
    if (named === undefined || isPronoun(named)) continue;
    const titles = titlesIn(world, named);
    if (titles.every((title) => isTitle(world, title))) return { purpose, titles };
  }
  return undefined;
}
