/** How many turns a second one store takes from one process or several, and how long a turn takes. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { openStore } from "../../src/store/open-store.ts";
import type { Server } from "../../src/store/postgres/testing/server.ts";
import { type Filled, fill } from "./fill.ts";

const PROGRAM = fileURLToPath(new URL("./turning.js", import.meta.url));
/** In all, however many processes share them. */
const PEOPLE = 16;

interface Measured {
  /** Turns that were computed again, for another process had been faster for the same person. */
  readonly conflicts: number;
  readonly perSecond: number;
  /** Of the processor, for a turn, in all processes of Matinee. */
  readonly cpuMs: number;
  readonly turns: number;
  readonly p50: number;
  readonly p99: number;
}

interface Raw {
  readonly took: readonly number[];
  readonly turns: number;
  readonly conflicts: number;
  readonly cpuMs: number;
  readonly seconds: number;
}

/** @param names of each process's people, who take turns */
async function raw(database: string, names: readonly (readonly string[])[], seconds: number): Promise<Raw> {
  const outputs = names.map((own) => {
    const args = [PROGRAM, database, String(seconds), String(PEOPLE / names.length), JSON.stringify(own)];
    return text(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }).stdout);
  });
  const done = (await Promise.all(outputs)).map((output): Omit<Raw, "seconds"> => JSON.parse(output));
  return { ...sumOf(done), seconds };
}

const sumOf = (all: readonly Omit<Raw, "seconds">[]): Omit<Raw, "seconds"> => ({
  took: all.flatMap(({ took }) => took),
  turns: all.reduce((sum, { turns }) => sum + turns, 0),
  conflicts: all.reduce((sum, { conflicts }) => sum + conflicts, 0),
  cpuMs: all.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
});

function together(rounds: readonly Raw[]): Measured {
  const { took, turns, conflicts, cpuMs } = sumOf(rounds);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
  return {
    conflicts,
    perSecond: took.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: cpuMs / turns,
    turns,
  };
}

/** Who comes in the time, of all that there are. */
const COMING = 400;
/** By turns, so that what else the machine has to do falls upon both. */
const ROUNDS = 3;

export interface Among {
  readonly people: number;
  readonly filled: Filled;
  readonly turns: Measured;
}

/** In one process, by people who were there before, from anywhere among so many: each number of them in a database of its own. */
export async function among(
  server: Server,
  numbers: readonly number[],
  seconds: number,
  onProgress: (done: number, people: number) => void,
): Promise<Among[]> {
  const databases = [];
  for (const people of numbers) {
    const address = await newDatabase(server, `people_${people}`);
    await (await openStore(address)).close(); // migrated
    const filled = await fill(address, people, (done) => onProgress(done, people));
    databases.push({ people, address, filled, rounds: [] as Raw[] });
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const { people, address, rounds } of databases)
      rounds.push(await raw(address, [comingAmong(people, round)], seconds / ROUNDS));
  return databases.map(({ people, filled, rounds }) => ({ people, filled, turns: together(rounds) }));
}

const comingAmong = (people: number, round: number): string[] =>
  Array.from(
    { length: COMING },
    (_, nth) => `fill-${1 + Math.floor(((nth + round / ROUNDS) * people) / COMING)}`,
  );

async function newDatabase(server: Server, name: string): Promise<string> {
  const client = new pg.Client(server.address());
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return server.address(name);
}

/** So many people for each of some processes. */
const namesFor = (processes: number): string[][] =>
  Array.from({ length: processes }, (_, nth) =>
    Array.from({ length: PEOPLE / processes }, (_, place) => `${processes}-${nth}-${place}`),
  );

/** The same people in two processes at once: turns of one person that meet. */
const MEETING = Array.from({ length: PEOPLE / 2 }, (_, place) => `meeting-${place}`);

/** A row for each store and number of processes, as Markdown. */
export async function loadTable(server: Server, sqlite: string, seconds: number): Promise<string[]> {
  const rows: string[] = [
    "| store | processes | turns a second | p50 ms | p99 ms | CPU ms a turn, Matinee | and PostgreSQL | computed again, of 100 turns |",
    "|---|--:|--:|--:|--:|--:|--:|--:|",
  ];
  for (const [name, database, processes, names] of [
    ["SQLite", sqlite, "1", namesFor(1)],
    ["PostgreSQL", server.address(), "1", namesFor(1)],
    ["PostgreSQL", server.address(), "2", namesFor(2)],
    ["PostgreSQL", server.address(), "4", namesFor(4)],
    ["PostgreSQL", server.address(), "2, for the same people", [MEETING, MEETING]],
  ] as const) {
    const before = server.cpuMs();
    const { perSecond, p50, p99, cpuMs, turns, conflicts } = together([await raw(database, names, seconds)]);
    await sleep(500); // connections are ended, and what they worked is told
    const served = (server.cpuMs() - before) / turns;
    rows.push(
      `| ${name} | ${processes} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${cpuMs.toFixed(1)} | ${name === "SQLite" ? "" : served.toFixed(1)} | ${((100 * conflicts) / turns).toFixed(1)} |`,
    );
  }
  return rows;
}
