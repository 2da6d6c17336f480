import type { FoldTask } from "./evaluate-fold.ts";
import type { FoldResult } from "./fold-result.ts";
import { inThreads } from "./threads.ts";

/** Evaluates folds side by side, one thread each and as many as there are cores. Results in the tasks' order. */
export function evaluateFolds(
  tasks: readonly FoldTask[],
  onPerson: () => void,
  threads?: number,
): Promise<FoldResult[]> {
  const alone = tasks.map((task) => ({ ...task, training: { ...task.training, threads: 1 } }));
  return inThreads(new URL("./fold-worker.js", import.meta.url), alone, onPerson, threads);
}
