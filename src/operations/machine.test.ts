import { expect, test } from "vitest";
import { machineFigures } from "./machine.ts";

const sums = (platform: string, counted: Readonly<Record<string, number>>, day = "2026-11-29") =>
  Object.entries(counted).map(([what, count]) => ({ day, platform, what, count }));

test("turns are timed by kind, over all platforms and days", () => {
  const { turns } = machineFigures([
    ...sums("web", { "took/said/10": 40, "took/said/200": 8, "took/gestured/5": 3 }),
    ...sums("slack", { "took/said/10": 50, "took/said/1000": 2 }, "2026-11-30"),
  ]);
  expect(turns.map(({ kind, turns: count }) => [kind, count])).toEqual([
    ["said", 100],
    ["gestured", 3],
  ]);
  const [{ p50, p95, p99 }] = turns as [(typeof turns)[0]];
  expect(p50).toBeGreaterThan(7);
  expect(p50).toBeLessThan(10);
  expect(p95).toBeGreaterThan(150);
  expect(p95).toBeLessThanOrEqual(200);
  expect(p99).toBe(850); // halfway through the bin from 700 to 1000
});

test("failures are told by platform and code, the most frequent first", () => {
  const { failures, refused } = machineFigures([
    ...sums("slack", { "error/showing/ECONNRESET": 2 }),
    ...sums("web", { "error/said/SQLITE_BUSY": 1, "http/429": 5, "http/404": 2 }),
    ...sums("slack", { "error/showing/ECONNRESET": 3 }, "2026-11-30"),
  ]);
  expect(failures).toEqual([
    { platform: "slack", doing: "showing", code: "ECONNRESET", count: 5 },
    { platform: "web", doing: "said", code: "SQLITE_BUSY", count: 1 },
  ]);
  expect(refused).toEqual([
    { status: 404, requests: 2 },
    { status: 429, requests: 5 },
  ]);
});

test("calls of the language model cost what the operator says a million tokens cost", () => {
  const counted = sums("", {
    "call/answered": 8,
    "call/timeout": 2,
    "call/took/700": 10,
    "tokens/prompt": 2_000_000,
    "tokens/completion": 500_000,
    "unsent/budget": 4,
  });
  expect(machineFigures(counted, { prompt: 0.4, completion: 1.6 }).calls).toMatchObject({
    calls: 10,
    outcomes: [
      { outcome: "answered", calls: 8 },
      { outcome: "timeout", calls: 2 },
    ],
    took: { p50: 600 },
    cost: 1.6,
    unsent: [{ why: "budget", texts: 4 }],
  });
  expect(machineFigures(counted).calls.cost).toBeNull();
  expect(machineFigures([]).calls).toMatchObject({ calls: 0, took: null });
});
