import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { SCOPES, SCOPES_FOR_MORE } from "./start-up.ts";

const manifest = parse(readFileSync("adapters/slack/manifest.yaml", "utf8"));

test("the app has the scopes that the bot asks for, and no others", () => {
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...SCOPES, ...SCOPES_FOR_MORE].sort());
});

test("the app tells the bot of all that it listens to, over a socket", () => {
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "message.im",
    "reaction_added",
    "reaction_removed",
    "tokens_revoked",
  ]);
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(manifest.settings.interactivity.is_enabled).toBe(true);
  expect(manifest.features.slash_commands).toMatchObject([
    { command: "/recommend", should_escape: false },
    { command: "/together", should_escape: false },
  ]);
});
