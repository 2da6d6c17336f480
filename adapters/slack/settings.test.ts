import { expect, test } from "vitest";
import { readSlackSettings } from "./settings.ts";

const tokens = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };

test("two tokens are enough: Socket Mode, on the real Slack", () => {
  expect(readSlackSettings({ ...tokens, SLACK_SIGNING_SECRET: "", SLACK_API_URL: "" })).toEqual({
    botToken: "xoxb-1",
    transport: { mode: "socket", appToken: "xapp-1" },
    slackApiUrl: "https://slack.com/api/",
  });
});

test("a signing secret asks for HTTP, for programs on the same machine unless said otherwise", () => {
  const env = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_PORT: "8080" };
  expect(readSlackSettings(env).transport).toEqual({
    mode: "http",
    signingSecret: "s",
    host: "127.0.0.1",
    port: 8080,
  });
  expect(readSlackSettings({ ...env, SLACK_HOST: "0.0.0.0" }).transport).toMatchObject({ host: "0.0.0.0" });
});

test("each problem is a sentence that says what to do", () => {
  expect(() => readSlackSettings({ SLACK_BOT_TOKEN: "xapp-1" })).toThrow(
    [
      'SLACK_BOT_TOKEN should begin with xoxb-: copy it from "OAuth & Permissions" of your app, "Bot User OAuth Token".',
      'SLACK_APP_TOKEN is missing: copy it from "Basic Information" of your app, "App-Level Tokens", scope connections:write.',
    ].join("\n"),
  );
  expect(() => readSlackSettings({ ...tokens, SLACK_SIGNING_SECRET: "s", SLACK_PORT: "http" })).toThrow(
    "SLACK_PORT should be the number of a port.",
  );
  expect(() => readSlackSettings({ ...tokens, SLACK_API_URL: "slack" })).toThrow("SLACK_API_URL should be");
});
