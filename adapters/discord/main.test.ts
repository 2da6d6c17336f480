/** The program itself, as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { REST } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { type FakeDiscord, fakeDiscord } from "./fake/fake-discord.ts";
import type { Trouble } from "./fake/troubles.ts";
import type { FakeMessage } from "./fake/world.ts";
import { registerCommands } from "./register.ts";
import { asSeen } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";

const MAIN = fileURLToPath(new URL("./main.js", import.meta.url));

let folder: string;
let database: string;
let fake: FakeDiscord;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-discord-"));
  database = join(folder, "main.db");
  fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await fake.close();
  rmSync(folder, { recursive: true });
});

function run(token: string): ChildProcess {
  const env = { PATH: process.env.PATH, DISCORD_TOKEN: token, DISCORD_API: fake.api, MATINEE_DB: database };
  const child = spawn(process.execPath, [MAIN], { cwd: folder, env });
  children.push(child);
  return child;
}

async function listening(token: string): Promise<ChildProcess> {
  const before = fake.gatewayCounts.identified;
  const child = run(token);
  await eventually(() => fake.gatewayCounts.identified).toBe(before + 1);
  return child;
}

const seeded = ({ reactions }: FakeMessage) => reactions.size === 4;

test("killed between a reaction and its answer, it has kept the reaction, and goes on after a restart", async () => {
  const killed = await listening(fake.token);
  const ada = fake.user("ada");
  const suggestion = await ada.slash(ada.dm, "recommend").answer;
  await eventually(() => seeded(suggestion)).toBe(true);

  const silence: Trouble = { on: "POST /channels/", times: Number.POSITIVE_INFINITY, hangs: "before" };
  fake.trouble(silence);
  ada.reacts(suggestion, "👍");
  await eventually(() => fake.requests.at(-1)).toMatch(/^POST .*\/messages$/);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  silence.times = 0;

  const child = await listening(fake.token);
  ada.reacts(suggestion, "👎");
  await eventually(() => asSeen(suggestion)).toContain("Noted: 👎 disliked");
  expect(asSeen(await ada.slash(ada.dm, "recommend").answer)).toContain("imdb.com");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);

  const store = await openSqliteStore(database);
  const { log } = await store.export({ platform: "discord", id: ada.id });
  await store.close();
  expect(log).toMatchObject([{ verdict: "like" }, { kind: "retraction" }, { verdict: "dislike" }]);
});

test("with a wrong token it ends with one sentence that says what to do", async () => {
  const child = run("MTIz.wrong.token");
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, "exit")]);
  expect(code).toBe(1);
  expect(said).toMatch(/^Discord does not take this token\. [^\n]*DISCORD_TOKEN\.\n$/);
});

test("when Discord ends the connection for good it ends too, and says why", async () => {
  const child = await listening(fake.token);
  await eventually(() => fake.gatewayCounts.identified).toBe(1);
  const ada = fake.user("ada");
  await ada.slash(ada.dm, "recommend").answer;
  const said = text(child.stderr!);
  fake.endSessions(4004);
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(await said).toMatch(/ended the connection for good, with code 4004/);
});
