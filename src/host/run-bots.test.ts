import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { writeSmallModel } from "../artifacts/testing/small-model.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { makeLargeDamaged } from "../store/testing/damaged-file.ts";

const BOT = fileURLToPath(new URL("./testing/bot-process.js", import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  /** All it has said to people, once it has ended. */
  readonly said: Promise<string>;
  /** What it has logged so far. */
  log(): string;
}

const run = (database: string, ...bots: string[]): Running => runWith({}, database, ...bots);

function runWith(settings: Readonly<Record<string, string>>, database: string, ...bots: string[]): Running {
  const child = spawn(process.execPath, [BOT, ...bots], {
    cwd: dirname(database),
    env: {
      PATH: process.env.PATH,
      MATINEE_DB: database,
      MATINEE_ARTIFACTS: artifactsBeside(database),
      ...settings,
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    log += chunk;
  });
  return { child, ended: once(child, "exit"), said: text(child.stderr), log: () => log };
}

/** In a folder of its own. */
async function someDatabase(): Promise<string> {
  const database = join(await temporaryFolder(), "data", "bots.db");
  mkdirSync(dirname(database));
  await writeSmallModel(artifactsBeside(database));
  return database;
}

const artifactsBeside = (database: string): string => join(dirname(dirname(database)), "artifacts");

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "%s ends it well, whatever is left open, and the database is one file",
  async (signal) => {
    const database = await someDatabase();
    const { child, ended, log } = run(database, "Fake");
    await expect.poll(log).toContain("listens in Fake");
    expect(existsSync(`${database}-wal`)).toBe(true);
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(dirname(database))).toEqual(["bots.db"]);
    expect(log()).toContain("Matinee has left Fake");
  },
);

test("a signal is heard while a platform is still waited for", async () => {
  const database = await someDatabase();
  const { child, ended, log } = run(database, "Slow:waiting", "Quick");
  await expect.poll(log).toContain("listens in Quick");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(dirname(database))).toEqual(["bots.db"]);
});

test("films are looked at for the first who ask once the platforms listen, or one of them keeps the rest waiting", async () => {
  const stepwise = run(await someDatabase(), "Fake:stepwise");
  await expect.poll(stepwise.log).toContain("looks at films");
  expect(stepwise.log().split("looks at films")[0]).toContain("listens in Fake");
  const waiting = run(await someDatabase(), "Slow:waiting");
  await expect.poll(waiting.log).toContain("looks at films");
});

test("a large database that is found to be damaged ends it with a sentence", async () => {
  const database = await someDatabase();
  await makeLargeDamaged(database);
  const { ended, said } = run(database, "Fake");
  expect(await ended).toEqual([1, null]);
  expect(await said).toMatch(/^[^\n]*bots\.db: the database is damaged\. [^\n]*backup[^\n]*\n$/);
});

test("a platform that is gone for good takes no other along; with the last one the program ends, and says why", async () => {
  const { child, ended, said, log } = run(await someDatabase(), "One", "Other");
  await expect.poll(log).toContain("listens in One");
  await expect.poll(log).toContain("listens in Other");
  child.stdin!.write("lose One\n");
  await expect.poll(log).toContain("Matinee goes on without One: One takes this token no more.");
  expect(child.exitCode).toBeNull();
  child.stdin!.write("lose Other\n");
  expect(await ended).toEqual([1, null]);
  expect(await said).toBe(
    "Matinee goes on without One: One takes this token no more.\nOther takes this token no more.\n",
  );
});

test.each([
  ["cannot be started", "One:refused", "It takes no token."],
  ["is not set up", "One:misconfigured", "One has no token."],
])("a platform that %s takes no other along, and is said to be missing", async (_what, one, sentence) => {
  const { child, ended, said, log } = run(await someDatabase(), one, "Other");
  await expect.poll(log).toContain("listens in Other");
  await expect.poll(log).toContain(`Matinee goes on without One: ${sentence}`);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(await said).toBe(`Matinee goes on without One: ${sentence}\n`);
});

test.each([
  ["can be started", ["One:refused"], "It takes no token.\n"],
  ["is set up", ["One:misconfigured"], "One has no token.\n"],
  [
    "is set up and can be started",
    ["One:refused", "Other:misconfigured"],
    "Matinee goes on without Other: Other has no token.\nIt takes no token.\n",
  ],
])("where no platform %s the program ends, and says why", async (_what, bots, sentences) => {
  const database = await someDatabase();
  const { ended, said } = run(database, ...bots);
  expect(await ended).toEqual([1, null]);
  expect(await said).toBe(sentences);
  expect(readdirSync(dirname(database))).toEqual(["bots.db"]);
});

test("standard output that nobody reads holds nothing up: it goes on, and ends when told to", async () => {
  const database = await someDatabase();
  const unread = spawn(process.execPath, [BOT, "One:chatty"], {
    cwd: dirname(database),
    env: { PATH: process.env.PATH, MATINEE_DB: database, MATINEE_ARTIFACTS: artifactsBeside(database) },
  });
  onTestFinished(() => void unread.kill("SIGKILL"));
  const ended = once(unread, "exit");
  const [said] = await once(unread.stderr, "data");
  expect(String(said)).toBe("said it all\n");
  unread.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(dirname(database))).toEqual(["bots.db"]);
});

test("all that was logged is there for whoever reads slowly, and nobody reading any more ends nothing", async () => {
  const database = await someDatabase();
  const { child, ended, log } = run(database, "One:chatty");
  await expect.poll(log).toContain("listens in One");
  child.stdout!.destroy();
  child.stdin!.write("lose One\n");
  expect(await ended).toEqual([1, null]);
  expect(log().match(/x{1000}/g)).toHaveLength(2_000);
});

test("the log is for programs, or for people if they say so", async () => {
  const database = await someDatabase();
  const line = (log: string) => log.split("\n").find((one) => one.includes("listens in One"))!;
  const forPrograms = run(database, "One");
  await expect.poll(forPrograms.log).toContain("listens in One");
  expect(JSON.parse(line(forPrograms.log()))).toMatchObject({ msg: "Matinee listens in One" });
  const forPeople = runWith({ MATINEE_LOG_STYLE: "people" }, database, "One");
  await expect.poll(forPeople.log).toContain("listens in One");
  expect(line(forPeople.log())).toMatch(/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] INFO: Matinee listens in One$/);
});

test("a style of the log that there is not is refused in a sentence", async () => {
  const { ended, said } = runWith({ MATINEE_LOG_STYLE: "pretty" }, await someDatabase(), "One");
  expect(await ended).toEqual([1, null]);
  expect(await said).toBe("MATINEE_LOG_STYLE is pretty: write json or people, or leave it empty.\n");
});
