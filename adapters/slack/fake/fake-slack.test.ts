/** The fake, held to what Slack does: asked by the real Web API client. */
import { webApi } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeSlack, openFakeSlack } from "./fake-slack.ts";

let slack: FakeSlack;
let client: webApi.WebClient;
let expectsRefusals: boolean;

beforeEach(async () => {
  expectsRefusals = false;
  slack = await openFakeSlack();
  const silent = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} };
  const logger = { ...silent, getLevel: () => "error" } as unknown as webApi.Logger;
  client = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    logger,
    rejectRateLimitedCalls: true,
  });
});

afterEach(async () => {
  if (expectsRefusals) await expect(slack.close()).rejects.toThrow("Slack would have refused");
  else await slack.close();
});

const plain = (text: string) => ({ type: "plain_text" as const, text });
const button = (value = "v", id = "a") => ({
  type: "button" as const,
  action_id: id,
  text: plain("Go"),
  value,
});

describe("a message that Slack refuses fails the test that sent it", () => {
  const refused: readonly (readonly [string, object, string])[] = [
    ["no text", { blocks: [] }, "no_text"],
    ["4,001 characters beside the blocks", { text: "x".repeat(4_001) }, "msg_too_long"],
    ["an unescaped <", { text: "<b>Heat</b>" }, "invalid_text"],
    ["a mention of everybody", { text: "<!channel>" }, "invalid_text"],
    ["51 blocks", { text: "x", blocks: Array(51).fill({ type: "divider" }) }, "invalid_blocks"],
    ["an unknown block", { text: "x", blocks: [{ type: "carousel" }] }, "invalid_blocks"],
    [
      "a header of 151",
      { text: "x", blocks: [{ type: "header", text: plain("x".repeat(151)) }] },
      "invalid_blocks",
    ],
    [
      "a section of 3,001",
      { text: "x", blocks: [{ type: "section", text: plain("x".repeat(3_001)) }] },
      "invalid_blocks",
    ],
    ["an empty text", { text: "x", blocks: [{ type: "section", text: plain("") }] }, "invalid_blocks"],
    [
      "26 buttons in a row",
      {
        text: "x",
        blocks: [{ type: "actions", elements: Array.from({ length: 26 }, (_, n) => button("v", `a${n}`)) }],
      },
      "invalid_blocks",
    ],
    [
      "a value of 2,001",
      { text: "x", blocks: [{ type: "actions", elements: [button("x".repeat(2_001))] }] },
      "invalid_blocks",
    ],
    [
      "an action twice",
      { text: "x", blocks: [{ type: "actions", elements: [button(), button()] }] },
      "invalid_blocks",
    ],
    [
      "14,000 characters of blocks",
      { text: "x", blocks: Array(7).fill({ type: "section", text: plain("x".repeat(2_000)) }) },
      "msg_blocks_too_long",
    ],
  ];
  test.each(refused)("%s", async (_what, message, error) => {
    expectsRefusals = true;
    const channel = slack.channel("movies").id;
    const posted = client.apiCall("chat.postMessage", { channel, ...message });
    await expect(posted).rejects.toMatchObject({ data: { ok: false, error } });
  });
});

describe("what may go wrong in the best of programs has Slack's name, and fails no test", () => {
  const say = (channel: string) => client.chat.postMessage({ channel, text: "x" });

  test("a channel that the bot is not in, or that is not there", async () => {
    await expect(say(slack.channel("secret", { bot: false }).id)).rejects.toThrow("not_in_channel");
    await expect(say("C404")).rejects.toThrow("channel_not_found");
  });

  test("a token that is wrong, or lacks a scope", async () => {
    slack.scopes.delete("chat:write");
    await expect(say(slack.channel("movies").id)).rejects.toMatchObject({
      data: { error: "missing_scope", needed: "chat:write" },
    });
    await expect(client.auth.test({ token: "xoxb-wrong" })).rejects.toThrow("invalid_auth");
  });

  test("a reaction that is there already, or is not, or on nothing", async () => {
    const channel = slack.channel("movies").id;
    const { ts = "" } = await say(channel);
    const reaction = { channel, timestamp: ts, name: "+1" };
    await client.reactions.add(reaction);
    await expect(client.reactions.add(reaction)).rejects.toThrow("already_reacted");
    await client.reactions.remove(reaction);
    await expect(client.reactions.remove(reaction)).rejects.toThrow("no_reaction");
    await expect(client.reactions.add({ ...reaction, timestamp: "1.0" })).rejects.toThrow(
      "message_not_found",
    );
  });

  test("a rate limit", async () => {
    slack.fail("chat.postMessage", { retryAfterS: 7 });
    await expect(say(slack.channel("movies").id)).rejects.toMatchObject({ retryAfter: 7 });
  });
});
