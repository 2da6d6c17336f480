import { expect, test } from "vitest";
import { readDiscordSettings } from "./settings.ts";

const TOKEN = "MTIz.fake.token";

test("a token is all it needs", () => {
  expect(
    readDiscordSettings({ DISCORD_TOKEN: TOKEN, DISCORD_API: "", DISCORD_GUILD: "", DISCORD_GESTURES: "" }),
  ).toEqual({
    token: TOKEN,
    shards: "auto",
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
    shards: "auto",
  });
});

test.each([
  ["auto", "auto"],
  ["", "auto"],
  ["2", { ids: [0, 1], of: 2 }],
  ["0-3/8", { ids: [0, 1, 2, 3], of: 8 }],
  [" 7, 0 , 2-3 / 8", { ids: [0, 2, 3, 7], of: 8 }],
])("DISCORD_SHARDS=%j is %j", (text, shards) => {
  expect(readDiscordSettings({ DISCORD_TOKEN: TOKEN, DISCORD_SHARDS: text }).shards).toEqual(shards);
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

test.each(["0", "8/8", "3-1/4", "0-3/", "a", "0,,1/4", "1-/4", "0-99999/4", "99999"])(
  "DISCORD_SHARDS=%s is refused in a sentence",
  (shards) => {
    expect(() => readDiscordSettings({ DISCORD_TOKEN: TOKEN, DISCORD_SHARDS: shards })).toThrow(
      /^DISCORD_SHARDS is neither/,
    );
  },
);

test("two problems are two sentences", () => {
  expect(() => readDiscordSettings({ DISCORD_GUILD: "x" })).toThrow(/DISCORD_TOKEN.*\nDISCORD_GUILD/);
});
