import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { read } from "./fake/people.ts";
import {
  type Answer,
  briskSocketOf,
  destinationOf,
  eventually,
  httpOf,
  SLACK_WAITS_MS,
  slackOn,
  socketOf,
  stage,
  suggestionFor,
} from "./testing.ts";

const { run, start, openSlack, end } = stage();
afterEach(end);

const hello = () => ({ lines: ["Hello."] });

describe("the socket", () => {
  async function runBriskly(answer?: Answer) {
    const slack = await openSlack();
    return { slack, heard: await start(slackOn(slack, { transport: briskSocketOf(slack) }), answer) };
  }

  test("cut while an event is worked on loses nothing and says nothing twice", async () => {
    const { slack, heard } = await runBriskly(async () => {
      slack.cutSocket();
      await sleep(30);
      return hello();
    });
    const ada = slack.user("ada");
    ada.dm("hi");
    await slack.delivered();
    expect(heard).toHaveLength(1);
    expect(ada.dms().map(read)).toEqual(["hi", "Hello."]);
  });

  test("is opened again, and what happened meanwhile is heard", async () => {
    const { slack, heard } = await runBriskly();
    slack.cutSocket();
    await eventually(() => expect(slack.connections).toBe(0));
    slack.user("ada").dm("are you there?");
    await slack.delivered();
    expect(heard).toHaveLength(1);
  });

  test("is renewed when Slack asks for it", async () => {
    const { slack, heard } = await runBriskly();
    slack.refreshSocket();
    await eventually(() => expect(slack.connections).toBe(0));
    slack.user("ada").dm("are you there?");
    await slack.delivered();
    expect(heard).toHaveLength(1);
  });
});

describe("stopping while a lost socket is opened again", () => {
  const rejected: unknown[] = [];
  const note = (reason: unknown) => void rejected.push(reason);
  beforeAll(() => void process.on("unhandledRejection", note));
  afterAll(() => void process.off("unhandledRejection", note));

  async function loseSocket() {
    const slack = await openSlack();
    const adapter = slackOn(slack, { transport: briskSocketOf(slack) });
    await start(adapter);
    return { slack, adapter };
  }

  test("ends in peace though the socket is not ready yet", async () => {
    const { slack, adapter } = await loseSocket();
    slack.stallSockets();
    slack.cutSocket();
    await eventually(() => expect(slack.connections).toBe(0));
    await eventually(() => expect(slack.connections).toBe(1));
    await adapter.stop();
    await eventually(() => expect(slack.connections).toBe(0));
    expect(rejected).toEqual([]);
  });

  test("leaves no socket open though its address comes later", async () => {
    const { slack, adapter } = await loseSocket();
    slack.fail("apps.connections.open", { retryAfterS: 1 });
    slack.cutSocket();
    await eventually(() => expect(slack.failing("apps.connections.open")).toBe(0));
    await adapter.stop();
    const opened = () => slack.calls.filter(({ method }) => method === "apps.connections.open").length;
    const before = opened();
    await eventually(() => expect(opened()).toBe(before + 1));
    await sleep(200); // long enough for the socket to be there
    await eventually(() => expect(slack.connections).toBe(0));
    expect(rejected).toEqual([]);
  });
});

describe("acknowledgement", () => {
  test("waits for the work, so that what a crash interrupts is delivered again", async () => {
    const slack = await openSlack();
    const crashing = slackOn(slack);
    const interrupted = await start(crashing, () => new Promise(() => {}));
    slack.user("ada").dm("hi");
    await eventually(() => expect(interrupted).toHaveLength(1));
    await crashing.stop();
    slack.cutSocket();

    const heard = await start(slackOn(slack));
    await slack.delivered();
    expect(heard.map(({ did }) => did)).toEqual([{ kind: "said", text: "hi" }]);
  });

  test("does not wait longer than Slack does", async () => {
    const slack = await openSlack();
    const heard = await start(slackOn(slack, { acknowledgeWithinMs: 50 }), () => new Promise(() => {}));
    slack.user("ada").dm("hi");
    await slack.delivered();
    expect(heard).toHaveLength(1);
    expect(slack.acknowledgedAfterMs[0]).toBeLessThan(SLACK_WAITS_MS);
  });

  test("of a hundred people at once comes in time, and each is heard", async () => {
    const slack = await openSlack();
    const heard = await start(slackOn(slack, { acknowledgeWithinMs: 800 }), (incoming) =>
      incoming.did.kind === "said" ? suggestionFor(incoming) : undefined,
    );
    const channel = slack.channel("movies");
    slack.user("ada").mention(channel, "recommend");
    await eventually(() => expect(channel.messages[1]?.reactions.size).toBe(4));
    await slack.delivered();
    const before = slack.acknowledgedAfterMs.length;
    for (let n = 0; n < 100; n++) slack.user(`fan ${n}`).react(channel.messages[1]!, "+1");
    await slack.delivered();
    await eventually(() => expect(heard.filter(({ did }) => did.kind === "gestured")).toHaveLength(100));
    expect(Math.max(...slack.acknowledgedAfterMs.slice(before))).toBeLessThan(SLACK_WAITS_MS);
  });
});

describe("a call to Slack", () => {
  test("that is rate limited is made again, and holds up nobody else", async () => {
    const { slack } = await run(hello);
    slack.fail("chat.postMessage", { retryAfterS: 2 });
    const [ada, bob] = [slack.user("ada"), slack.user("bob")];
    ada.dm("hi");
    await eventually(() => expect(slack.calls.length).toBeGreaterThan(1));
    bob.dm("hi");
    await eventually(() => expect(bob.dms()).toHaveLength(2));
    expect(ada.dms()).toHaveLength(1);
    await eventually(() => expect(ada.dms()).toHaveLength(2));
  });

  test("whose answer was lost is not made again: the message may stand there", async () => {
    const { slack, adapter, heard } = await run();
    const ada = slack.user("ada");
    ada.dm("hi");
    await slack.delivered();
    slack.fail("chat.postMessage", "answer lost");
    await expect(adapter.send(destinationOf(heard[0]!), hello())).rejects.toThrow();
    expect(ada.dms().map(read)).toEqual(["hi", "Hello."]);
  });

  test.each(["already_reacted", "message_not_found"])(
    "that says %s of a reaction is no matter",
    async (error) => {
      const { slack } = await run((incoming) => suggestionFor(incoming));
      slack.fail("reactions.add", { error });
      const ada = slack.user("ada");
      ada.dm("recommend");
      await slack.delivered();
      expect(ada.dms()).toHaveLength(2);
      expect(slack.calls.map(({ method }) => method)).not.toContain("chat.update");
    },
  );
});

test("a suggestion under which neither reactions nor buttons can be put still stands, and is named", async () => {
  const { slack, adapter, heard } = await run();
  const ada = slack.user("ada");
  ada.dm("recommend");
  await slack.delivered();
  slack.fail("reactions.add", "answer lost");
  slack.fail("chat.update", "answer lost");
  const sent = await adapter.send(destinationOf(heard[0]!), suggestionFor(heard[0]!));
  expect(sent).toEqual({
    kind: "shown",
    message: `slack:${ada.dms()[1]!.channel}:${ada.dms()[1]!.ts}`,
  });
});

describe("what is wrong at the start is said in a sentence", () => {
  test("a wrong bot token", async () => {
    const slack = await openSlack();
    await expect(start(slackOn(slack, { botToken: "xoxb-wrong" }))).rejects.toThrow(
      /^Slack does not accept SLACK_BOT_TOKEN: copy the "Bot User OAuth Token".*invalid_auth/,
    );
  });

  test("a wrong app token", async () => {
    const slack = await openSlack();
    const transport = { mode: "socket", appToken: "xapp-wrong" } as const;
    await expect(start(slackOn(slack, { transport }))).rejects.toThrow(/SLACK_APP_TOKEN.*connections:write/);
  });

  test("missing scopes", async () => {
    const slack = await openSlack();
    slack.scopes.delete("im:history");
    slack.scopes.delete("reactions:write");
    await expect(start(slackOn(slack))).rejects.toThrow(/lacks the scopes im:history, reactions:write: add/);
  });

  test("no Slack at the other end", async () => {
    const slack = await openSlack();
    const slackApiUrl = "http://127.0.0.1:1/api/";
    await expect(start(slackOn(slack, { slackApiUrl }))).rejects.toThrow(
      /^Slack cannot be reached at http:\/\/127.0.0.1:1\/api\//,
    );
  });
});

describe("by HTTP", () => {
  async function runHttp() {
    const slack = await openSlack();
    const warnings: string[] = [];
    const log = { warn: (_fields: object, message: string) => void warnings.push(message), error() {} };
    const adapter = slackOn(slack, { transport: httpOf(slack), log });
    const heard = await start(adapter, hello);
    return { slack, heard, warnings, url: `http://127.0.0.1:${adapter.port}/slack/events` };
  }

  test("signed requests are heard: words, commands, buttons", async () => {
    const { slack, heard, url } = await runHttp();
    slack.deliverTo(url);
    const ada = slack.user("ada");
    ada.dm("hi");
    await slack.delivered();
    await ada.slash("/recommend");
    ada.openHome();
    await slack.delivered();
    await ada.press("Export my data");
    await eventually(() => expect(heard).toHaveLength(7));
  });

  test("requests with a wrong signature are refused, and the log says what to check", async () => {
    const { slack, heard, warnings, url } = await runHttp();
    slack.deliverTo(url, "another secret");
    slack.user("ada").dm("hi");
    await expect(slack.delivered()).rejects.toThrow("401");
    expect(heard).toEqual([]);
    expect(warnings[0]).toContain("SLACK_SIGNING_SECRET");
  });
});

test("can be stopped twice, and before it was started", async () => {
  const slack = await openSlack();
  const adapter = slackOn(slack, { transport: socketOf(slack) });
  await adapter.stop();
  await start(adapter);
  await adapter.stop();
  await adapter.stop();
});
