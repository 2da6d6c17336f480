import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { makeLargeDamaged } from "../store/testing/damaged-file.ts";

const BOT = fileURLToPath(new URL("./testing/bot-process.js", import.meta.url));

function run(database: string, ...titles: string[]): ChildProcess {
  const env = { PATH: process.env.PATH, MATINEE_DB: database };
  const child = spawn(process.execPath, [BOT, ...(titles.length > 0 ? titles : ["Fake"])], {
    cwd: dirname(database),
    env,
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "%s ends it well, and the database is one file",
  async (signal) => {
    const database = join(await temporaryFolder(), "bots.db");
    const child = run(database);
    for await (const line of child.stdout!.setEncoding("utf8")) if (line.includes("listens in Fake")) break;
    expect(existsSync(`${database}-wal`)).toBe(true);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(readdirSync(dirname(database))).toEqual(["bots.db"]);
  },
);

test("a large database that is found to be damaged ends it with a sentence", async () => {
  const database = join(await temporaryFolder(), "bots.db");
  await makeLargeDamaged(database);
  const child = run(database);
  child.stdout!.resume();
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, "exit")]);
  expect(said).toMatch(/^[^\n]*bots\.db: the database is damaged\. [^\n]*backup[^\n]*\n$/);
  expect(code).toBe(1);
});

test("a platform that is gone for good takes no other along; with the last one the program ends, and says why", async () => {
  const database = join(await temporaryFolder(), "bots.db");
  const child = run(database, "One", "Other");
  const said = text(child.stderr!);
  const ended = once(child, "exit");
  let log = "";
  child.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
    log += chunk;
  });
  await expect.poll(() => log).toContain("listens in Other");
  child.stdin!.write("lose One\n");
  await expect.poll(() => log).toContain("Matinee has left One: One takes this token no more.");
  expect(child.exitCode).toBeNull();
  child.stdin!.write("lose Other\n");
  expect(await ended).toEqual([1, null]);
  expect(await said).toBe("Other takes this token no more.\n");
});
