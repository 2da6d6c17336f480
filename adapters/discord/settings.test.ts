import { expect, test } from "vitest";
import { readDiscordSettings } from "./settings.ts";

const TOKEN = "MTIz.fake.token";

test("a token is all it needs", () => {
  expect(
    readDiscordSettings({ DISCORD_TOKEN: TOKEN, DISCORD_API: "", DISCORD_GUILD: "", DISCORD_GESTURES: "" }),
  ).toEqual({
    token: TOKEN,
  });
});

test("an address and a server are taken where they are given", () => {
  const environment = {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API: "http://127.0.0.1:1/api/",
    DISCORD_GUILD: "213456789012345678",
    DISCORD_GESTURES: "buttons",
  };
  expect(readDiscordSettings(environment)).toEqual({
    token: TOKEN,
    api: "http://127.0.0.1:1/api",
    guild: "213456789012345678",
    gestures: "buttons",
  });
});

test.each([
  [{}, /^DISCORD_TOKEN is missing/],
  [{ DISCORD_TOKEN: "" }, /^DISCORD_TOKEN is missing/],
  [{ DISCORD_TOKEN: "client secret" }, /^DISCORD_TOKEN does not look like a bot token/],
  [{ DISCORD_TOKEN: TOKEN, DISCORD_GUILD: "my server" }, /^DISCORD_GUILD is not a server id/],
  [{ DISCORD_TOKEN: TOKEN, DISCORD_GESTURES: "menus" }, /^DISCORD_GESTURES is neither/],
  [{ DISCORD_TOKEN: TOKEN, DISCORD_API: "localhost" }, /^DISCORD_API is not an address/],
])("%j is refused in a sentence", (environment, sentence) => {
  expect(() => readDiscordSettings(environment)).toThrow(sentence);
});

test("two problems are two sentences", () => {
  expect(() => readDiscordSettings({ DISCORD_GUILD: "x" })).toThrow(/DISCORD_TOKEN.*\nDISCORD_GUILD/);
});
