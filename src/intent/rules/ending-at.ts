/** Phrases that end where a name begins. Pure. */
import type { Phrases } from "./phrases.ts";
import type { Token } from "./tokens.ts";

const LONGEST_PHRASE = 7;

/** Words of the longest phrase that ends before a token. */
export function endingAt(phrases: Phrases<true>, tokens: readonly Token[], end: number): number {
  for (let length = Math.min(LONGEST_PHRASE, end); length > 0; length--)
    if (phrases.at(tokens, end - length)?.length === length) return length;
  return 0;
}

/** "As unhinged as": three words. */
export function equalled(tokens: readonly Token[], end: number): number {
  const [first, quality, last] = tokens.slice(Math.max(0, end - 3), end).map(({ word }) => word);
  return first === "as" && last === "as" && !NO_QUALITY.test(quality!) ? 3 : 0;
}
const NO_QUALITY = /^(?:soon|long|well|far|much|many)$/;
