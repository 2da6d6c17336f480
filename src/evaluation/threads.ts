import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";

/** What a thread says: a step done, or what came of its task. */
type Message<Result> = { readonly step: true } | { readonly result: Result };

/**
 * Performs tasks side by side, each in a thread of its own and as many at once as there are cores.
 *
 * @param worker a module that calls `answer`
 * @returns in the tasks' order
 */
export async function inThreads<Task, Result>(
  worker: URL,
  tasks: readonly Task[],
  onStep: () => void = () => {},
  threads = availableParallelism(),
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...tasks.entries()];
  const workThrough = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      results[next[0]] = await inThread<Task, Result>(worker, next[1], onStep);
  };
  await Promise.all(Array.from({ length: threads }, workThrough));
  return results;
}

function inThread<Task, Result>(worker: URL, task: Task, onStep: () => void): Promise<Result> {
  const thread = new Worker(worker, { execArgv: [], workerData: task });
  return new Promise((resolve, reject) => {
    thread.on("message", (message: Message<Result>) =>
      "step" in message ? onStep() : resolve(message.result),
    );
    thread.on("error", reject);
    thread.on("exit", (code) => reject(new Error(`an evaluation thread ended early, with code ${code}`)));
  });
}

/** In the thread: performs the task it was started for. */
export async function answer<Task, Result>(
  perform: (task: Task, onStep: () => void) => Promise<Result>,
): Promise<void> {
  const say = (message: Message<Result>) => parentPort?.postMessage(message);
  say({ result: await perform(workerData as Task, () => say({ step: true })) });
}
