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

test("a client id lets others install it, with a key that their tokens are encrypted with; an own token is not needed", () => {
  const key = Buffer.alloc(32, 7);
  const env = {
    SLACK_CLIENT_ID: "1.2",
    SLACK_CLIENT_SECRET: "c",
    SLACK_SIGNING_SECRET: "s",
    SLACK_TOKEN_KEY: key.toString("base64"),
    SLACK_BOT_TOKEN: "",
    SLACK_REDIRECT_URL: "",
    SLACK_TOKEN_KEY_BEFORE: "",
  };
  const { botToken, transport, forOthers } = readSlackSettings(env);
  expect([botToken, transport.mode]).toEqual([undefined, "http"]);
  expect(forOthers).toEqual({ clientId: "1.2", clientSecret: "c", key });
  const before = Buffer.alloc(32, 8);
  expect(
    readSlackSettings({ ...env, SLACK_TOKEN_KEY_BEFORE: before.toString("hex") }).forOthers?.keyBefore,
  ).toEqual(before);
  expect(readSlackSettings({ ...env, SLACK_BOT_TOKEN: "xoxb-1" }).botToken).toBe("xoxb-1");
  expect(() =>
    readSlackSettings({ ...env, SLACK_SIGNING_SECRET: "", SLACK_CLIENT_SECRET: "", SLACK_TOKEN_KEY: "" }),
  ).toThrow(
    /^SLACK_SIGNING_SECRET is missing: .*\nSLACK_CLIENT_SECRET is missing: .*\nSLACK_TOKEN_KEY is missing: .*openssl rand -base64 32/,
  );
  expect(() => readSlackSettings({ ...env, SLACK_TOKEN_KEY: "a password" })).toThrow(
    "SLACK_TOKEN_KEY should be 32 bytes in base64",
  );
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
