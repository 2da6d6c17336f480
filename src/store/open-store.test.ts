import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { isPostgres } from "./address.ts";

test.each([
  ["postgres://localhost/matinee", true],
  ["PostgreSQL://user@host:5432/db?sslmode=require", true],
  ["matinee.db", false],
  ["/data/postgres.db", false],
  ["postgres", false],
  ["mysql://localhost/matinee", false],
])("%s is the address of a PostgreSQL: %s", (name, is) => {
  expect(isPostgres(name)).toBe(is);
});

test("who keeps people in a file does not wait for the driver of a server", async () => {
  const program = `
    import { createRequire } from "node:module";
    import { openStore } from ${JSON.stringify(new URL("./open-store.js", import.meta.url).href)};
    const store = await openStore(process.argv[1]);
    await store.close();
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(JSON.stringify(loaded.map((file) => file.split("node_modules/").at(-1).split("/")[0])));
  `;
  const file = join(await temporaryFolder(), "some.db");
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "-e",
    program,
    file,
  ]);
  const loaded: string[] = JSON.parse(stdout);
  expect(loaded).toContain("better-sqlite3");
  expect(loaded.filter((name) => name.startsWith("pg"))).toEqual([]);
});
