import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FAILURES_TO_OPEN, OPEN_FOR_MS } from "../../remote/circuit.ts";
import type { IntentParser, Parsed } from "../parser.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import type { LlmCall } from "./ask.ts";
import { type AnswerCache, memoryAnswerCache } from "./cache.ts";
import type { ChatRequest } from "./fake/chat-form.ts";
import { type Behaviour, type FakeEndpoint, startFakeEndpoint } from "./fake/fake-endpoint.ts";
import { createLlmParser, type LlmParserOptions } from "./llm-parser.ts";
import type { LlmSettings } from "./settings.ts";

const TEXT = "a comedy from the 90s";
const REQUEST: MovieRequest = {
  ...emptyRequest(),
  genresIn: ["Comedy"],
  yearFrom: 1990,
  yearTo: 1999,
};
/** For an endpoint on this machine that answers, however busy that is. */
const AMPLE_MS = 60_000;
const NEW_YEAR = Date.UTC(2024, 0, 1);

const neverAborted = () => new AbortController().signal;
const failed = (why: string) => ({ ok: false, why });
const understood: Parsed = { ok: true, request: REQUEST, judged: [], meant: [] };

let endpoint: FakeEndpoint;
/** What the clock shows: it stands still unless it is moved on. */
let nowMs: number;
let calls: LlmCall[];

beforeEach(async () => {
  endpoint = await startFakeEndpoint({ answer: () => JSON.stringify(REQUEST), apiKey: "secret" });
  nowMs = NEW_YEAR;
  calls = [];
});
afterEach(() => endpoint.close());

interface Changes {
  readonly settings?: Partial<LlmSettings>;
  readonly timeoutMs?: number;
  readonly cache?: AnswerCache;
}

const optionsWith = ({ settings, ...changes }: Changes = {}): LlmParserOptions => ({
  settings: {
    baseUrl: endpoint.baseUrl,
    apiKey: "secret",
    model: "small",
    tokenLimitName: "max_tokens",
    dailyPerPerson: 100,
    dailyInAll: 1000,
    ...settings,
  },
  cache: memoryAnswerCache(),
  lastYear: 2018,
  now: () => nowMs,
  timeoutMs: AMPLE_MS,
  onCall: (call) => calls.push(call),
  ...changes,
});
const parserWith = (changes?: Changes): IntentParser => createLlmParser(optionsWith(changes));
const parse = (parser: IntentParser, text = TEXT, person = "ada") =>
  parser.parse(text, neverAborted(), person);

describe("a well endpoint", () => {
  test("is asked as all compatible ones can be, and understood", async () => {
    expect(await parse(parserWith())).toEqual(understood);
    const [request] = endpoint.requests as [ChatRequest];
    expect(Object.keys(request).sort()).toEqual([
      "max_tokens",
      "messages",
      "model",
      "response_format",
      "temperature",
    ]);
    expect(request.messages.at(-1)).toEqual({ role: "user", content: JSON.stringify({ message: TEXT }) });
    expect(request.messages[0]?.content).toContain("Today is 2024-01-01");
  });

  test("may know the limit by its newer name, and need no key", async () => {
    const newer = await startFakeEndpoint({
      answer: () => JSON.stringify(REQUEST),
      tokenLimitName: "max_completion_tokens",
    });
    const { apiKey: _, ...settings } = optionsWith({
      settings: { baseUrl: newer.baseUrl, tokenLimitName: "max_completion_tokens" },
    }).settings;
    expect(await parse(createLlmParser({ ...optionsWith(), settings }))).toEqual(understood);
    await newer.close();
  });

  test("may take no schema: it is found out once, and what it says is checked all the same", async () => {
    const plain = await startFakeEndpoint({ answer: () => JSON.stringify(REQUEST), takesNoSchema: true });
    const parser = parserWith({ settings: { baseUrl: plain.baseUrl } });
    expect(await parse(parser)).toEqual(understood);
    expect(await parse(parser, "another")).toEqual(understood);
    expect(plain.asked).toBe(3);
    plain.always({ kind: "says", content: '{"kind":"request","limit":3}' });
    expect(await parse(parser, "a third")).toEqual(failed("badAnswer"));
    await plain.close();
  });

  test.each([false, true])(
    "may take no temperature, and say so: it is asked without from then on (and no schema: %j)",
    async (takesNoSchema) => {
      const answer = () => JSON.stringify(REQUEST);
      const reasoning = await startFakeEndpoint({ answer, takesNoTemperature: true, takesNoSchema });
      const parser = parserWith({ settings: { baseUrl: reasoning.baseUrl } });
      reasoning.next({ kind: "refuses" });
      expect(await parse(parser)).toEqual(failed("refused"));
      const asked = reasoning.asked;
      expect(await parse(parser, "another")).toEqual(understood);
      expect(await parse(parser, "a third")).toEqual(understood);
      expect(reasoning.asked).toBe(asked + 2);
      expect(reasoning.requests.some((request) => "temperature" in request)).toBe(false);
      await reasoning.close();
    },
  );

  test("may answer in a list of parts", async () => {
    const answer = JSON.stringify(REQUEST);
    endpoint.next({ kind: "saysInParts", parts: [answer.slice(0, 20), answer.slice(20)] });
    expect(await parse(parserWith())).toEqual(understood);
    expect(endpoint.asked).toBe(1);
  });

  test("has its tokens and its time told, and nothing of what was written", async () => {
    await parse(parserWith());
    expect(calls).toEqual([
      {
        model: "small",
        outcome: "answered",
        latencyMs: expect.any(Number),
        promptTokens: expect.any(Number),
        completionTokens: Math.ceil(JSON.stringify(REQUEST).length / 4),
      },
    ]);
    expect(calls[0]!.promptTokens).toBeGreaterThan(500);
  });
});

describe("each fault has its outcome, in time", () => {
  const faults: readonly [name: string, behaviour: Behaviour, why: string, requests: number][] = [
    ["slow", { kind: "slow", delayMs: 5000 }, "timeout", 1],
    ["stalled", { kind: "stalls" }, "timeout", 1],
    ["cut off", { kind: "cutOff" }, "badAnswer", 2],
    ["refusing", { kind: "refuses" }, "refused", 1],
    ["filtering", { kind: "filters" }, "refused", 1],
    ["talking", { kind: "says", content: "Sure! How about Heat?" }, "badAnswer", 2],
    ["silent", { kind: "says", content: "" }, "badAnswer", 2],
    [
      "breaking the schema",
      { kind: "says", content: JSON.stringify({ ...REQUEST, limit: 3 }) },
      "badAnswer",
      2,
    ],
    ["babbling", { kind: "babbles", body: "<html>Welcome</html>" }, "badAnswer", 1],
    ["empty-handed", { kind: "babbles", body: '{"choices":[]}' }, "badAnswer", 1],
    ["rate-limited for an hour", { kind: "rateLimits", retryAfterS: 3600 }, "rateLimited", 1],
    ["rate-limited", { kind: "rateLimits" }, "rateLimited", 3],
    ["failing", { kind: "fails", status: 503 }, "unreachable", 3],
    ["hanging up", { kind: "hangsUp" }, "unreachable", 3],
    ["without such a model", { kind: "fails", status: 404 }, "rejected", 1],
  ];

  test.each(faults)("%s", async (_, behaviour, why, requests) => {
    endpoint.always(behaviour);
    const parser = parserWith(why === "timeout" ? { timeoutMs: 300 } : {});
    expect(await parse(parser)).toEqual(failed(why));
    expect(endpoint.asked).toBe(requests);
    expect(calls).toHaveLength(requests);
  });

  test("down", async () => {
    const parser = parserWith();
    await endpoint.close();
    expect(await parse(parser)).toEqual(failed("unreachable"));
  });

  test("with a wrong key", async () => {
    expect(await parse(parserWith({ settings: { apiKey: "guessed" } }))).toEqual(failed("rejected"));
    expect(calls).toMatchObject([{ outcome: "rejected", status: 401 }]);
  });
});

describe("a fault that passes", () => {
  test.each<Behaviour>([{ kind: "rateLimits" }, { kind: "fails", status: 500 }, { kind: "hangsUp" }])(
    "is tried again: $kind",
    async (behaviour) => {
      endpoint.next(behaviour);
      expect(await parse(parserWith())).toEqual(understood);
    },
  );

  test("is waited for as long as the endpoint asks", async () => {
    endpoint.next({ kind: "rateLimits", retryAfterS: 0.4 });
    const beganMs = performance.now();
    expect(await parse(parserWith())).toEqual(understood);
    expect(performance.now() - beganMs).toBeGreaterThanOrEqual(390);
  });

  test("in what it says, which contradicts itself, is put to the model", async () => {
    const content = JSON.stringify({ ...REQUEST, genresOut: ["Comedy"] });
    endpoint.next({ kind: "says", content });
    expect(await parse(parserWith())).toEqual(understood);
    expect(endpoint.requests.at(-1)!.messages.at(-1)!.content).toContain('both hold "Comedy"');
  });

  test("in the answer is mended by the model, which is told what was wrong", async () => {
    endpoint.next({ kind: "says", content: '{"kind":"request"}' });
    expect(await parse(parserWith())).toEqual(understood);
    const [first, second] = endpoint.requests as [ChatRequest, ChatRequest];
    expect(second.messages.slice(0, first.messages.length)).toEqual(first.messages);
    const [answer, complaint] = second.messages.slice(first.messages.length);
    expect(answer).toEqual({ role: "assistant", content: '{"kind":"request"}' });
    expect(complaint?.content).toMatch(/genresIn/);
  });
});

describe("the circuit", () => {
  const breakIt = async (parser: IntentParser) => {
    endpoint.always({ kind: "fails", status: 404 });
    for (let k = 0; k < FAILURES_TO_OPEN; k++) await parse(parser);
  };

  test("opens after repeated failures, and then nothing is asked", async () => {
    const parser = parserWith();
    await breakIt(parser);
    expect(await parse(parser)).toEqual(failed("circuitOpen"));
    expect(endpoint.asked).toBe(FAILURES_TO_OPEN);
  });

  test("lets one message try after a while, and closes when that is understood", async () => {
    const parser = parserWith();
    await breakIt(parser);
    nowMs += OPEN_FOR_MS;
    endpoint.always({ kind: "slow", delayMs: 100 });
    const both = await Promise.all([parse(parser, "a western"), parse(parser, "a musical")]);
    expect(both).toEqual([understood, failed("circuitOpen")]);
    expect(await parse(parser, "a musical")).toEqual(understood);
  });

  test("stays closed for an endpoint that answers badly, or a person who will not wait", async () => {
    const parser = parserWith();
    endpoint.always({ kind: "refuses" });
    for (let k = 0; k <= FAILURES_TO_OPEN; k++) await parse(parser);
    endpoint.always({ kind: "slow", delayMs: 5000 });
    for (let k = 0; k <= FAILURES_TO_OPEN; k++) {
      expect(await parser.parse(TEXT, AbortSignal.timeout(20))).toEqual(failed("timeout"));
    }
    endpoint.always({ kind: "right" });
    expect(await parse(parser)).toEqual(understood);
  });

  test("is not held open by a probe that nobody waited for", async () => {
    const parser = parserWith();
    await breakIt(parser);
    nowMs += OPEN_FOR_MS;
    endpoint.always({ kind: "slow", delayMs: 5000 });
    expect(await parser.parse(TEXT, AbortSignal.timeout(20))).toEqual(failed("timeout"));
    endpoint.always({ kind: "right" });
    expect(await parse(parser)).toEqual(understood);
  });
});

describe("what was understood once", () => {
  test("is not asked again, in whatever case, by whomever, even with the endpoint down", async () => {
    const parser = parserWith({ settings: { dailyPerPerson: 1 } });
    await parse(parser);
    await endpoint.close();
    expect(await parse(parser, `  ${TEXT.toUpperCase()} `, "ada")).toEqual(understood);
    expect(await parse(parser, TEXT, "bob")).toEqual(understood);
    expect(calls).toHaveLength(1);
  });

  test("is asked again the next year, of another model, and where what is kept has lost its shape", async () => {
    const cache = memoryAnswerCache();
    await parse(parserWith({ cache }));
    nowMs = Date.UTC(2025, 0, 1);
    await parse(parserWith({ cache }));
    await parse(parserWith({ cache, settings: { model: "large" } }));
    expect(endpoint.asked).toBe(3);
    const outdated: AnswerCache = { ...memoryAnswerCache(), get: async () => '{"kind":"request"}' };
    expect(await parse(parserWith({ cache: outdated }))).toEqual(understood);
    expect(endpoint.asked).toBe(4);
  });

  test("is only what was understood", async () => {
    const parser = parserWith();
    endpoint.next({ kind: "refuses" });
    expect(await parse(parser)).toEqual(failed("refused"));
    expect(await parse(parser)).toEqual(understood);
  });
});

test("a day's budget is kept for each person, and the next day brings another", async () => {
  const parser = parserWith({ settings: { dailyPerPerson: 1 } });
  expect(await parse(parser, "one")).toEqual(understood);
  expect(await parse(parser, "two")).toEqual(failed("budget"));
  expect(await parse(parser, "two", "bob")).toEqual(understood);
  nowMs += 86_400_000;
  expect(await parse(parser, "three")).toEqual(understood);
});

test("nothing is asked where nothing is said, or nobody waits", async () => {
  expect(await parse(parserWith(), " \n ")).toEqual(failed("unclear"));
  expect(await parserWith().parse(TEXT, AbortSignal.abort())).toEqual(failed("timeout"));
  expect(endpoint.asked).toBe(0);
});
