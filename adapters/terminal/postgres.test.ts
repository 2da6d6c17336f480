import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { missing, newDatabase, realName } from "../../src/store/postgres/testing/shared-server.ts";

const MAIN = fileURLToPath(new URL("./main.js", import.meta.url));
const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;

async function says(args: readonly string[], env: Readonly<Record<string, string>>, lines: string) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH, ...env } });
  child.stdin.end(lines);
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { output, errors };
}

test.skipIf(missing !== undefined)(
  `what is said at a terminal is kept in a PostgreSQL, named by the setting or by --db (${name})`,
  async () => {
    const address = await newDatabase();
    const first = await says(["--user", "ada"], { DATABASE_URL: address }, "skip\ny\nquit\n");
    expect(first).toMatchObject({ output: expect.stringContaining("👍 Noted"), errors: "" });
    const second = await says(
      ["--user", "ada", "--db", address],
      {},
      "history\nforget me\nyes\nhistory\nquit\n",
    );
    expect(second).toMatchObject({ output: expect.stringContaining("👍"), errors: "" });
    expect(second.output).toContain("Everything about you is deleted");
    expect(second.output.replace(/\s+/g, " ")).toContain(
      "replicas, archives of the database's log and backups",
    );
  },
);

test("an address of no PostgreSQL is one clear sentence", async () => {
  const { errors } = await says([], { DATABASE_URL: "mysql://localhost/films" }, "");
  expect(errors).toMatch(/^DATABASE_URL is no address of a PostgreSQL: write [^\n]*\n$/);
});
