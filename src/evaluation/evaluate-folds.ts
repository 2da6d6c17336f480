import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FoldResult, FoldTask } from "./evaluate-fold.ts";

/** Evaluates folds side by side, one thread each and as many as there are cores. Results in the tasks' order. */
export async function evaluateFolds(
  tasks: readonly FoldTask[],
  onPerson: () => void,
  threads = availableParallelism(),
): Promise<FoldResult[]> {
  const results: FoldResult[] = [];
  const waiting = [...tasks.entries()];
  const workThrough = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      results[next[0]] = await inThread(next[1], onPerson);
  };
  await Promise.all(Array.from({ length: threads }, workThrough));
  return results;
}

function inThread(task: FoldTask, onPerson: () => void): Promise<FoldResult> {
  const workerData: FoldTask = { ...task, training: { ...task.training, threads: 1 } };
  const worker = new Worker(new URL("./fold-worker.js", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.on("message", (message: "person" | FoldResult) =>
      message === "person" ? onPerson() : resolve(message),
    );
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`an evaluation thread ended early, with code ${code}`)));
  });
}
