/**
 * Kills either side of a PostgreSQL of its own while people go on answering, and looks whether anything acknowledged was lost or doubled.
 * Usage: npm run check:postgres -- --kills 500
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../src/host/command.ts";
import { createRandom } from "../src/numerics/random.ts";
import { openNetwork } from "../src/store/postgres/testing/network.ts";
import { startServer } from "../src/store/postgres/testing/server.ts";
import { faultsOn } from "./check-postgres/faults.ts";
import { among, loadTable } from "./check-postgres/load.ts";
import { atLeastOne, progressBar, run } from "./command-line.ts";

/** What a server needs into which millions of rows are written at once; commits are flushed all the same. */
const FOR_MANY = {
  shared_buffers: "1GB",
  max_wal_size: "8GB",
  checkpoint_timeout: "15min",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
};

async function main(args: readonly string[]): Promise<void> {
  const { kills, seed, load, people } = command("check postgres", "npm run check:postgres -- --kills 500")
    .description("Kills Matinee and a PostgreSQL of its own by turns, and counts what was lost or doubled.")
    .option("--kills <n>", "of either side", atLeastOne, 60)
    .option("--seed <n>", "of the moments at which", atLeastOne, 1)
    .option(
      "--load <seconds>",
      "measure turns for so long each instead, by one, two and four processes",
      atLeastOne,
    )
    .option("--people <n>", "measure among so many with 40 answers each", atLeastOne)
    .parse(args, { from: "user" })
    .opts<{ kills: number; seed: number; load?: number; people?: number }>();
  const folder = mkdtempSync(join(tmpdir(), "matinee-check-"));
  chmodSync(folder, 0o755); // the server may be another user's
  const random = createRandom(seed);
  const server = await startServer(join(folder, "server"), { settings: people ? FOR_MANY : {} });
  const proxy = await openNetwork(server.port);
  const bar = progressBar();
  try {
    if (load !== undefined && people !== undefined) {
      const measured = await among(server, [1_000, people], load, (done, many) =>
        bar.show(`${many} people`, done, many),
      );
      bar.stop();
      for (const { people: many, filled, turns } of measured)
        console.log(
          `${many} people: ${filled.answers} answers, ${Math.round(filled.bytes / filled.answers)} bytes each with all that goes with it; ${turns.turns} turns, of which one takes ${turns.p50.toFixed(1)} ms, and of a hundred one ${turns.p99.toFixed(1)} ms.`,
        );
      return;
    }
    if (load !== undefined) {
      for (const line of await loadTable(server, join(folder, "load.db"), load)) console.log(line);
      return;
    }
    const done = await faultsOn(server, proxy, kills, random.uniform, (nth) =>
      bar.show("faults", nth, kills),
    );
    bar.stop();
    for (const [fault, times] of Object.entries(done.faults)) console.log(`${fault}: ${times}`);
    console.log(
      `Of ${done.acknowledged} acknowledged answers ${done.lost} lost, ${done.doubled} doubled; ${done.wrongTastes} tastes and ${done.wrongSums} sums are wrong.`,
    );
    if (done.lost + done.doubled + done.wrongTastes + done.wrongSums > 0) process.exitCode = 1;
  } finally {
    bar.stop();
    proxy.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

await run(main);
