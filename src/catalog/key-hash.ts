/** Hashes of keys (see keyOf), and of the keys that a slip of the hand makes of one. */

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** FNV-1a of 32 bits (Fowler, Noll & Vo) over the UTF-16 units of a key. */
export const hashOfKey = (key: string): number => hashFrom(OFFSET_BASIS, key, 0) >>> 0;

function hashFrom(hash: number, key: string, from: number): number {
  let value = hash;
  for (let i = from; i < key.length; i++) value = withUnit(value, key.charCodeAt(i));
  return value;
}

const withUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** Whether a hash may be among some: never no for one that is, and yes for few of those that are not. */
export type MayHold = (hash: number) => boolean;

/** Of the places in the table, as a power of two: two dozen for each of 80,000 names, in 256 kB. */
const TABLE_BITS = 21;

/** A Bloom filter of one function (Bloom, Communications of the ACM 13(7), 1970): the hash itself. */
export function mayHoldAny(hashes: Iterable<number>): MayHold {
  const table = new Uint8Array(2 ** (TABLE_BITS - 3));
  for (const hash of hashes) table[hash >>> (35 - TABLE_BITS)]! |= 1 << ((hash >>> (32 - TABLE_BITS)) & 7);
  return (hash) => (table[hash >>> (35 - TABLE_BITS)]! & (1 << ((hash >>> (32 - TABLE_BITS)) & 7))) !== 0;
}

/**
 * The keys at a distance of one by Damerau and Levenshtein. A number is never mistaken: "Creed 2" is no slip
 * for Creed, nor for "Creed 3".
 *
 * @param mayBe asked by the hash of each, before it is put together: a name of twenty letters has a thousand of them
 */
export function keysOneSlipFrom(key: string, mayBe: MayHold = () => true): Set<string> {
  const found = new Set<string>();
  let before = OFFSET_BASIS;
  /** The key with other letters in place of some. */
  const offer = (hash: number, at: number, letters: string, next: number) => {
    if (mayBe(hashFrom(hash, key, next) >>> 0)) found.add(key.slice(0, at) + letters + key.slice(next));
  };
  for (let at = 0; at <= key.length; at++) {
    const unit = key.charCodeAt(at);
    const mistakable = at < key.length && !isDigit(unit);
    if (mistakable) offer(before, at, "", at + 1);
    if (mistakable && at + 1 < key.length)
      offer(withUnit(withUnit(before, key.charCodeAt(at + 1)), unit), at, key[at + 1]! + key[at]!, at + 2);
    for (const letter of LETTERS) {
      const behind = withUnit(before, letter.charCodeAt(0));
      offer(behind, at, letter, at);
      if (mistakable && key[at] !== letter) offer(behind, at, letter, at + 1);
    }
    before = withUnit(before, unit);
  }
  return found;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
