import type { Csr } from "./csr.ts";

/** Where each thread's rows begin and the last's end: about the same number of rows each. */
export function evenBounds(rows: number, threads: number): number[] {
  return Array.from({ length: threads + 1 }, (_, thread) => Math.floor((thread * rows) / threads));
}

/** The same, with about the same number of entries each. */
export function entryBounds({ starts, rows }: Csr, threads: number): number[] {
  const bounds = evenBounds(starts[rows]!, threads).map((entry) => firstRowAt(starts, entry));
  bounds[threads] = rows;
  return bounds;
}

/** The first row that starts at this entry or later. */
function firstRowAt(starts: Int32Array, entry: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}
