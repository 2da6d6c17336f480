import { REST } from "discord.js";
import { pino } from "pino";
import { expect, onTestFinished } from "vitest";
import type { Adapter } from "../../../src/host/adapter.ts";
import { createDiscord, type DiscordOptions } from "../discord.ts";
import { type FakeDiscord, fakeDiscord } from "../fake/fake-discord.ts";
import { registerCommands } from "../register.ts";
import { type Script, type ScriptedHost, scriptedHost } from "./scripted-host.ts";

export interface Table {
  readonly fake: FakeDiscord;
  readonly adapter: Adapter;
  readonly host: ScriptedHost;
  /** Lines that were logged as warnings or errors. What a test expects it takes out; anything left makes it fail. */
  readonly complaints: string[];
  /** The program ends and starts again: nothing is remembered. */
  restart(): Promise<Table>;
  /** The program is started once more, beside itself. */
  twin(): Promise<Table>;
}

/** The real client on the fake, with a script behind it. Cleared away after the test, which fails on malformed forms. */
export async function table(script: Script, options: Partial<DiscordOptions> = {}): Promise<Table> {
  const fake = await fakeDiscord();
  onTestFinished(() => fake.close());
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  return sitDown(fake, script, options);
}

async function sitDown(fake: FakeDiscord, script: Script, options: Partial<DiscordOptions>): Promise<Table> {
  const complaints: string[] = [];
  onTestFinished(() => expect(complaints).toEqual([]));
  const log = pino({ level: "warn", base: null }, { write: (line) => void complaints.push(line) });
  const { token, api } = fake;
  const adapter = createDiscord({ token, api, log, now: Date.now, completeTitle, ...options });
  onTestFinished(() => adapter.stop());
  const host = await scriptedHost(adapter, script);
  return {
    fake,
    adapter,
    host,
    complaints,
    async restart() {
      await adapter.stop();
      return sitDown(fake, script, options);
    },
    twin: () => sitDown(fake, script, options),
  };
}

const TITLES = [
  { label: "Heat (1995)", value: "tt0113277" },
  { label: "Heathers (1989)", value: "tt0097493" },
];
const completeTitle = (typed: string) =>
  TITLES.filter(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()));
