/** Sockets are lost and renewed all the time; nobody notices. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { read } from "./fake/people.ts";
import { eventually, slackOn, onStage as test } from "./testing.ts";

const opened = (slack: { readonly asked: readonly { readonly method: string }[] }) =>
  slack.asked.filter(({ method }) => method === "apps.connections.open").length;

describe.concurrent("the socket", () => {
  test("cut while an event is worked on loses nothing and says nothing twice", async ({
    stage: { openSlack, start },
  }) => {
    const slack = await openSlack();
    const heard = await start(slackOn(slack), async () => {
      slack.cutSocket();
      await sleep(30);
      return { lines: ["Hello."] };
    });
    const ada = slack.user("ada");
    ada.dm("hi");
    await slack.delivered();
    expect(heard).toHaveLength(1);
    expect(ada.dms().map(read)).toEqual(["hi", "Hello."]);
  });

  test("is opened again, what happened meanwhile is heard, and the host is told that it may miss something", async ({
    stage: { openSlack, start },
  }) => {
    const slack = await openSlack();
    let gaps = 0;
    const heard = await start(slackOn(slack), undefined, () => gaps++);
    slack.cutSocket();
    slack.user("ada").dm("are you there?");
    await slack.delivered();
    expect(heard).toHaveLength(1);
    await eventually(() => expect(gaps).toBe(1));
  });

  test.for(["refresh_requested", "warning"])(
    "is renewed when Slack asks for it (%s), and no command is lost meanwhile",
    async (reason, { stage: { openSlack, start } }) => {
      const slack = await openSlack();
      let gaps = 0;
      await start(slackOn(slack, { acknowledgeWithinMs: 200 }), undefined, () => gaps++);
      const ada = slack.user("ada");
      const commands: Promise<void>[] = [];
      slack.refreshSocket(reason);
      while (opened(slack) < 2 || slack.connections !== 1) {
        commands.push(ada.slash("/recommend"));
        await sleep(2);
      }
      await Promise.all(commands);
      await ada.slash("/recommend");
      expect(opened(slack)).toBe(2);
      expect(gaps).toBe(0);
    },
  );

  test("is opened again where Slack wants it gone at once", async ({ stage: { run } }) => {
    const { slack, heard } = await run();
    slack.refreshSocket("too_many_websockets");
    await eventually(() => expect(opened(slack)).toBe(2));
    slack.user("ada").dm("are you there?");
    await slack.delivered();
    expect(heard).toHaveLength(1);
  });

  test("is opened again after whatever errors of Slack, with few questions asked", async ({
    stage: { run },
  }) => {
    const { slack, heard } = await run();
    slack.fail("apps.connections.open", { status: 503 });
    slack.fail("apps.connections.open", { error: "internal_error" });
    slack.fail("apps.connections.open", "cut");
    slack.fail("apps.connections.open", { retryAfterS: 1 });
    slack.cutSocket();
    slack.user("ada").dm("are you there?");
    await slack.delivered();
    expect(heard).toHaveLength(1);
    expect(opened(slack)).toBe(6);
  });

  test("that breaks again and again is not opened in a hurry", async ({ stage: { run } }) => {
    const { slack } = await run();
    const cutting = setInterval(slack.cutSocket, 1);
    const beganMs = performance.now();
    await eventually(() => expect(opened(slack)).toBe(5));
    clearInterval(cutting);
    expect(performance.now() - beganMs).toBeGreaterThan(2_000); // after pauses of 0, 0.3, 0.6 and 1.2 seconds
  });
});

describe.concurrent("a token that counts no more", () => {
  test("ends the platform with a sentence, once, when the socket has to be opened again", async ({
    stage: { openSlack, start },
  }) => {
    const slack = await openSlack();
    const lost: string[] = [];
    await start(slackOn(slack, { onLost: ({ message }) => lost.push(message) }));
    slack.revokeTokens();
    slack.cutSocket();
    await eventually(() => expect(lost).toHaveLength(1));
    expect(lost[0]).toMatch(/^Slack no longer accepts SLACK_APP_TOKEN: .*start me again.*token_revoked/);
    await sleep(600); // longer than the next pause
    expect(opened(slack)).toBe(2);
  });

  test("ends it when something is to be posted", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    const lost: string[] = [];
    const adapter = slackOn(slack, { onLost: ({ message }) => lost.push(message) });
    await start(adapter, async () => {
      slack.revokeTokens();
      return undefined;
    });
    const ada = slack.user("ada");
    ada.dm("hi");
    await slack.delivered();
    const user = { platform: "slack", id: ada.id };
    const conversation = `slack:${ada.dms()[0]!.channel}`;
    const destination = { conversation, user, inReplyTo: "e", atMs: Date.now(), delivery: "d" };
    for (let times = 0; times < 2; times++)
      await expect(adapter.send(destination, { lines: ["Hello."] })).rejects.toThrow("token_revoked");
    expect(lost).toEqual([
      expect.stringMatching(/^Slack no longer accepts SLACK_BOT_TOKEN: .*token_revoked/),
    ]);
  });
});

describe("stopping while a lost socket is opened again", () => {
  const rejected: unknown[] = [];
  const note = (reason: unknown) => void rejected.push(reason);
  beforeAll(() => void process.on("unhandledRejection", note));
  afterAll(() => void process.off("unhandledRejection", note));

  test("ends in peace though the socket is not ready yet", async ({ stage: { run } }) => {
    const { slack, adapter } = await run();
    slack.stallSockets();
    slack.cutSocket();
    await eventually(() => expect(opened(slack)).toBe(2));
    await eventually(() => expect(slack.connections).toBe(1));
    await adapter.stop();
    await eventually(() => expect(slack.connections).toBe(0));
    expect(rejected).toEqual([]);
  });

  test("leaves no socket open though its address comes later", async ({ stage: { run } }) => {
    const { slack, adapter } = await run();
    slack.faults.latencyMs = 200;
    slack.cutSocket();
    await eventually(() => expect(opened(slack)).toBe(2));
    await adapter.stop();
    await sleep(500); // long enough for the socket to be there
    await eventually(() => expect(slack.connections).toBe(0));
    expect(opened(slack)).toBe(2);
    expect(rejected).toEqual([]);
  });
});
