/** What scripts/deploy.sh asks of Docker, whose place a program takes that notes it down. */
import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";

/** Answers that what is asked for runs, as far as the test says. */
const DOCKER = `#!/bin/sh
echo "$*" >>"$ASKED"
case "$*" in
    *"--quiet matinee") echo "$MATINEE_RUNS" ;;
    *"--quiet backup-postgres") echo "$POSTGRES_RUNS" ;;
esac
`;

async function deploy(env: string, runs: { matinee?: string; postgres?: string }, ...args: string[]) {
  const folder = await temporaryFolder();
  mkdirSync(join(folder, "scripts"));
  copyFileSync("scripts/deploy.sh", join(folder, "scripts/deploy.sh"));
  writeFileSync(join(folder, ".env"), env);
  writeFileSync(join(folder, "docker"), DOCKER);
  chmodSync(join(folder, "docker"), 0o755);
  const asked = join(folder, "asked");
  const { code = 0, stderr } = await promisify(execFile)(
    "bash",
    [join(folder, "scripts/deploy.sh"), ...args],
    {
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        ASKED: asked,
        MATINEE_RUNS: runs.matinee ?? "",
        POSTGRES_RUNS: runs.postgres ?? "",
      },
    },
  ).then(
    (ended) => ({ ...ended, code: 0 }),
    (error) => error,
  );
  return { code, stderr, asked: readFileSync(asked, "utf8") };
}

test("the database is copied before anything is built, where one is in use", async () => {
  const first = await deploy("", {});
  expect(first).toMatchObject({ code: 0, asked: expect.not.stringContaining("backup --to") });
  const upgrade = await deploy("DATABASE_URL=\n", { matinee: "1" });
  expect(upgrade.code).toBe(0);
  expect(upgrade.asked).toMatch(
    /matinee\.js backup --to \/backups[\s\S]* build matinee\n[\s\S]* up --detach --wait/,
  );
});

test("people in a PostgreSQL are copied by its own program, or by whoever runs it", async () => {
  const env = "DATABASE_URL=postgres://postgres:secret@postgres:5432/postgres\n";
  const ours = await deploy(env, { matinee: "1", postgres: "2" }, "--profile", "scale");
  expect(ours.code).toBe(0);
  expect(ours.asked).toMatch(/exec -T backup-postgres [\s\S]*pg_dump [\s\S]* build matinee/);
  expect(ours.asked).not.toContain("backup --to");

  const theirs = await deploy(env, { matinee: "1" });
  expect(theirs).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("copy it with pg_dump, then run this with --no-copy"),
  });
  expect(theirs.asked).not.toContain("build");
  expect((await deploy(env, { matinee: "1" }, "--no-copy")).asked).toMatch(/ build matinee\n/);
});
