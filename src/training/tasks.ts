import type { Csr } from "./csr.ts";
import { type Dense, gramBlocks, multiply, multiplyRight } from "./kernels.ts";

/** A kernel and what it works on, all in shared memory. */
export type Work = { readonly width: number; readonly dense: Dense; readonly output: Dense } & (
  | { readonly kernel: "multiply"; readonly matrix: Csr }
  | { readonly kernel: "multiplyRight"; readonly right: Dense }
  | { readonly kernel: "gramBlocks" }
);

/** A piece of work: rows (or blocks) [from, to) of the kernel's output. */
export type Task = Work & { readonly from: number; readonly to: number };

export function perform(task: Task): void {
  const { dense, output, width, from, to } = task;
  switch (task.kernel) {
    case "multiply":
      multiply(task.matrix, dense, output, width, from, to);
      break;
    case "multiplyRight":
      multiplyRight(dense, task.right, output, width, from, to);
      break;
    case "gramBlocks":
      gramBlocks(dense, output, width, from, to);
      break;
  }
}
