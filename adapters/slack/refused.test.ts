/** Where Slack refuses a post for good, the next way is taken; where there is none, that is told, once. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Incoming } from "../../src/host/adapter.ts";
import { messageAt } from "./address.ts";
import type { Failure } from "./fake/faults.ts";
import { type Person, read } from "./fake/people.ts";
import type { Channel } from "./fake/workspace.ts";
import { openTable, suggestionsOf, type Table } from "./table.ts";
import { destinationOf, eventually, stage, suggestionFor } from "./testing.ts";

let table: Table;
let channel: Channel;
let ada: Person;

beforeEach(async () => {
  table = await openTable();
  channel = table.slack.channel("movies");
  ada = table.slack.user("ada");
});

afterEach(() => table.close());

const whispersTo = (person: Person) => person.sees(channel).filter(({ onlyFor }) => onlyFor === person.id);
const keyOf = ({ id }: Person) => ({ platform: "slack", id });

/** These methods fail in the channel, whoever calls them and however often. */
function refuseInChannel(failures: Readonly<Record<string, Failure>>): void {
  table.slack.faults.schedule = ({ method, params }) =>
    params.channel === channel.id ? failures[method] : undefined;
}

const FOR_GOOD = [
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "restricted_action_non_threadable_channel",
  "restricted_action_thread_locked",
  "is_archived",
  "not_in_channel",
  "channel_is_limited_access",
  "team_access_not_granted",
  "no_permission",
  "missing_scope",
  "a_word_that_slack_thinks_of_tomorrow",
];

describe("a suggestion that may not be posted in a channel", () => {
  test.each(FOR_GOOD)("(%s) is whispered there, and goes on by its buttons", async (error) => {
    refuseInChannel({ "chat.postMessage": { error } });
    ada.mention(channel, "next");
    await eventually(() => expect(whispersTo(ada)).toHaveLength(1));
    await ada.press("👍 Like", whispersTo(ada)[0]);
    await eventually(() => expect(whispersTo(ada)).toHaveLength(2));
    expect((await table.store.export(keyOf(ada))).log).toMatchObject([{ verdict: "like" }]);
    expect(table.troubles).toEqual([]);
  });

  test("nor whispered there goes into the person's messages, says why, and goes on there", async () => {
    const error = "restricted_action_read_only_channel";
    refuseInChannel({ "chat.postMessage": { error }, "chat.postEphemeral": { error } });
    ada.mention(channel, "next");
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(1));
    expect(read(ada.dms()[0]!)).toContain("I may not write where you asked, so I answer here.");
    ada.react(ada.dms()[0]!, "+1");
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(2));
  });

  test("is given by the address of the command, where there is one", async () => {
    refuseInChannel({
      "chat.postMessage": { error: "channel_is_limited_access" },
      "chat.postEphemeral": { error: "channel_is_limited_access" },
    });
    await ada.slash("/recommend", "", channel);
    await eventually(() => expect(whispersTo(ada)).toHaveLength(1));
    expect(ada.dms()).toEqual([]);
  });

  test("nor anywhere else is reported once, and the conversation goes on elsewhere", async () => {
    const error = "messages_tab_disabled";
    refuseInChannel({ "chat.postMessage": { error }, "chat.postEphemeral": { error } });
    table.slack.fail("conversations.open", { error });
    ada.mention(channel, "next");
    await eventually(() => expect(table.troubles).toHaveLength(1));
    expect(table.troubles[0]!.about.doing).toBe("showing");
    expect(await table.store.waiting(keyOf(ada))).toEqual([]);
    ada.dm("next");
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(1));
    expect(table.troubles).toHaveLength(1);
  });
});

test("an answer in a thread that is gone is given beside it", async () => {
  const first = ada.dm("likes");
  await table.slack.delivered();
  table.slack.faults.schedule = ({ params }) =>
    params.thread_ts === undefined ? undefined : { error: "thread_not_found" };
  ada.dm("next", { threadTs: first.ts });
  await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(1));
  expect(suggestionsOf(ada.dms())[0]!.threadTs).toBeUndefined();
});

test("a token that counts no more refuses nothing: what waits is shown once there is another", async () => {
  const { slack } = table;
  slack.faults.schedule = ({ method }) =>
    method === "chat.postMessage" ? { error: "token_revoked" } : undefined;
  ada.dm("next");
  await eventually(() => expect(table.troubles).not.toEqual([]));
  await table.stop();
  slack.faults.schedule = undefined;
  await table.start();
  await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(1));
});

describe("a picture that Slack cannot load", () => {
  const { run, end } = stage();
  afterEach(end);
  const picture = { url: "https://images.example/heat.jpg", alt: "Poster of Heat (1995)" };

  test("is left out, in a new card and in one drawn again", async () => {
    const { slack, adapter } = await run((incoming) => ({ ...suggestionFor(incoming), picture }));
    // Slack's word is invalid_blocks, which the fake takes for a mistake in the form
    slack.faults.schedule = ({ params }) =>
      JSON.stringify(params).includes(picture.url) ? { error: "downloading_image_failed" } : undefined;
    const bob = slack.user("bob");
    bob.dm("next");
    await eventually(() => expect(suggestionsOf(bob.dms())).toHaveLength(1));
    const [shown] = suggestionsOf(bob.dms());
    expect(read(shown!)).toContain("Because you liked Ronin.");
    const card = { ...suggestionFor({ event: "e" } as Incoming), lines: ["Noted."], picture };
    expect(
      await adapter.edit(messageAt(shown!.channel, shown!.ts), card, { platform: "slack", id: bob.id }),
    ).toBe(true);
    await eventually(() => expect(read(suggestionsOf(bob.dms())[0]!)).toContain("Noted."));
  });
});

describe("what one person alone sees", () => {
  const { run, end } = stage();
  afterEach(end);

  test.each<[string, Failure]>([
    ["a cut socket", "cut"],
    ["an answer that was lost", "answer lost"],
    ["a 503", { status: 503 }],
    ["a rate limit", { retryAfterS: 1 }],
  ])("by the address of a command gets through %s", async (_what, failure) => {
    table.slack.fail("response_url", failure);
    await ada.slash("/recommend", "privately", channel);
    await eventually(async () => {
      expect(whispersTo(ada).length).toBeGreaterThan(0);
      expect(await table.store.waiting(keyOf(ada))).toEqual([]);
    });
    expect(new Set(whispersTo(ada).map(read)).size).toBe(1);
  });

  test("is not repeated where it is an aside that may have been seen", async () => {
    const { slack, adapter, heard } = await run();
    const [place, bob] = [slack.channel("films"), slack.user("bob")];
    bob.mention(place, "hi");
    await slack.delivered();
    const destination = { ...destinationOf(heard[0]!), again: true };
    const aside = { lines: ["👍 Noted."], private: true, aside: true };
    expect(await adapter.send(destination, aside)).toEqual({ kind: "refused" });
    expect(await adapter.send(destination, { ...aside, aside: false })).toEqual({ kind: "shown" });
    expect(bob.sees(place).slice(1).map(read)).toEqual(["👍 Noted."]);
  });
});

test("the Home tab says so where nothing can be written under Messages", async () => {
  ada.openHome();
  await eventually(() => expect(ada.home()).toBeDefined());
  table.slack.fail("conversations.open", { error: "messages_tab_disabled" });
  await ada.press("Suggest a movie");
  await eventually(() =>
    expect(JSON.stringify(ada.home())).toContain("I cannot write to you under Messages"),
  );
});

describe("a file", () => {
  test.each<[string, string, Failure]>([
    ["its address was not given", "files.getUploadURLExternal", { status: 503 }],
    ["its bytes were lost", "upload", "cut"],
    ["it was not posted", "files.completeUploadExternal", { error: "internal_error" }],
    ["it was posted, and the answer lost", "files.completeUploadExternal", "answer lost"],
  ])("is handed over once though at first %s", async (_what, method, failure) => {
    ada.dm("likes");
    await table.slack.delivered();
    table.slack.fail(method, failure);
    ada.mention(channel, "export");
    await eventually(() => expect(whispersTo(ada)).toHaveLength(1));
    await eventually(async () => expect(await table.store.waiting(keyOf(ada))).toEqual([]));
    expect(ada.dms().filter(({ file }) => file)).toHaveLength(1);
  });
});
