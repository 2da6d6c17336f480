import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";

const BUILT = "node_modules/better-sqlite3/build";

/** The program as installed, but with a better-sqlite3 of its own, to be spoilt. */
async function installed(): Promise<string> {
  const folder = await temporaryFolder();
  const link = (name: string) => symlinkSync(resolve(name), join(folder, name));
  for (const name of ["package.json", "dist", "artifacts", "data", "migrations"]) link(name);
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync("node_modules"))
    if (name !== "better-sqlite3" && !name.startsWith(".")) link(join("node_modules", name));
  for (const part of ["package.json", "lib", "build/Release/better_sqlite3.node"])
    cpSync(resolve("node_modules/better-sqlite3", part), join(folder, "node_modules/better-sqlite3", part), {
      recursive: true,
    });
  return folder;
}

/** What a terminal without lines prints in there, and how it ends. */
async function start(folder: string): Promise<{ errors: string; code: number | null }> {
  const main = join(folder, "dist/adapters/terminal/main.js");
  const child = spawn(
    process.execPath,
    ["--preserve-symlinks", "--preserve-symlinks-main", main, "--db", join(folder, "matinee.db")],
    { stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env.PATH } },
  );
  const ended = new Promise<number | null>((done) => child.on("close", done));
  return { errors: await text(child.stderr), code: await ended };
}

test("a better-sqlite3 that is whole loads", async () => {
  expect(await start(await installed())).toEqual({ errors: "", code: 0 });
});

test.each([
  ["was never built", (built: string) => rmSync(built, { recursive: true })],
  [
    "was built for another machine",
    (built: string) => writeFileSync(join(built, "Release/better_sqlite3.node"), "MZ, of another system"),
  ],
])(
  "one whose native part %s is said to be that, with the command that mends it; no database is blamed or made",
  async (_, spoil) => {
    const folder = await installed();
    spoil(join(folder, BUILT));
    const { errors, code } = await start(folder);
    expect(errors).toMatch(/^The native part of better-sqlite3.*npm rebuild better-sqlite3/);
    expect(errors).not.toMatch(/matinee\.db|^\s+at /m);
    expect(code).toBe(1);
    expect(existsSync(join(folder, "matinee.db"))).toBe(false);
  },
);
