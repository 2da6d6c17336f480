/** How many turns a second one store takes from one process or several, and how long a turn takes. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openStore } from "../../src/store/open-store.ts";
import type { Server } from "../../src/store/postgres/testing/server.ts";
import { type Filled, fill } from "./fill.ts";

const PROGRAM = fileURLToPath(new URL("./turning.js", import.meta.url));
/** In all, however many processes share them. */
const PEOPLE = 16;

interface Measured {
  readonly perSecond: number;
  /** Of the processor, for a turn, in all processes of Matinee. */
  readonly cpuMs: number;
  readonly turns: number;
  readonly p50: number;
  readonly p99: number;
}

async function measured(
  database: string,
  processes: number,
  seconds: number,
  names?: string,
): Promise<Measured> {
  const outputs = Array.from({ length: processes }, (_, nth) => {
    const args = [
      PROGRAM,
      database,
      names ?? `${processes}-${nth}-`,
      String(PEOPLE / processes),
      String(seconds),
    ];
    return text(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }).stdout);
  });
  const done = (await Promise.all(outputs)).map((output): { took: number[]; turns: number; cpuMs: number } =>
    JSON.parse(output),
  );
  const took = done.flatMap((one) => one.took).sort((a, b) => a - b);
  const turns = done.reduce((sum, one) => sum + one.turns, 0);
  const cpuMs = done.reduce((sum, one) => sum + one.cpuMs, 0) / turns;
  const at = (share: number): number => took[Math.floor(share * (took.length - 1))]!;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), cpuMs, turns };
}

/** In one process, by people who were there before, among so many. */
export async function among(
  address: string,
  people: number,
  seconds: number,
  onProgress: (done: number) => void,
): Promise<{ readonly filled: Filled; readonly turns: Measured }> {
  await (await openStore(address)).close(); // migrated
  const filled = await fill(address, people, onProgress);
  return { filled, turns: await measured(address, 1, seconds, "fill-1") };
}

/** A row for each store and number of processes, as Markdown. */
export async function loadTable(server: Server, sqlite: string, seconds: number): Promise<string[]> {
  const rows: string[] = [
    "| store | processes | turns a second | p50 ms | p99 ms | CPU ms a turn, Matinee | and PostgreSQL |",
    "|---|--:|--:|--:|--:|--:|--:|",
  ];
  for (const [name, database, processes] of [
    ["SQLite", sqlite, 1],
    ["PostgreSQL", server.address(), 1],
    ["PostgreSQL", server.address(), 2],
    ["PostgreSQL", server.address(), 4],
  ] as const) {
    const before = server.cpuMs();
    const { perSecond, p50, p99, cpuMs, turns } = await measured(database, processes, seconds);
    await sleep(500); // connections are ended, and what they worked is told
    const served = (server.cpuMs() - before) / turns;
    rows.push(
      `| ${name} | ${processes} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${cpuMs.toFixed(1)} | ${name === "SQLite" ? "" : served.toFixed(1)} |`,
    );
  }
  return rows;
}
