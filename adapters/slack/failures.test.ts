import { webApi } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { failureOf } from "./failures.ts";
import { openFakeSlack } from "./fake/fake-slack.ts";
import type { Failure as Fault } from "./fake/faults.ts";

const said = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

describe("what Slack says", () => {
  test.each([
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "restricted_action_thread_locked",
    "is_archived",
    "channel_is_limited_access",
    "team_access_not_granted",
    "no_permission",
    "messages_tab_disabled",
    "missing_scope",
    "a_word_that_slack_thinks_of_tomorrow",
  ])("%s is for good", (error) => {
    expect(failureOf(said(error))).toEqual({ kind: "refused", error });
  });

  test.each([
    ["ratelimited", { kind: "wait", afterMs: 1_000 }],
    ["service_unavailable", { kind: "notDone" }],
    ["request_timeout", { kind: "notDone" }],
    ["fatal_error", { kind: "unknown" }],
    ["internal_error", { kind: "unknown" }],
  ])("%s passes", (error, failure) => {
    expect(failureOf(said(error))).toEqual(failure);
  });

  test.each(["invalid_auth", "token_revoked", "token_expired", "account_inactive"])(
    "%s is about the token, and says nothing of what was to be done",
    (error) => {
      expect(failureOf(said(error))).toEqual({ kind: "lockedOut", error });
    },
  );
});

describe("on the way to Slack", () => {
  const faults: readonly (readonly [string, Fault, object])[] = [
    ["a 500", { status: 500 }, { kind: "unknown" }],
    ["a 503", { status: 503 }, { kind: "unknown" }],
    ["a 404 of a proxy", { status: 404 }, { kind: "notDone" }],
    ["a page of a proxy with 200", { status: 200 }, { kind: "unknown" }],
    ["a 429", { retryAfterS: 7 }, { kind: "wait", afterMs: 7_000 }],
    ["a cut socket", "cut", { kind: "unknown" }],
    ["an answer that is cut off", "half an answer", { kind: "unknown" }],
  ];
  test.each(faults)("%s decides nothing", async (_what, fault, failure) => {
    const slack = await openFakeSlack();
    const silent = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} };
    const client = new webApi.WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      logger: { ...silent, getLevel: () => "error" } as unknown as webApi.Logger,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
    slack.fail("auth.test", fault);
    expect(await client.auth.test().catch(failureOf)).toEqual(failure);
    await slack.close();
    expect(await client.auth.test().catch(failureOf)).toEqual({ kind: "notDone" });
  });
});
