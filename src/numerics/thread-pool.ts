import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { kernelsOn } from "./kernels.ts";
import { perform, type Task, type Work } from "./tasks.ts";

/** Threads that work on shared memory, this one among them. */
export interface ThreadPool {
  readonly threads: number;
  /**
   * Performs one task per thread, side by side: the work on [bounds[t], bounds[t + 1]) for thread t.
   *
   * @throws what a thread threw; then the pool is good for closing only
   */
  run(work: Work, bounds: ArrayLike<number>): Promise<void>;
  /** Ends the threads, whatever they are doing. */
  close(): Promise<void>;
}

/** @param threads default: one per core */
export function openThreadPool(memory: WebAssembly.Memory, threads = availableParallelism()): ThreadPool {
  const kernels = kernelsOn(memory);
  const workers = Array.from(
    { length: threads - 1 },
    // the flags of the program are its own: --input-type, for one, would keep a thread from starting
    () => new Worker(new URL("./task-worker.js", import.meta.url), { execArgv: [], workerData: memory }),
  );
  return {
    threads,
    async run(work, bounds) {
      const task = (thread: number): Task => ({ ...work, from: bounds[thread]!, to: bounds[thread + 1]! });
      const others = workers.map((worker, at) => {
        worker.postMessage(task(at + 1));
        return once(worker, "message"); // rejects when the worker emits an error
      });
      const own = (async () => perform(kernels, task(0)))();
      await Promise.all([own, ...others]);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
