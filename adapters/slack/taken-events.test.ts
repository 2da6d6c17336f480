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
  const events = createTakenEvents();
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

test("events that come at once are handed on one by one, and what comes in between is heard", async () => {
  const events = createTakenEvents();
  const order: string[] = [];
  events.open(async ({ event }) => void order.push(event));
  const taken = ["a", "b", "c"].map((event) => events.take({ incoming: { ...heard.incoming, event } }));
  setImmediate(() => order.push("heard"));
  await Promise.all(taken);
  expect(order.filter((what) => what !== "heard")).toEqual(["a", "b", "c"]);
  expect(order).toContain("heard");
  expect(order.indexOf("heard")).toBeLessThan(order.indexOf("b"));
});

test("an answer given at once finds its event", async () => {
  const events = createTakenEvents();
  let found: Heard | undefined;
  events.open(async ({ event }) => {
    found = events.heard(event);
  });
  await events.take(heard);
  expect(found).toBe(heard);
});

test("what was taken before it is closed is handed on first", async () => {
  const events = createTakenEvents();
  const order: string[] = [];
  events.open(async ({ event }) => void order.push(event));
  for (const event of ["a", "b", "c"]) void events.take({ incoming: { ...heard.incoming, event } });
  await events.close();
  expect(order).toEqual(["a", "b", "c"]);
});

test("once closed, what is new is refused, so that Slack keeps it", async () => {
  const events = createTakenEvents();
  events.open(async () => {});
  await events.close();
  await expect(events.take(heard)).rejects.toThrow("stopped before slack:D1:1.0");
});
