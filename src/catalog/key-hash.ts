/** Hashes of keys (see keyOf), and of the keys that a slip of the hand makes of one. */

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** FNV-1a of 32 bits (Fowler, Noll & Vo) over the UTF-16 units of a key. */
export function hashOfKey(key: string): number {
  let hash = OFFSET_BASIS;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/**
 * The keys at a distance of one by Damerau and Levenshtein; some twice. A number is never mistaken: "Creed 2" is no slip
 * for Creed, nor for "Creed 3".
 */
export function* keysOneSlipFrom(key: string): Generator<string> {
  for (let i = 0; i <= key.length; i++) {
    const [before, after] = [key.slice(0, i), key.slice(i)];
    const mistakable = after !== "" && !/^\d/.test(after);
    if (mistakable) yield before + after.slice(1);
    if (mistakable && after.length > 1) yield before + after[1] + after[0] + after.slice(2);
    for (const letter of LETTERS) {
      yield before + letter + after;
      if (mistakable && after[0] !== letter) yield before + letter + after.slice(1);
    }
  }
}
