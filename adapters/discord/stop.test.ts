/** The program itself, as a process of its own, told to stop or sent away: it loses nothing. Code 0: it ended by itself. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Trouble } from "./fake/troubles.ts";
import type { FakeMessage } from "./fake/world.ts";
import { eventually } from "./testing/eventually.ts";
import { seeded } from "./testing/gestures.ts";
import { type Workshop, workshop } from "./testing/process.ts";

const POST = /^POST .*\/messages$/;
const SEED = /^PUT /;
const MANY = 1_000;

async function stopped(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
}

/** What the program has logged so far. */
function logOf(child: ChildProcess): () => string {
  let log = "";
  child.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
    log += chunk;
  });
  return () => log;
}

function adaIn({ fake }: Workshop) {
  const ada = fake.user("ada");
  const cards = (): FakeMessage[] => ada.sees(ada.dm).filter(({ embeds }) => embeds[0]?.url !== undefined);
  return { ada, cards };
}

describe("told to stop, it ends in peace, and nothing is lost", () => {
  test("while it puts reactions under a suggestion", async () => {
    const shop = await workshop();
    const { fake, listening } = shop;
    const { ada, cards } = adaIn(shop);
    const hanging: Trouble = { on: SEED, hangs: "before", times: MANY };
    fake.trouble(hanging);
    const child = await listening();
    await ada.slash(ada.dm, "recommend").answer;
    await eventually(() => hanging.times).toBeLessThan(MANY);
    await stopped(child);
    hanging.times = 0;
    await listening();
    await seeded(cards()[0]!);
    expect(cards()).toHaveLength(1);
  });

  const atStart: [string, Omit<Trouble, "times">][] = [
    ["is out of service", { on: "GET /gateway/bot", status: 503 }],
    ["asks for patience", { on: "GET /gateway/bot", retryAfterS: 40 }],
    ["does not answer", { on: "GET /gateway/bot", hangs: "before" }],
    ["opens no socket", { on: "CONNECT /gateway", hangs: "before" }],
    ["is not ready", { on: "IDENTIFY", hangs: "before" }],
  ];
  test.each(atStart)("while Discord %s at the start", async (_what, how) => {
    const { fake, run } = await workshop();
    const trouble: Trouble = { ...how, times: MANY };
    fake.trouble(trouble);
    const child = run();
    await eventually(() => trouble.times).toBeLessThan(MANY);
    await stopped(child);
  });

  test("while Discord is out of reach", async () => {
    const shop = await workshop();
    const { fake, listening } = shop;
    const { ada, cards } = adaIn(shop);
    const child = await listening();
    const card = await ada.slash(ada.dm, "recommend").answer;
    await seeded(card);
    const silent: Trouble = { on: POST, hangs: "before", times: MANY };
    const away: Trouble = { on: "CONNECT /gateway", cuts: "before", times: MANY };
    fake.trouble(silent);
    fake.trouble(away);
    ada.reacts(card, "👍");
    await eventually(() => silent.times).toBeLessThan(MANY);
    fake.cutSockets();
    await eventually(() => away.times).toBeLessThan(MANY);
    await stopped(child);
    silent.times = 0;
    away.times = 0;
    await listening();
    await eventually(() => cards().length).toBe(2);
    await seeded(cards()[1]!);
    expect(cards()).toHaveLength(2);
  });
});

test("a start that waits says in the log what for", async () => {
  const { fake, run } = await workshop();
  fake.trouble({ on: "GET /gateway/bot", status: 503, times: 1 });
  const log = logOf(run());
  await eventually(log).toMatch(/"waitMs":1000,"msg":"Discord is busy or out of order, waiting [^"]*503/);
  await eventually(log).toContain("Matinee listens in Discord");
});

test("a token that is refused while it runs ends it with a sentence; what waits is shown under the next token", async () => {
  const shop = await workshop();
  const { fake, listening, run } = shop;
  const { ada, cards } = adaIn(shop);
  const ben = fake.user("ben");
  const child = await listening();
  const said = text(child.stderr!);
  const hers = await ada.slash(ada.dm, "recommend").answer;
  const his = await ben.slash(ben.dm, "recommend").answer;
  await seeded(hers);
  await seeded(his);
  const ended = once(child, "exit");
  const token = fake.resetsToken();
  ada.reacts(hers, "👍");
  ben.reacts(his, "👎");
  expect(await ended).toEqual([1, null]);
  expect(await said).toMatch(/^Discord takes DISCORD_TOKEN no more: copy the token again from [^\n]*\n$/);
  expect(cards()).toHaveLength(1);
  run({ DISCORD_TOKEN: token });
  await eventually(() => cards().length).toBe(2);
  await eventually(() => ben.sees(ben.dm).length).toBe(2);
  await seeded(cards()[1]!);
  expect(cards()).toHaveLength(2);
});

describe("npm run passes on", () => {
  const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

  async function underNpm() {
    const { fake, database } = await workshop();
    const settings = {
      DISCORD_TOKEN: fake.token,
      DISCORD_API: fake.api,
      MATINEE_DB: database,
      MATINEE_LOG: "",
    };
    const { PATH, HOME } = process.env;
    const npm = spawn("npm", ["run", "--silent", "discord"], {
      cwd: PROJECT,
      detached: true, // a group of its own, as a terminal makes one
      env: { PATH, HOME, ...settings },
    });
    onTestFinished(() => {
      if (npm.exitCode === null) process.kill(-npm.pid!, "SIGKILL");
    });
    const log = logOf(npm);
    await eventually(log).toContain("Matinee listens in Discord");
    return { npm, log };
  }

  test("a SIGTERM that it gets itself, and Ctrl-C that its whole group gets", async () => {
    for (const end of [
      (npm: ChildProcess) => npm.kill("SIGTERM"),
      (npm: ChildProcess) => process.kill(-npm.pid!, "SIGINT"),
    ]) {
      const { npm, log } = await underNpm();
      end(npm);
      expect(await once(npm, "exit")).toEqual([0, null]);
      expect(log()).toContain("Matinee has left Discord");
    }
  });
});
