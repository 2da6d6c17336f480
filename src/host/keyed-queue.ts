/** Runs tasks of one key one after the other, in the order given; tasks of different keys side by side. */
export interface KeyedQueue {
  /** Settles as the task does. A failed task does not stop those behind it. */
  run(key: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

export function keyedQueue(): KeyedQueue {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, task) {
      const done = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = done
        .catch(() => {})
        .then(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return done;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
