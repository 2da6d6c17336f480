import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../src/dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";

const MATINEE = fileURLToPath(new URL("./matinee.js", import.meta.url));
const EVERY_SECOND = "* * * * * *";

test("a command is run at its times, one run after the other, until a signal ends it", async () => {
  const folder = await temporaryFolder();
  const db = join(folder, "some.db");
  await (await openSqliteStore(db)).close();
  mkdirSync(join(folder, "copies"));
  const command = ["backup", "--db", db, "--to", join(folder, "copies"), "--keep", "30"];
  const child = spawn(process.execPath, [MATINEE, "schedule", EVERY_SECOND, ...command], { cwd: folder });
  onTestFinished(() => void child.kill("SIGKILL"));
  await expect.poll(() => readdirSync(join(folder, "copies")).length).toBeGreaterThan(1);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  [["every night", "backup"], /^"every night" is no time of cron .*Write one such as "15 4 \* \* \*"\.\n$/],
  [["15 4 * * *", "dream"], "There is no matinee dream: npx matinee --help lists the commands.\n"],
])("%j is refused in a sentence", async (typed, sentence) => {
  const refused = promisify(execFile)(process.execPath, [MATINEE, "schedule", ...typed]);
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
  });
});
