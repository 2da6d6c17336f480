import { REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, fakeDiscord } from "./fake/fake-discord.ts";
import { invitations, registerCommands, removeCommands } from "./register.ts";

let fake: FakeDiscord;
let rest: REST;

beforeEach(async () => {
  fake = await fakeDiscord();
  rest = new REST({ api: fake.api }).setToken(fake.token);
});

afterEach(() => fake.close());

const writes = () => fake.requests.filter((request) => request.startsWith("PUT"));

describe("registering the commands", () => {
  test("writes them once, and nothing where nothing has changed", async () => {
    expect(await registerCommands(rest)).toEqual({ applicationId: fake.applicationId, changed: true });
    expect(await registerCommands(rest)).toEqual({ applicationId: fake.applicationId, changed: false });
    expect(writes()).toHaveLength(1);
  });

  test("in one server leaves the others alone", async () => {
    const { place } = fake.guildChannel();
    const guild = place.kind === "guild" ? place.guild : "";
    expect((await registerCommands(rest, guild)).changed).toBe(true);
    expect((await registerCommands(rest, guild)).changed).toBe(false);
    expect(writes()).toEqual([expect.stringContaining(`/guilds/${guild}/commands`)]);
  });

  test("is taken back once, where it was done", async () => {
    const { place } = fake.guildChannel();
    const guild = place.kind === "guild" ? place.guild : "";
    await registerCommands(rest);
    await registerCommands(rest, guild);
    expect((await removeCommands(rest)).changed).toBe(true);
    expect((await removeCommands(rest)).changed).toBe(false);
    expect((await removeCommands(rest, guild)).changed).toBe(true);
    expect((await registerCommands(rest)).changed).toBe(true);
  });

  test("in a server that the bot has not joined is refused", async () => {
    const { place } = fake.guildChannel({ member: false });
    await expect(registerCommands(rest, place.kind === "guild" ? place.guild : "")).rejects.toThrow(
      /^Matinee is not in server \d+: run/,
    );
  });
});

test("with a wrong token says what to do", async () => {
  rest.setToken("MTIz.wrong.token");
  await expect(registerCommands(rest)).rejects.toThrow("Discord does not take this token.");
});

test("the invitations ask for what is needed and for nothing else", () => {
  const { server, person } = invitations("213456789012345678");
  expect(server).toBe(
    "https://discord.com/oauth2/authorize?client_id=213456789012345678&scope=bot+applications.commands&integration_type=0&permissions=274878024768",
  );
  expect(person).toBe(
    "https://discord.com/oauth2/authorize?client_id=213456789012345678&scope=applications.commands&integration_type=1",
  );
});
