/** How many turns a second one store takes from one process or several, and how long a turn takes. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("./turning.js", import.meta.url));
/** In all, however many processes share them. */
const PEOPLE = 16;

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function measured(database: string, processes: number, seconds: number): Promise<Measured> {
  const outputs = Array.from({ length: processes }, (_, nth) => {
    const args = [PROGRAM, database, `${processes}-${nth}-`, String(PEOPLE / processes), String(seconds)];
    return text(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }).stdout);
  });
  const took = (await Promise.all(outputs))
    .flatMap((output): number[] => JSON.parse(output))
    .sort((a, b) => a - b);
  const at = (share: number): number => took[Math.floor(share * (took.length - 1))]!;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** A row for each store and number of processes, as Markdown. */
export async function loadTable(postgres: string, sqlite: string, seconds: number): Promise<string[]> {
  const rows: string[] = [
    "| store | processes | turns a second | p50 ms | p99 ms |",
    "|---|--:|--:|--:|--:|",
  ];
  for (const [name, database, processes] of [
    ["SQLite", sqlite, 1],
    ["PostgreSQL", postgres, 1],
    ["PostgreSQL", postgres, 2],
    ["PostgreSQL", postgres, 4],
  ] as const) {
    const { perSecond, p50, p99 } = await measured(database, processes, seconds);
    rows.push(`| ${name} | ${processes} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`);
  }
  return rows;
}
