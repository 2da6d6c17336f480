import type { KernelName, kernelsOn } from "./kernels.ts";

/** A kernel and its arguments, but for the range. */
export interface Work {
  readonly kernel: KernelName;
  readonly with: readonly number[];
}

/** A piece of work: rows (or blocks) [from, to) of the kernel's output. */
export type Task = Work & { readonly from: number; readonly to: number };

/**
 * Rows that a kernel is called for at a time. The engine swaps in its optimised code between calls only, so
 * that one long call would run to its end in the code made for a quick start.
 */
const ROWS_PER_CALL = 64;

export function perform(
  kernels: ReturnType<typeof kernelsOn>,
  { kernel, with: given, from, to }: Task,
): void {
  for (let row = from; row < to; row += ROWS_PER_CALL)
    kernels[kernel](...given, row, Math.min(to, row + ROWS_PER_CALL));
}
