import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { keyedQueue } from "./keyed-queue.ts";

test("tasks of one key run one after the other, in the order given", async () => {
  const queue = keyedQueue();
  const done: number[] = [];
  const task = (n: number, ms: number) => async () => {
    await sleep(ms);
    done.push(n);
  };
  await Promise.all([
    queue.run("ada", task(1, 20)),
    queue.run("ada", task(2, 1)),
    queue.run("ada", task(3, 0)),
  ]);
  expect(done).toEqual([1, 2, 3]);
});

test("a slow key does not hold up another", async () => {
  const queue = keyedQueue();
  let end = () => {};
  const slow = queue.run("ada", () => new Promise<void>((resolve) => (end = resolve)));
  await queue.run("bob", async () => {});
  end();
  await slow;
});

test("a failed task reaches its caller and does not stop those behind it", async () => {
  const queue = keyedQueue();
  const failed = queue.run("ada", async () => {
    throw new Error("boom");
  });
  const next = queue.run("ada", async () => {});
  await expect(failed).rejects.toThrow("boom");
  await expect(next).resolves.toBeUndefined();
});

test("is idle only when the last task has ended", async () => {
  const queue = keyedQueue();
  let ended = false;
  void queue.run("ada", async () => {
    await sleep(20);
    void queue.run("ada", async () => {
      await sleep(20);
      ended = true;
    });
  });
  await queue.idle();
  expect(ended).toBe(true);
});
