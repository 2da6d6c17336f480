/** Whatever fails between the bot and Slack: what was committed is shown, once, and the conversation goes on. */
import { describe, expect } from "vitest";
import { createRandom } from "../../src/numerics/random.ts";
import type { Failure } from "./fake/faults.ts";
import { read } from "./fake/people.ts";
import type { Message } from "./fake/workspace.ts";
import { suggestionsOf, type Table, onTable as test, titleOf } from "./table.ts";
import { eventually } from "./testing.ts";

const KINDS: readonly (readonly [string, Failure])[] = [
  ["a rate limit", { retryAfterS: 1 }],
  ["a rate limit with 200", { error: "ratelimited" }],
  ["an error of Slack's own that passes", { error: "internal_error" }],
  ["such an error after the work was done", { error: "fatal_error", taken: true }],
  ["a 503", { status: 503 }],
  ["a 500 after the work was done", { status: 500, taken: true }],
  ["a socket cut before the work", "cut"],
  ["a socket cut after the work", "answer lost"],
  ["an answer cut in the middle", "half an answer"],
];

/** As many suggestions were made as these, and nothing waits to be shown. */
const settled = ({ store }: Table, person: { readonly id: string }, made: number): Promise<void> =>
  eventually(async () => {
    expect((await store.export(keyOf(person))).suggestions).toHaveLength(made);
    expect(await store.waiting(keyOf(person))).toEqual([]);
  });

const keyOf = ({ id }: { readonly id: string }) => ({ platform: "slack", id });

describe.concurrent("the next suggestion", () => {
  test.for(KINDS)("is shown once through %s", async ([_what, failure], { table }) => {
    const { slack } = table;
    const ada = slack.user("ada");
    const made = () => suggestionsOf(ada.dms());
    ada.dm("next");
    await eventually(() => expect(made()).toHaveLength(1));
    slack.fail("chat.postMessage", failure);
    ada.react(made()[0]!, "+1");
    await settled(table, ada, 2);
    expect(made().map(titleOf)).toHaveLength(2);
    ada.react(made()[1]!, "-1");
    await eventually(() => expect(made()).toHaveLength(3));
    const { log, suggestions } = await table.store.export(keyOf(ada));
    expect(log).toMatchObject([{ verdict: "like" }, { verdict: "dislike" }]);
    expect(suggestions).toHaveLength(3);
    expect(new Set(made().map(titleOf)).size).toBe(3);
  });

  test("is shown once in a thread", async ({ table }) => {
    const { slack } = table;
    const ada = slack.user("ada");
    const first = ada.dm("likes");
    await slack.delivered();
    slack.fail("chat.postMessage", "answer lost", 2);
    ada.dm("next", { threadTs: first.ts });
    await settled(table, ada, 1);
    const [made, ...others] = suggestionsOf(ada.dms());
    expect(made!.threadTs).toBe(first.ts);
    expect(others).toEqual([]);
  });

  test.for<[boolean, number]>([
    [true, 1],
    [false, 2],
  ])(
    "in a channel, which the bot may read: %s, is shown, and the answers to it count",
    async ([may, times], { table }) => {
      const { slack } = table;
      if (may) slack.scopes.add("channels:history");
      const [channel, ada] = [slack.channel("movies"), slack.user("ada")];
      slack.fail("chat.postMessage", "answer lost");
      ada.mention(channel, "next");
      await settled(table, ada, 1);
      const made = suggestionsOf(channel.messages);
      expect(made).toHaveLength(times);
      ada.react(made.at(-1)!, "+1");
      await eventually(async () => expect((await table.store.export(keyOf(ada))).log).toHaveLength(1));
    },
  );

  test("that was posted by a process that did not live to hear of it is known again, and completed", async ({
    table,
  }) => {
    const { slack } = table;
    const ada = slack.user("ada");
    slack.fail("chat.postMessage", "answer lost");
    slack.faults.schedule = ({ method }) => (method === "conversations.history" ? "cut" : undefined);
    ada.dm("next");
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(1));
    await table.stop();
    ada.react(suggestionsOf(ada.dms())[0]!, "+1");
    slack.faults.schedule = undefined;

    await table.start();
    await eventually(async () => expect((await table.store.export(keyOf(ada))).log).toHaveLength(1));
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(2));
    for (const { reactions } of suggestionsOf(ada.dms())) {
      await eventually(() => expect(reactions.size).toBe(5));
    }
  });
});

describe.concurrent("of a card that could not be drawn again", () => {
  test("nothing is lost: it is tried again, behind the next one", async ({ table }) => {
    const { slack } = table;
    const ada = slack.user("ada");
    ada.dm("next");
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(1));
    slack.fail("chat.update", { status: 503 }, 2);
    slack.fail("chat.update", "answer lost");
    const [first] = suggestionsOf(ada.dms());
    ada.react(first!, "+1");
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(2));
    await eventually(() => expect(read(first!)).toContain("Noted: 👍 liked"));
    expect(table.troubles).toEqual([]);
  });
});

describe.concurrent("whatever fails, and however often", () => {
  /** One call in four fails, in any way. */
  function chance(seed: number): () => Failure | undefined {
    const random = createRandom(seed);
    return () => (random.int(4) === 0 ? KINDS[random.int(KINDS.length)]![1] : undefined);
  }

  test.for([2, 5, 7, 8])("each suggestion is shown once (%i)", async (seed, { table }) => {
    const { slack } = table;
    const ada = slack.user("ada");
    const made = (): Message[] => suggestionsOf(ada.dms());
    slack.faults.schedule = chance(seed);
    ada.dm("next");
    for (let shown = 1; shown <= 5; shown++) {
      await eventually(() => expect(made()).toHaveLength(shown));
      if (shown < 5) ada.react(made().at(-1)!, "+1");
    }
    slack.faults.schedule = undefined;
    await settled(table, ada, 5);
    expect(new Set(made().map(titleOf)).size).toBe(5);
    for (const { reactions } of made()) await eventually(() => expect(reactions.size).toBe(5));
    const { log } = await table.store.export(keyOf(ada));
    expect(log.filter(({ kind }) => kind === "feedback")).toHaveLength(4);
  });
});
