import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { beforeEach, describe, expect, test } from "vitest";
import { type Call, type Calls, createCalls } from "./calls.ts";
import { eventually } from "./testing.ts";

const SEED: Call = { method: "reactions.add", urgency: "seed", repeatable: true };
const LOOK: Call = { ...SEED, urgency: "look" };
const POST: Call = { method: "chat.postMessage", channel: "C1", urgency: "answer", repeatable: false };

let calls: Calls;
let lockedOut: string[];
beforeEach(() => {
  lockedOut = [];
  calls = createCalls((error) => lockedOut.push(error));
});

/** Work that goes on until it is told to finish, and what of it has begun, in order. */
function bench() {
  const begun: string[] = [];
  const underWay = new Map<string, () => void>();
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name);
      return new Promise<void>((resolve) => underWay.set(name, resolve));
    },
    finishAll() {
      for (const finish of underWay.values()) finish();
      underWay.clear();
    },
  };
}

const limited = (seconds: number) => new webApi.WebAPIRateLimitedError(seconds);
const said = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

/** Throws these one after the other, then gives the last. */
function inTurn(...outcomes: unknown[]) {
  let times = 0;
  const work = async () => {
    const outcome = outcomes[Math.min(times++, outcomes.length - 1)];
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { work, times: () => times };
}

describe("a queue", () => {
  test("has a bounded number under way, and sends the more urgent first", async () => {
    const { begun, work, finishAll } = bench();
    const all: Promise<unknown>[] = [];
    for (let n = 0; n < 12; n++) all.push(calls.make(LOOK, work(`look ${n}`)));
    await eventually(() => expect(begun).toHaveLength(8));
    for (let n = 0; n < 4; n++) all.push(calls.make(SEED, work(`seed ${n}`)));
    finishAll();
    await eventually(() => expect(begun).toHaveLength(16));
    expect(begun.slice(8)).toEqual([
      ...["seed 0", "seed 1", "seed 2", "seed 3"],
      ...["look 8", "look 9", "look 10", "look 11"],
    ]);
    finishAll();
    await Promise.all(all);
  });

  test("that is full keeps no other waiting", async () => {
    const { begun, work } = bench();
    for (let n = 0; n < 20; n++) calls.make(SEED, work(`seed ${n}`)).catch(() => {});
    calls.make(POST, work("post")).catch(() => {});
    await eventually(() => expect(begun).toContain("post"));
    calls.close();
  });

  test("rests when Slack asks to, and begins again with one, and with one more for each that gets through", async () => {
    const { begun, work, finishAll } = bench();
    const all = Array.from({ length: 6 }, (_, n) => {
      let tries = 0;
      return calls.make(SEED, async () => {
        if (++tries === 1) throw limited(0.05);
        await work(`seed ${n}`)();
      });
    });
    await eventually(() => expect(begun).toHaveLength(1));
    await sleep(20);
    expect(begun).toHaveLength(1);
    finishAll();
    await eventually(() => expect(begun).toHaveLength(3));
    await sleep(20);
    expect(begun).toHaveLength(3);
    finishAll();
    await eventually(() => expect(begun).toHaveLength(6));
    finishAll();
    await Promise.all(all);
  });

  test("lets what was sent back go before what came later", async () => {
    const order: string[] = [];
    const sentBack = inTurn(limited(0.05), "done");
    const first = calls.make(SEED, sentBack.work).then(() => order.push("sent back"));
    await eventually(() => expect(sentBack.times()).toBe(1));
    await sleep(5); // until the queue rests
    const later = calls.make(SEED, inTurn("done").work).then(() => order.push("later"));
    await Promise.all([first, later]);
    expect(order).toEqual(["sent back", "later"]);
  });
});

describe("a call that failed", () => {
  test("is made again, where that does no harm, and the failure passes", async () => {
    const broken = inTurn(said("internal_error"), new TypeError("terminated"), "done");
    expect(await calls.make(SEED, broken.work)).toBe("done");
    expect(broken.times()).toBe(3);
  });

  test("is not made again where it may have been served, and would be served twice", async () => {
    const broken = inTurn(said("internal_error"), "done");
    await expect(calls.make(POST, broken.work)).rejects.toThrow("internal_error");
    expect(broken.times()).toBe(1);
  });

  test("is not made again where Slack has decided", async () => {
    const refused = inTurn(said("restricted_action"), "done");
    await expect(calls.make(SEED, refused.work)).rejects.toThrow("restricted_action");
    expect(refused.times()).toBe(1);
  });

  test("is left to others where Slack asks for more patience than a person has", async () => {
    const limitedFor = inTurn(limited(300), "done");
    await expect(calls.make(POST, limitedFor.work)).rejects.toThrow("rate-limit");
    await expect(calls.make(POST, limitedFor.work)).rejects.toThrow("rate-limit");
    expect(limitedFor.times()).toBe(1);
    const elsewhere = inTurn("done");
    expect(await calls.make({ ...POST, channel: "C2" }, elsewhere.work)).toBe("done");
    calls.close();
  });

  test("because the token counts no more, is told", async () => {
    await expect(calls.make(POST, inTurn(said("token_revoked")).work)).rejects.toThrow("token_revoked");
    expect(lockedOut).toEqual(["token_revoked"]);
  });
});

describe("once closed", () => {
  test("nothing waits any longer, and what nobody waits for is not sent", async () => {
    const { begun, work } = bench();
    const waiting = calls.make(SEED, inTurn(limited(3_600)).work);
    waiting.catch(() => {});
    await sleep(5); // until the queue rests
    const behind = calls.make(SEED, work("a seed behind it"));
    const outcomes = Promise.allSettled([waiting, behind]);
    calls.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(calls.make(SEED, work("a late seed"))).rejects.toThrow("stopped");
    expect(begun).toEqual([]);
  });

  test("an answer is still sent, once", async () => {
    calls.close();
    expect(await calls.make(POST, inTurn("done").work)).toBe("done");
    await expect(calls.make(POST, inTurn(limited(1), "done").work)).rejects.toThrow("rate-limit");
  });
});
