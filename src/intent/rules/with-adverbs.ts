/** Phrases with an adverb in their midst: "not a fan of" in "not really a fan of", "could do without" in "could happily do without". Pure. */
import type { Found, Phrases } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** Words that are looked at from where a phrase begins: the longest phrase, and what stands between. */
const FARTHEST = 9;

/** @returns the longest phrase that begins at a token, with the adverbs that stand in it */
export function withAdverbs<T>(
  phrases: Phrases<T>,
  adverbs: ReadonlySet<string>,
): (tokens: readonly Token[], at: number) => Found<T> | undefined {
  return (tokens, at) => {
    const plainly = phrases.at(tokens, at);
    const [kept, places]: [Token[], number[]] = [[], []];
    for (let next = at; next < Math.min(tokens.length, at + FARTHEST); next++) {
      const token = tokens[next]!;
      if (next > at && token.gap !== "space") break;
      if (next > at && adverbs.has(token.word)) continue;
      kept.push(token);
      places.push(next);
    }
    if (kept.length < 2 || places.at(-1)! - at < kept.length) return plainly; // no adverb stands there
    const found = phrases.at(kept, 0);
    if (!found || found.length <= (plainly?.length ?? 0)) return plainly;
    return { ...found, at, length: places[found.length - 1]! + 1 - at };
  };
}
