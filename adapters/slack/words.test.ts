/** Words as people write them in Slack, and where they are answered. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Person, read } from "./fake/people.ts";
import { openTable, suggestionsOf, type Table, titleOf } from "./table.ts";
import { eventually, stage } from "./testing.ts";

const { run, end } = stage();
afterEach(end);

const said = (heard: readonly { did: unknown }[]) => heard.map(({ did }) => did);

describe("in a direct message", () => {
  test.each(["file_share", "me_message", "thread_broadcast"] as const)("%s is heard", async (subtype) => {
    const { slack, heard } = await run();
    slack.user("ada").dm("something funny", { subtype });
    await slack.delivered();
    expect(said(heard)).toEqual([{ kind: "said", text: "something funny" }]);
  });

  test("in a thread are answered in the thread, also those shown to the channel as well", async () => {
    const { slack } = await run(() => ({ lines: ["Hello."] }));
    const ada = slack.user("ada");
    const first = ada.dm("hi");
    ada.dm("and here", { threadTs: first.ts });
    ada.dm("and both", { threadTs: first.ts, subtype: "thread_broadcast" });
    await slack.delivered();
    const answers = ada.dms().filter(({ author }) => author !== ada.id);
    expect(answers.map(({ threadTs }) => threadTs).toSorted()).toEqual([first.ts, first.ts, undefined]);
  });

  test("changed afterwards are not heard again", async () => {
    const { slack, heard } = await run();
    const ada = slack.user("ada");
    const message = ada.dm("like");
    await slack.delivered();
    ada.edit(message, "dislike");
    await slack.delivered();
    expect(said(heard)).toEqual([{ kind: "said", text: "like" }]);
  });

  test("of the bot itself are not heard, though they carry a file", async () => {
    const file = { name: "export.json", mediaType: "application/json", text: "{}" };
    const { slack, heard } = await run(() => ({ lines: ["Everything."], file, private: true }));
    const ada = slack.user("ada");
    ada.dm("export");
    await eventually(() => expect(ada.dms()).toHaveLength(2));
    await slack.delivered();
    expect(heard).toHaveLength(1);
  });
});

describe("in conversation", () => {
  let table: Table;
  let ada: Person;

  beforeEach(async () => {
    table = await openTable();
    ada = table.slack.user("ada");
  });

  afterEach(async () => {
    await table.close();
    expect(table.troubles).toEqual([]);
  });

  const verdicts = async () =>
    (await table.store.export({ platform: "slack", id: ada.id })).log.map(
      (entry) => entry.kind === "feedback" && entry.verdict,
    );

  test.each([
    ["👍", ["like"]],
    ["👎🏿", ["dislike"]],
    ["👍🏽", ["like"]],
    ["👋 hello", []],
    ["thanks 🙏", []],
  ])("%s is read as it was typed", async (text, expected) => {
    ada.dm("next");
    await eventually(() => expect(suggestionsOf(ada.dms())).toHaveLength(1));
    await table.slack.delivered();
    const before = ada.dms().length;
    ada.dm(text);
    await table.slack.delivered();
    await eventually(() => expect(ada.dms().length).toBeGreaterThan(before + 1));
    expect(await verdicts()).toEqual(expected);
  });

  test("that call everybody are no attack, and are repeated to nobody", async () => {
    const channel = table.slack.channel("movies");
    ada.mention(channel, "@here a comedy @everyone");
    await eventually(() => expect(suggestionsOf(channel.messages)).toHaveLength(1));
    ada.mention(channel, "favourite <!channel> @here");
    await table.slack.delivered();
    await eventually(() => expect(channel.messages.length).toBeGreaterThan(3));
    for (const { author, text, blocks } of channel.messages) {
      if (author === ada.id) continue;
      expect(text).not.toContain("<!");
      expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:broadcast|usergroup)"/); // in rich text all else is data
    }
  });

  test("in a channel are answered by cards that say whose they are, also when drawn again", async () => {
    const channel = table.slack.channel("movies");
    const bob = table.slack.user("bob");
    ada.mention(channel, "next");
    await eventually(() => expect(suggestionsOf(channel.messages)).toHaveLength(1));
    bob.mention(channel, "next");
    await eventually(() => expect(suggestionsOf(channel.messages)).toHaveLength(2));
    const [forAda, forBob] = suggestionsOf(channel.messages);
    expect(read(forAda!)).toMatch(new RegExp(`^For @${ada.id}\n`));
    expect(forBob!.text).toMatch(new RegExp(`^For <@${bob.id}>\n`));
    const title = titleOf(forAda!);
    await table.slack.delivered();
    await table.stop();
    await table.start();
    ada.react(forAda!, "+1");
    await eventually(() => expect(read(forAda!)).toContain("Noted: 👍 liked"));
    expect(read(forAda!)).toMatch(new RegExp(`^For @${ada.id}\n`));
    expect(titleOf(forAda!)).toBe(title);
  });

  test("help tells the ways of Slack and of no other, to the person alone", async () => {
    const channel = table.slack.channel("movies");
    await ada.slash("/recommend", "help", channel);
    await eventually(() => expect(ada.sees(channel)).toHaveLength(1));
    const [help] = ada.sees(channel);
    expect(help!.onlyFor).toBe(ada.id);
    expect(read(help!)).toMatch(/👍 👎 ⏭️ 🔖 ℹ️ under a suggestion.*\/recommend.*Home tab.*more like/s);
    expect(read(help!)).not.toMatch(/\/(?:help|seen|favourites|restore|profile)\b|y {2}n/);
  });
});
