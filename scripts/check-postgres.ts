/**
 * Kills either side of a PostgreSQL of its own while people go on answering, and looks whether anything acknowledged was lost or doubled.
 * Usage: npm run check:postgres -- --kills 500
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../src/host/command.ts";
import { createRandom } from "../src/numerics/random.ts";
import { startServer } from "../src/store/postgres/testing/server.ts";
import { faultsOn } from "./check-postgres/faults.ts";
import { loadTable } from "./check-postgres/load.ts";
import { openNetwork } from "./check-postgres/network.ts";
import { atLeastOne, progressBar, run } from "./command-line.ts";

async function main(args: readonly string[]): Promise<void> {
  const { kills, seed, load } = command("check postgres", "npm run check:postgres -- --kills 500")
    .description("Kills Matinee and a PostgreSQL of its own by turns, and counts what was lost or doubled.")
    .option("--kills <n>", "of either side", atLeastOne, 60)
    .option("--seed <n>", "of the moments at which", atLeastOne, 1)
    .option(
      "--load <seconds>",
      "measure turns for so long each instead, by one, two and four processes",
      atLeastOne,
    )
    .parse(args, { from: "user" })
    .opts<{ kills: number; seed: number; load?: number }>();
  const folder = mkdtempSync(join(tmpdir(), "matinee-check-"));
  chmodSync(folder, 0o755); // the server may be another user's
  const random = createRandom(seed);
  const server = await startServer(join(folder, "server"));
  const proxy = await openNetwork(server.port);
  const bar = progressBar();
  try {
    if (load !== undefined) {
      for (const line of await loadTable(server.address(), join(folder, "load.db"), load)) console.log(line);
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
