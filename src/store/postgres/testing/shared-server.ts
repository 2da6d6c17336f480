import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findPrograms, startServer, versionIn } from "./server.ts";

const programs = findPrograms();

/** Why there is no real PostgreSQL here; undefined where there is one. */
export const missing: string | undefined = "missing" in programs ? programs.missing : undefined;

/** "PostgreSQL 15", as tests are named by it. */
export const realName: string =
  "bin" in programs ? `PostgreSQL ${versionIn(programs.bin)}` : "a real PostgreSQL";

let databases = 0;

/** A new database in the one server that all test files share: the first that asks starts it, the end of the run stops it. */
export async function newDatabase(): Promise<string> {
  const folder = process.env.MATINEE_TEST_POSTGRES;
  if (folder === undefined) throw new Error("vitest.global.ts names no folder for the server");
  const port = await portOf(folder);
  const name = `test_${process.pid}_${databases++}`;
  const client = new pg.Client(`postgres://postgres@127.0.0.1:${port}/postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `postgres://postgres@127.0.0.1:${port}/${name}`;
}

async function portOf(folder: string): Promise<number> {
  const note = join(folder, "port");
  try {
    mkdirSync(join(folder, "starting"));
  } catch {
    for (;;) {
      const said = existsSync(note) ? readFileSync(note, "utf8") : "";
      if (said.endsWith("\n")) return portIn(said);
      await sleep(20);
    }
  }
  let said: string;
  try {
    // what is kept here need survive no power cut
    const settings = { fsync: "off", max_connections: "200" };
    said = String((await startServer(join(folder, "server"), { settings, outlives: true })).port);
  } catch (error) {
    said = String(error);
  }
  writeFileSync(note, `${said}\n`);
  return portIn(said);
}

function portIn(said: string): number {
  const port = Number(said);
  if (!(port > 0)) throw new Error(`the server for tests did not start: ${said}`);
  return port;
}
