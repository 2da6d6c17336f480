import { MAX_PAGES } from "./web-assembly.ts";

const PAGE_BYTES = 65_536;
/** So that no row of a dense matrix straddles more cache lines than it must. */
const ALIGNMENT = 64;

/** One piece of memory that threads and kernels share; arrays are laid into it one after the other, all zero. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  int32(length: number): Int32Array<SharedArrayBuffer>;
  float32(length: number): Float32Array<SharedArrayBuffer>;
  float64(length: number): Float64Array<SharedArrayBuffer>;
}

/** The bytes that arrays of these lengths in bytes take. */
export const arenaBytes = (lengths: readonly number[]): number =>
  lengths.reduce((sum, bytes) => sum + ALIGNMENT * Math.ceil(bytes / ALIGNMENT), 0);

/** @throws RangeError for more than 32-bit addresses reach */
export function createArena(bytes: number): Arena {
  const pages = Math.ceil(bytes / PAGE_BYTES) + 1;
  if (pages > MAX_PAGES) {
    throw new RangeError(
      `the factorisation needs ${(bytes / 2 ** 30).toFixed(1)} GB, expected at most 4: fewer dimensions or ratings will do`,
    );
  }
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  let next = 0;
  const take = (length: number) => {
    const start = next;
    next += ALIGNMENT * Math.ceil(length / ALIGNMENT);
    return start;
  };
  return {
    memory,
    int32: (length) => new Int32Array(memory.buffer, take(4 * length), length),
    float32: (length) => new Float32Array(memory.buffer, take(4 * length), length),
    float64: (length) => new Float64Array(memory.buffer, take(8 * length), length),
  };
}
