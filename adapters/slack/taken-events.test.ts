import { expect, test } from "vitest";
import type { Heard } from "./incoming.ts";
import { createTakenEvents } from "./taken-events.ts";

const heard: Heard = {
  incoming: {
    user: { platform: "slack", id: "U1" },
    conversation: "slack:D1",
    event: "slack:D1:1.0",
    atMs: 1,
    did: { kind: "opened" },
  },
};

test("an event is handed on once, and whoever brings it again waits for the same work", async () => {
  const events = createTakenEvents(10_000);
  let finish = () => {};
  let times = 0;
  events.open(() => {
    times++;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  let done = 0;
  const both = [events.take(heard), events.take(heard)].map((taken) => taken.then(() => done++));
  await expect.poll(() => times).toBe(1);
  expect({ times, done }).toEqual({ times: 1, done: 0 });
  finish();
  await Promise.all(both);
  expect({ times, done }).toEqual({ times: 1, done: 2 });
});

test("one that is dealt with late may be acknowledged once it is safe, and not before", async () => {
  const events = createTakenEvents(5);
  let isSafe = () => {};
  const safe = new Promise<void>((resolve) => {
    isSafe = resolve;
  });
  const asked: string[] = [];
  events.open(
    () => new Promise(() => {}),
    (event) => {
      asked.push(event);
      return safe;
    },
  );
  let acknowledged = false;
  const taken = events.takeForGood(heard).then(() => {
    acknowledged = true;
  });
  await expect.poll(() => asked).toEqual(["slack:D1:1.0"]);
  expect(acknowledged).toBe(false);
  isSafe();
  await taken;
});

test("an answer given at once finds its event", async () => {
  const events = createTakenEvents(10_000);
  let found: Heard | undefined;
  events.open(async ({ event }) => {
    found = events.heard(event);
  });
  await events.take(heard);
  expect(found).toBe(heard);
});

test("once closed, what is new is refused, so that Slack keeps it", async () => {
  const events = createTakenEvents(10_000);
  events.open(async () => {});
  events.close();
  await expect(events.take(heard)).rejects.toThrow("stopped before slack:D1:1.0");
});
