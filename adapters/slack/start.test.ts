/** What is wrong at the start is said in a sentence; what passes is waited for. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect } from "vitest";
import type { Failure } from "./fake/faults.ts";
import { eventually, httpOf, type Stage, slackOn, onStage as test } from "./testing.ts";

describe("what is wrong at the start is said in a sentence", () => {
  test("a wrong bot token", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    await expect(start(slackOn(slack, { botToken: "xoxb-wrong" }))).rejects.toThrow(
      /^Slack does not accept SLACK_BOT_TOKEN: copy the "Bot User OAuth Token".*invalid_auth/,
    );
  });

  test("a wrong app token", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    const transport = { mode: "socket", appToken: "xapp-wrong" } as const;
    await expect(start(slackOn(slack, { transport }))).rejects.toThrow(/SLACK_APP_TOKEN.*connections:write/);
  });

  test("missing scopes", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    slack.scopes.delete("im:history");
    slack.scopes.delete("reactions:write");
    await expect(start(slackOn(slack))).rejects.toThrow(/lacks the scopes im:history, reactions:write: add/);
  });

  test("scopes of which Slack says nothing are not missing", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    slack.tellsScopes = false;
    await start(slackOn(slack));
  });

  test("no Slack at the other end", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    const slackApiUrl = "http://127.0.0.1:1/api/";
    await expect(start(slackOn(slack, { slackApiUrl }))).rejects.toThrow(
      /^Slack cannot be reached at http:\/\/127.0.0.1:1\/api\//,
    );
  });
});

describe.concurrent("a Slack that is busy or out of order", () => {
  test.for<[string, Failure]>([
    ["auth.test", { retryAfterS: 1 }],
    ["auth.test", { status: 503 }],
    ["auth.test", "cut"],
    ["apps.connections.open", { error: "ratelimited" }],
    ["apps.connections.open", { status: 500 }],
  ])(
    "is waited for at %s (%o), with a line in the log",
    async ([method, failure], { stage: { openSlack, start } }) => {
      const slack = await openSlack();
      const warnings: string[] = [];
      const log = {
        info() {},
        warn: (_fields: object, message: string) => void warnings.push(message),
        error() {},
      };
      slack.fail(method, failure);
      await start(slackOn(slack, { log }));
      expect(warnings).toEqual([expect.stringContaining("waiting before I ask again")]);
    },
  );

  test("is waited for no longer than asked to", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    slack.fail("auth.test", { status: 503 }, 10);
    await expect(start(slackOn(slack, { startPatienceMs: 1_500 }))).rejects.toThrow(
      /^Slack cannot be reached/,
    );
    slack.fail("auth.test", { retryAfterS: 90 });
    expect(slack.failing("auth.test")).toBeGreaterThan(5);
  });

  test("is not waited for once told to stop", async ({ stage: { openSlack, start } }) => {
    const slack = await openSlack();
    const adapter = slackOn(slack);
    slack.fail("auth.test", { retryAfterS: 50 });
    const starting = start(adapter);
    starting.catch(() => {});
    await eventually(() => expect(slack.failing("auth.test")).toBe(0));
    await adapter.stop();
    await expect(starting).rejects.toThrow();
  });
});

describe("by HTTP", () => {
  async function runHttp({ openSlack, start }: Stage) {
    const slack = await openSlack();
    const warnings: string[] = [];
    const log = {
      info() {},
      warn: (_fields: object, message: string) => void warnings.push(message),
      error() {},
    };
    const adapter = slackOn(slack, { transport: httpOf(slack), log });
    const heard = await start(adapter, () => ({ lines: ["Hello."] }));
    return { slack, heard, warnings, url: `http://127.0.0.1:${adapter.port}/slack/events` };
  }

  test("signed requests are heard: words, commands, buttons", async ({ stage }) => {
    const { slack, heard, url } = await runHttp(stage);
    slack.deliverTo(url);
    const ada = slack.user("ada");
    ada.dm("hi");
    await slack.delivered();
    await ada.slash("/recommend");
    ada.openHome();
    await eventually(() => expect(ada.home()).toBeDefined());
    await ada.press("Export my data");
    await eventually(() => expect(heard).toHaveLength(7));
  });

  test("requests with a wrong signature are refused, and the log says what to check", async ({ stage }) => {
    const { slack, heard, warnings, url } = await runHttp(stage);
    slack.deliverTo(url, "another secret");
    slack.user("ada").dm("hi");
    await expect(slack.delivered()).rejects.toThrow("401");
    expect(heard).toEqual([]);
    expect(warnings[0]).toContain("SLACK_SIGNING_SECRET");
  });

  test("what is in the way of listening is said, and by which setting to mend it", async ({
    stage: { openSlack, start },
  }) => {
    const slack = await openSlack();
    const other = createServer().listen(0, "127.0.0.1");
    await eventually(() => expect(other.listening).toBe(true));
    const { port } = other.address() as AddressInfo;
    const on = (transport: object) =>
      start(slackOn(slack, { transport: { ...httpOf(slack), ...transport } as never }));
    await expect(on({ port })).rejects.toThrow(
      `Another program listens on port ${port} of 127.0.0.1: set SLACK_PORT to a port that is free.`,
    );
    await expect(on({ host: "203.0.113.7" })).rejects.toThrow(
      "This machine has no address 203.0.113.7: set SLACK_HOST",
    );
    other.close();
  });
});
