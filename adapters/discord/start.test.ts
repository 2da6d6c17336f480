/** What is wrong at the start is said in a sentence; what passes is waited for. */
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Adapter } from "../../src/host/adapter.ts";
import { createDiscord, type DiscordOptions } from "./discord.ts";
import { type FakeDiscord, fakeDiscord } from "./fake/fake-discord.ts";
import { refuse } from "./fake/refusal.ts";
import type { Trouble } from "./fake/troubles.ts";
import { eventually } from "./testing/eventually.ts";

const LOOK_UP = "GET /gateway/bot";
const CONNECT = "CONNECT /gateway";
const IDENTIFY = "IDENTIFY";
const WAITING = /^Discord is busy or out of order, waiting before I ask again: /;

interface Starting {
  readonly fake: FakeDiscord;
  /** What was logged, and how long is waited. */
  readonly waits: { readonly waitMs: number; readonly message: string }[];
  begin(options?: Partial<DiscordOptions>): { readonly adapter: Adapter; readonly started: Promise<void> };
}

async function starting(): Promise<Starting> {
  const fake = await fakeDiscord();
  onTestFinished(() => fake.close());
  const waits: Starting["waits"] = [];
  const warn = (fields: object, message: string) =>
    void waits.push({ ...(fields as { waitMs: number }), message });
  const log = { info() {}, warn, error() {} };
  return {
    fake,
    waits,
    begin(options = {}) {
      const { token, api } = fake;
      const adapter = createDiscord({ token, api, log, now: Date.now, completeTitle: () => [], ...options });
      onTestFinished(() => adapter.stop());
      const started = adapter.start(async () => {});
      started.catch(() => {});
      return { adapter, started };
    },
  };
}

describe("a Discord that is busy or out of order", () => {
  const passing: [string, Omit<Trouble, "times">][] = [
    ["a look-up that is asked to wait", { on: LOOK_UP, retryAfterS: 0.0123 }],
    ["a look-up that breaks", { on: LOOK_UP, status: 500 }],
    ["a look-up out of service", { on: LOOK_UP, status: 503 }],
    ["a look-up whose socket is cut", { on: LOOK_UP, cuts: "before" }],
    ["a gateway out of service", { on: CONNECT, status: 503 }],
    ["a gateway that cuts the socket", { on: CONNECT, cuts: "before" }],
    ["a gateway that hangs up before it is ready", { on: IDENTIFY, closes: 4000 }],
    ["a gateway that goes away before it is ready", { on: IDENTIFY, closes: 1001 }],
  ];
  test.each(passing)("is waited for: %s", async (_what, how) => {
    const { fake, waits, begin } = await starting();
    fake.trouble({ ...how, times: 1 });
    await begin().started;
    expect(waits).toEqual([
      { waitMs: how.retryAfterS === undefined ? 1_000 : 63, message: expect.stringMatching(WAITING) },
    ]);
    const connected = how.on === LOOK_UP ? 1 : 2; // and nobody else, such as a client that was given up by half
    expect(fake.gatewayCounts).toEqual({ connected, identified: 1, resumed: 0 });
  });

  test("is waited for where nothing listens at its gateway", async () => {
    const { fake, waits, begin } = await starting();
    fake.gatewayGoes();
    const { started } = begin();
    await eventually(() => waits.length).toBe(1);
    fake.gatewayReturns();
    await started;
    expect(waits[0]!.message).toMatch(WAITING);
  });

  test.each([
    [LOOK_UP, { status: 503 }],
    [IDENTIFY, { closes: 4000 }],
  ])("is waited for no longer than a while: %s", async (on, how) => {
    const { fake, waits, begin } = await starting();
    fake.trouble({ on, ...how, times: 100 });
    const sentence = /^Discord cannot be reached at http:\/\/127\.0\.0\.1:\d+\/api: [^\n]+$/;
    await expect(begin({ startPatienceMs: 1_200 }).started).rejects.toThrow(sentence);
    expect(waits.map(({ waitMs }) => waitMs)[0]).toBe(1_000);
    expect(waits.length).toBeGreaterThan(1);
    expect(waits.reduce((sum, { waitMs }) => sum + waitMs, 0)).toBeLessThanOrEqual(1_200);
  });

  test("is not waited for where it asks for more patience than there is", async () => {
    const { fake, waits, begin } = await starting();
    fake.trouble({ on: LOOK_UP, retryAfterS: 90, times: 1 });
    await expect(begin().started).rejects.toThrow(/^Discord cannot be reached at .*asks to wait 900\d\d ms/);
    expect(waits).toEqual([]);
  });

  test("is given up where no socket is ever opened, and throws nothing later", async () => {
    const { fake, begin } = await starting();
    fake.trouble({ on: CONNECT, hangs: "before", times: 1 });
    await expect(begin({ startPatienceMs: 1_000 }).started).rejects.toThrow(/handshake has timed out/);
  });

  const stoppable: [string, Trouble][] = [
    ["asks for patience", { on: LOOK_UP, retryAfterS: 50, times: 1 }],
    ["does not answer", { on: LOOK_UP, hangs: "before", times: 1 }],
    ["opens no socket", { on: CONNECT, hangs: "before", times: 1 }],
    ["does not say ready", { on: IDENTIFY, hangs: "before", times: 1 }],
    ["has hung up", { on: IDENTIFY, closes: 4000, times: 1 }],
  ];
  test.each(stoppable)(
    "is not waited for once told to stop while it %s, nor joined later",
    async (_what, trouble) => {
      const { fake, begin } = await starting();
      fake.trouble(trouble);
      const { adapter, started } = begin();
      await eventually(() => trouble.times).toBe(0);
      await adapter.stop();
      await expect(started).rejects.toThrow();
      await sleep(1_000); // it would be back by now
      expect(fake.gatewayCounts.identified).toBe(0);
    },
  );
});

describe("what is wrong at the start is said at once, in a sentence", () => {
  const wrong: [string, Omit<Trouble, "times">, RegExp][] = [
    [
      "a token that it does not know",
      { on: LOOK_UP, refuses: refuse.unauthorized() },
      /^Discord does not take this token\. Copy it again from the Bot page .* into DISCORD_TOKEN\.$/,
    ],
    [
      "a token that the gateway does not know",
      { on: IDENTIFY, closes: 4004 },
      /^Discord does not take this token\./,
    ],
    [
      "intents that are not granted",
      { on: IDENTIFY, closes: 4014 },
      /^Discord does not let me hear what I listen to \(code 4014\): switch on what stands under "Privileged Gateway Intents" on the Bot page /,
    ],
    [
      "more servers than so few shards may serve",
      { on: IDENTIFY, closes: 4011 },
      /set DISCORD_SHARDS to more of them/,
    ],
    ["what Matinee is too old for", { on: IDENTIFY, closes: 4012 }, /\(code 4012\): update Matinee, and/],
    [
      "another program at that address",
      { on: LOOK_UP, refuses: refuse.unknownRoute() },
      /^Discord cannot be reached at http:\S+: .*404/,
    ],
  ];
  test.each(wrong)("%s", async (_what, how, sentence) => {
    const { fake, waits, begin } = await starting();
    fake.trouble({ ...how, times: 1 });
    await expect(begin().started).rejects.toThrow(sentence);
    expect(waits).toEqual([]);
  });

  test("no more log-ins today", async () => {
    const { fake, begin } = await starting();
    fake.logInsLeft(0);
    await expect(begin().started).rejects.toThrow(
      /^Discord lets this bot log in no more before \d{4}-\d\d-\d\dT[\d:.]+Z, as it was started too often: start it once then\.$/,
    );
  });

  test("nobody at that address", async () => {
    const { begin } = await starting();
    await expect(begin({ api: "http://127.0.0.1:9/api" }).started).rejects.toThrow(
      /^Discord cannot be reached at http:\/\/127\.0\.0\.1:9\/api: /,
    );
  });
});

test("nothing privileged is asked for", async () => {
  const { fake, begin } = await starting();
  await begin().started; // the fake closes with 4014 where it is
  expect(fake.gatewayCounts.identified).toBe(1);
});
