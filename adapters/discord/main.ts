/** Matinee in Discord. Usage: npm run discord, with the settings of .env.example. */
import { once } from "node:events";
import { pino } from "pino";
import { titleWithYear } from "../../src/catalog/title-with-year.ts";
import { readConfig } from "../../src/host/config.ts";
import { createHost } from "../../src/host/host.ts";
import { openWorld } from "../../src/host/open-world.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { createDiscord } from "./discord.ts";
import { LIMITS } from "./limits.ts";
import { readDiscordSettings } from "./settings.ts";

async function main(): Promise<void> {
  const config = readConfig();
  const { token, api } = readDiscordSettings(process.env);
  const log = pino();
  const world = await openWorld(config.MATINEE_ARTIFACTS, config.MATINEE_POLICY);
  const store = await openSqliteStore(config.MATINEE_DB);
  const completeTitle = (typed: string) =>
    world.catalog
      .search(typed, LIMITS.choices)
      .map((movie) => ({ label: titleWithYear(movie), value: movie.id }));
  const host = createHost({
    world,
    store,
    adapter: createDiscord({ token, ...(api !== undefined && { api }), log, now: Date.now, completeTitle }),
    onError: (err, { event, did }) => log.error({ err, event, did: did.kind }, "a turn failed"),
  });
  await host.start();
  log.info("Matinee listens in Discord");
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  await host.stop();
  await store.close();
  log.info("Matinee has left Discord");
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
