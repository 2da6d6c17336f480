import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { perform, type Task } from "./tasks.ts";

/** Threads that work on shared memory, this one among them. */
export interface ThreadPool {
  readonly threads: number;
  /** Performs up to `threads` tasks side by side. @throws what a worker threw */
  run(tasks: readonly Task[]): Promise<void>;
  /** Ends the threads, whatever they are doing. */
  close(): Promise<void>;
}

/** @param threads default: one per core */
export function openThreadPool(threads = availableParallelism()): ThreadPool {
  const workers = Array.from({ length: threads - 1 }, () => {
    const worker = new Worker(new URL("./task-worker.js", import.meta.url));
    worker.unref();
    return worker;
  });
  return {
    threads,
    async run([own, ...others]) {
      const finished = others.map((task, at) => {
        const worker = workers[at]!;
        const done = once(worker, "message"); // rejects when the worker emits an error
        worker.postMessage(task);
        return done;
      });
      if (own) perform(own);
      await Promise.all(finished);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
