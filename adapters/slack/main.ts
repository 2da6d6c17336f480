/** Matinee in Slack. Usage: npm run slack, with the settings of .env.example. */
import { once } from "node:events";
import { pino } from "pino";
import { readConfig } from "../../src/host/config.ts";
import { createHost } from "../../src/host/host.ts";
import { openWorld } from "../../src/host/open-world.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { readSlackSettings } from "./settings.ts";
import { createSlack } from "./slack.ts";

/** What was begun is finished within this time after a signal to stop, or given up. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig();
  const settings = readSlackSettings(process.env);
  const log = pino();
  const world = await openWorld(config.MATINEE_ARTIFACTS, config.MATINEE_POLICY);
  const store = await openSqliteStore(config.MATINEE_DB);
  const host = createHost({
    world,
    store,
    adapter: createSlack({ ...settings, log, now: Date.now }),
    onError: (err, { event, did }) => log.error({ err, event, did: did.kind }, "a turn failed"),
  });
  await host.start();
  log.info({ transport: settings.transport.mode }, "Matinee listens in Slack");
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await host.stop();
  await store.close();
  log.info("Matinee has left Slack");
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
