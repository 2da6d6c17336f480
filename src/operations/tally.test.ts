import { expect, onTestFinished, test } from "vitest";
import { memoryStore } from "../store/memory.ts";
import { createTally } from "./tally.ts";

const DAY_MS = 86_400_000;
const CALL = {
  model: "m",
  outcome: "answered",
  latencyMs: 40,
  promptTokens: 900,
  completionTokens: 60,
} as const;

function someTally() {
  const store = memoryStore();
  const troubles: unknown[] = [];
  let atMs = 0;
  let isBroken = false;
  const tally = createTally({
    store: {
      async tally(counts) {
        if (isBroken) throw new Error("the disk is full");
        await store.tally(counts);
      },
    },
    now: () => atMs,
    onTrouble: (error) => troubles.push(error),
    everyMs: DAY_MS,
  });
  onTestFinished(() => tally.close());
  const sums = async () =>
    (await store.figures("1970-01-01", "1970-01-02")).map(
      ({ day, platform, what, count }) => `${day.slice(8)} ${platform} ${what} ${count}`,
    );
  return {
    tally,
    troubles,
    sums,
    later: (ms: number) => {
      atMs += ms;
    },
    breakIt: (broken: boolean) => {
      isBroken = broken;
    },
  };
}

test("turns, failures and calls are added to the sums of the day on which they happened", async () => {
  const { tally, sums, later } = someTally();
  tally.took("web", "said", 12);
  tally.took("web", "said", 14.9);
  tally.failed("slack", "catching up", Object.assign(new Error("no"), { code: "ECONNRESET" }));
  tally.refused("web", 429);
  tally.called(CALL);
  tally.called({ ...CALL, outcome: "timeout", latencyMs: 4_000, promptTokens: 0, completionTokens: 0 });
  tally.unsent("budget");
  later(DAY_MS);
  tally.took("web", "said", 12);
  await tally.flush();
  expect(await sums()).toEqual([
    "01  call/answered 1",
    "01  call/timeout 1",
    "01  call/took/50 1",
    "01  call/took/5000 1",
    "01  tokens/completion 60",
    "01  tokens/prompt 900",
    "01  unsent/budget 1",
    "01 slack error/catching-up/ECONNRESET 1",
    "01 web http/429 1",
    "01 web took/said/15 2",
    "02 web took/said/15 1",
  ]);
});

test("what cannot be written just now is written later, each once", async () => {
  const { tally, sums, troubles, breakIt } = someTally();
  breakIt(true);
  tally.refused("web", 404);
  await tally.flush();
  expect(troubles).toHaveLength(1);
  expect(await sums()).toEqual([]);
  breakIt(false);
  tally.refused("web", 404);
  await tally.close();
  await tally.close();
  expect(await sums()).toEqual(["01 web http/404 2"]);
});
