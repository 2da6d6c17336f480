import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { standingFeedback } from "../conversation/person.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { openSqliteStore } from "../store/sqlite.ts";

const PROGRAM = fileURLToPath(new URL("./testing/answering-process.js", import.meta.url));
const ADA = { platform: "fake", id: "ada" };

/** What the processes of a run acknowledge together before they are killed, at the least. */
const ACKNOWLEDGED = 20;

/** Runs processes side by side until they have acknowledged enough and a while longer, kills them without warning, and returns the events they acknowledged. */
async function runAndKill(database: string, prefixes: readonly string[], forMs: number): Promise<string[]> {
  const children = prefixes.map((prefix) =>
    watched(spawn(process.execPath, [PROGRAM, database, ADA.id, prefix])),
  );
  const acknowledged = () => children.reduce((sum, { count }) => sum + count(), 0);
  await vi.waitUntil(() => acknowledged() >= ACKNOWLEDGED, { interval: 1, timeout: 60_000 });
  await sleep(forMs);
  for (const { child } of children) child.kill("SIGKILL");
  return (await Promise.all(children.map(({ lines }) => lines))).flat();
}

interface Watched {
  readonly child: ChildProcess;
  /** How many lines it has printed so far. */
  readonly count: () => number;
  /** What it printed until its death; what follows the last line break was cut off by the kill. */
  readonly lines: Promise<string[]>;
}

function watched(child: ChildProcess): Watched {
  let text = "";
  child.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  child.stderr!.resume();
  const lines = () => text.split("\n").slice(0, -1);
  return { child, count: () => lines().length, lines: once(child, "close").then(lines) };
}

test("kill -9 at any moment, two processes at once: every acknowledged event is there, once, and the taste is the log's", async () => {
  const folder = mkdtempSync(join(tmpdir(), "matinee-kill-"));
  const database = join(folder, "kill.db");
  try {
    const acknowledged: string[] = [];
    for (let run = 0; run < 6; run++) {
      acknowledged.push(...(await runAndKill(database, [`a${run}`, `b${run}`], 40 + 45 * run)));
    }
    const store = await openSqliteStore(database);
    const { events, log, embedding } = await store.export(ADA);
    await store.close();
    const file = new Database(database);
    expect(file.pragma("integrity_check", { simple: true })).toBe("ok");
    file.close();

    expect(acknowledged.length).toBeGreaterThan(100);
    const kept = events.map(({ id }) => id);
    expect(new Set(kept).size).toBe(kept.length);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    expect(embedding!.values).toEqual([...tinyWorld().recommender.taste(standingFeedback(log)).embedding]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
