import { setImmediate as turn } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import type { IntentParser, Parsed } from "../parser.ts";
import { memoryAnswerCache } from "./cache.ts";
import { type Behaviour, type FakeEndpoint, startFakeEndpoint } from "./fake/fake-endpoint.ts";
import { createLlmParser } from "./llm-parser.ts";

/** Longer than any test may take: who waited for it would never be answered. */
const NEVER_S = 3600;
const BEHAVIOURS: readonly Behaviour[] = [
  { kind: "slow", delayMs: 1_000 * NEVER_S },
  { kind: "stalls" },
  { kind: "cutOff" },
  { kind: "refuses" },
  { kind: "says", content: "Sure!" },
  { kind: "rateLimits" },
  { kind: "rateLimits", retryAfterS: NEVER_S },
  { kind: "fails", status: 500 },
  { kind: "hangsUp" },
];

const parserOver = (endpoint: FakeEndpoint, timeoutMs?: number): IntentParser =>
  createLlmParser({
    settings: {
      baseUrl: endpoint.baseUrl,
      model: "small",
      tokenLimitName: "max_tokens",
      dailyPerPerson: 10,
      dailyInAll: 10,
    },
    cache: memoryAnswerCache(),
    lastYear: 2018,
    now: Date.now,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
const parse = (parser: IntentParser) => parser.parse("a comedy", new AbortController().signal);

test.each(BEHAVIOURS)("nobody waits for a model for good, though the endpoint $kind", async (behaviour) => {
  const endpoint = await startFakeEndpoint({ answer: () => "not json" });
  endpoint.always(behaviour);
  expect(await parse(parserOver(endpoint, 300))).toMatchObject({ ok: false });
  await endpoint.close();
});

afterEach(() => vi.useRealTimers());

test("a model is waited for 4 seconds, and no longer", async () => {
  const endpoint = await startFakeEndpoint({ answer: () => "" });
  endpoint.always({ kind: "stalls" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let answered: Parsed | undefined;
  const parsing = parse(parserOver(endpoint)).then((parsed) => {
    answered = parsed;
  });
  while (endpoint.requests.length === 0) await turn();
  vi.advanceTimersByTime(3_999);
  for (let turns = 0; turns < 100; turns++) await turn();
  expect(answered).toBeUndefined();
  vi.advanceTimersByTime(1);
  await parsing;
  expect(answered).toEqual({ ok: false, why: "timeout" });
  await endpoint.close();
});
