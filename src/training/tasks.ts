import type { Csr } from "./csr.ts";
import { type Dense, gramBlocks, multiply, multiplyRight } from "./kernels.ts";

/** A piece of work on shared memory: rows (or blocks) [from, to) of one kernel's output. */
export type Task = { readonly from: number; readonly to: number } & (
  | {
      readonly kernel: "multiply";
      readonly matrix: Csr;
      readonly dense: Dense;
      readonly output: Dense;
      readonly width: number;
    }
  | { readonly kernel: "gramBlocks"; readonly dense: Dense; readonly blocks: Dense; readonly width: number }
  | { readonly kernel: "multiplyRight"; readonly dense: Dense; readonly right: Dense; readonly width: number }
);

export function perform(task: Task): void {
  switch (task.kernel) {
    case "multiply":
      multiply(task.matrix, task.dense, task.output, task.width, task.from, task.to);
      break;
    case "gramBlocks":
      gramBlocks(task.dense, task.blocks, task.width, task.from, task.to);
      break;
    case "multiplyRight":
      multiplyRight(task.dense, task.right, task.width, task.from, task.to);
      break;
  }
}
