/** What it costs to bring a history along: from the file to what would be noted, to take it in, and to undo it. */
import { performance } from "node:perf_hooks";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Movie } from "../../src/catalog/movie.ts";
import type { World } from "../../src/conversation/world.ts";
import { bringing } from "../../src/host/bring.ts";
import { createRandom } from "../../src/numerics/random.ts";
import { withFloorTable } from "./floor-table.ts";
import { median } from "./percentiles.ts";
import { withPlatform } from "./platform.ts";

/** Medians, in milliseconds. */
export interface ImportTimes {
  /** From the bytes to the card that tells what would be noted. */
  readonly toldMs: number;
  readonly takenInMs: number;
  readonly undoneMs: number;
  /** What neither can do without: the table taken apart, and as many rows committed durably at once. */
  readonly parseMs: number;
  readonly commitMs: number;
}

/** @param rows of a table, most of whose films are known by title and year; the others have a slip, or are not known */
export async function timeImports(world: World, rows: number, rounds: number): Promise<ImportTimes> {
  const bytes = historyOf(world.catalog.movies, rows);
  const times: Record<keyof ImportTimes, number[]> = {
    toldMs: [],
    takenInMs: [],
    undoneMs: [],
    parseMs: [],
    commitMs: [],
  };
  await withPlatform({ world }, async ({ says, does }) => {
    for (let round = 0; round < rounds; round++) {
      const user = `person-${round}`;
      await says(user, "next");
      const asked = () => does(user, bringing({ name: "ratings.csv", bytes }));
      times.toldMs.push(await elapsed(asked));
      times.takenInMs.push(await elapsed(() => says(user, "yes")));
      await says(user, "0"); // the first question that is left: which of several films it is
      times.undoneMs.push(await elapsed(() => says(user, "undo")));
      times.parseMs.push(await elapsed(() => parse(new TextDecoder().decode(bytes), { columns: true })));
      times.commitMs.push(await timeCommit(rows));
    }
  });
  return {
    toldMs: median(times.toldMs),
    takenInMs: median(times.takenInMs),
    undoneMs: median(times.undoneMs),
    parseMs: median(times.parseMs),
    commitMs: median(times.commitMs),
  };
}

async function elapsed(task: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await task();
  return performance.now() - startedMs;
}

const DAY_MS = 86_400_000;

/** Of ten films seven are as they are called, one has two letters changed round, one lacks its subtitle, and one is nobody's. */
function historyOf(movies: readonly Movie[], rows: number): Uint8Array {
  const random = createRandom(rows);
  const shuffled = random.shuffle([...movies]);
  const table = Array.from({ length: rows }, (_, nth) => {
    const { title, year } = shuffled[nth % shuffled.length]!;
    return {
      title: writtenAs(title, nth),
      year: year ?? "",
      rating: 0.5 + Math.floor(random.uniform() * 10) / 2,
      date: new Date(Date.UTC(2020, 0, 1) + nth * (DAY_MS / 4)).toISOString().slice(0, 10),
    };
  });
  return new TextEncoder().encode(stringify(table, { header: true }));
}

function writtenAs(title: string, nth: number): string {
  switch (nth % 10) {
    case 7:
      return title.replace(/(\p{L})(\p{L})$/u, "$2$1");
    case 8:
      return title.split(": ")[0]!;
    case 9:
      return `${title} as Nobody Knows It`;
    default:
      return title;
  }
}

const timeCommit = (rows: number): Promise<number> =>
  withFloorTable((insert, database) =>
    elapsed(() =>
      database.transaction(() => {
        for (let row = 0; row < rows; row++) insert(row);
      })(),
    ),
  );
