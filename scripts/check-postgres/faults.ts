/** Kills either side, again and again, while people go on answering; then looks whether anything acknowledged was lost or doubled. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { standingFeedback } from "../../src/conversation/person.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { openStore } from "../../src/store/open-store.ts";
import { openPool } from "../../src/store/postgres/pool.ts";
import type { FaultyNetwork } from "../../src/store/postgres/testing/network.ts";
import type { Server } from "../../src/store/postgres/testing/server.ts";

const PROGRAM = fileURLToPath(new URL("./answering.js", import.meta.url));
/** Longer than a statement may take. */
const SWALLOWED_MS = 7_000;

export type Fault =
  | "Matinee killed"
  | "server killed"
  | "server restarted"
  | "connections ended"
  | "packets swallowed";

/** In turn; a fault of the network takes long, and comes seldom. */
const FAULTS: readonly Fault[] = [
  "Matinee killed",
  "server killed",
  "Matinee killed",
  "connections ended",
  "Matinee killed",
  "server restarted",
];
const SWALLOWED_EVERY = 25;

/** Whom each process answers for: two of them for the same person. */
const USERS = ["ada", "ada", "bob"] as const;

export interface FaultsDone {
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** Sums that are not those of what is kept. */
  readonly wrongSums: number;
  /** People whose kept taste is not that of their log. */
  readonly wrongTastes: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly user: string;
  readonly lines: () => readonly string[];
  readonly ended: Promise<unknown>;
}

let started = 0;

function start(address: string, user: string): Running {
  const child = spawn(process.execPath, [PROGRAM, address, user, `${user}${started++}`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let text = "";
  child.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  // what follows the last line break was cut off by the kill
  return { child, user, lines: () => text.split("\n").slice(0, -1), ended: once(child, "close") };
}

/**
 * @param proxy between the processes and the server
 * @param chance from 0 to 1, without 1
 */
export async function faultsOn(
  server: Server,
  proxy: FaultyNetwork,
  kills: number,
  chance: () => number,
  onProgress: (done: number) => void = () => {},
): Promise<FaultsDone> {
  const address = `postgres://postgres@127.0.0.1:${proxy.port}/postgres`;
  await (await openStore(address)).close(); // migrated
  const faults: Partial<Record<Fault, number>> = {};
  const acknowledged = new Map<string, string[]>(USERS.map((user) => [user, []]));
  const running: Running[] = USERS.map((user) => start(address, user));

  async function end(nth: number): Promise<void> {
    const { child, user, lines, ended } = running[nth]!;
    child.kill("SIGKILL");
    await ended;
    acknowledged.get(user)!.push(...lines());
  }

  async function does(fault: Fault, nth: number): Promise<void> {
    switch (fault) {
      case "Matinee killed": {
        const which = nth % USERS.length;
        await end(which);
        running[which] = start(address, USERS[which]!);
        return;
      }
      case "server killed":
      case "server restarted":
        await server.stop(fault === "server killed" ? "kill" : "fast");
        return server.start();
      case "connections ended": {
        const database = await openPool(server.address());
        await database.read((sql) =>
          sql.all(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'matinee'",
          ),
        );
        return database.close();
      }
      case "packets swallowed":
        proxy.swallow();
        await sleep(SWALLOWED_MS);
        return proxy.mend();
    }
  }

  for (let nth = 0; nth < kills; nth++) {
    const before = running.reduce((sum, { lines }) => sum + lines().length, 0);
    const more = 3 + 12 * chance();
    const answered = () => running.reduce((sum, { lines }) => sum + lines().length, 0) >= before + more;
    while (!answered()) await sleep(5);
    await sleep(50 * chance());
    const fault =
      nth % SWALLOWED_EVERY === SWALLOWED_EVERY - 1 ? "packets swallowed" : FAULTS[nth % FAULTS.length]!;
    await does(fault, nth);
    faults[fault] = (faults[fault] ?? 0) + 1;
    onProgress(nth + 1);
  }
  for (const nth of USERS.keys()) await end(nth);
  return { faults, ...(await compared(server.address(), acknowledged)) };
}

async function compared(
  address: string,
  acknowledged: ReadonlyMap<string, readonly string[]>,
): Promise<Omit<FaultsDone, "faults">> {
  const store = await openStore(address);
  const world = tinyWorld();
  let [all, lost, doubled, wrongTastes, suggestions] = [0, 0, 0, 0, 0];
  try {
    for (const [id, events] of acknowledged) {
      const kept = await store.export({ platform: "fake", id });
      const ids = kept.events.map((event) => event.id);
      const known = new Set(ids);
      all += events.length;
      lost += events.filter((event) => !known.has(event)).length;
      doubled += ids.length - known.size + kept.log.length - new Set(kept.log.map((entry) => entry.id)).size;
      doubled += kept.suggestions.length - new Set(kept.suggestions.map((one) => one.id)).size;
      suggestions += kept.suggestions.length;
      const folded = world.recommender.taste(standingFeedback(kept.log)).embedding;
      if (JSON.stringify(kept.embedding?.values) !== JSON.stringify([...folded])) wrongTastes++;
    }
    const sums = await store.figures("1970-01-01", "9999-12-31");
    const counted = sums
      .filter(({ what }) => what === "suggestions")
      .reduce((sum, { count }) => sum + count, 0);
    return { acknowledged: all, lost, doubled, wrongTastes, wrongSums: Math.abs(counted - suggestions) };
  } finally {
    await store.close();
  }
}
