import { expect, test } from "vitest";
import { firstOf, type IntentParser, type Parsed } from "../parser.ts";
import { emptyRequest } from "../request.ts";
import { memoryAnswerCache } from "./cache.ts";
import { type Behaviour, startFakeEndpoint } from "./fake/fake-endpoint.ts";
import { createLlmParser } from "./llm-parser.ts";

const understood: Parsed = { ok: true, request: emptyRequest() };
const rules: IntentParser = { parse: async () => understood };

const BEHAVIOURS: readonly Behaviour[] = [
  { kind: "slow", delayMs: 20_000 },
  { kind: "slow", delayMs: 3_000 },
  { kind: "stalls" },
  { kind: "cutOff" },
  { kind: "refuses" },
  { kind: "says", content: "Sure!" },
  { kind: "rateLimits" },
  { kind: "rateLimits", retryAfterS: 3 },
  { kind: "rateLimits", retryAfterS: 60 },
  { kind: "fails", status: 500 },
  { kind: "hangsUp" },
];

test("whatever the endpoint does, with rules behind the model everybody is answered within 5 seconds", {
  retry: 2,
}, async () => {
  const answeredAfterMs = async (behaviour: Behaviour): Promise<number> => {
    const endpoint = await startFakeEndpoint({ answer: () => "not json" });
    endpoint.always(behaviour);
    const parser = firstOf(
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
      }),
      rules,
    );
    const startMs = performance.now();
    expect(await parser.parse("a comedy", new AbortController().signal)).toEqual(understood);
    const tookMs = performance.now() - startMs;
    await endpoint.close();
    return tookMs;
  };
  const times = await Promise.all(BEHAVIOURS.map(answeredAfterMs));
  for (const [k, tookMs] of times.entries()) expect(tookMs, BEHAVIOURS[k]!.kind).toBeLessThan(5000);
  expect(times[0]).toBeGreaterThan(3900);
});
