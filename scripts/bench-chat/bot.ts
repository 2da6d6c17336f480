import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Starts a bot as a process of its own on an empty database, plays with it, and stops it before it is looked into. */
export async function withBot<Played, Found>(
  platform: string,
  env: Readonly<Record<string, string>>,
  play: (database: string) => Promise<Played>,
  lookInto: (database: string, played: Played) => Promise<Found>,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-chat-"));
  const database = join(folder, "chat.db");
  const main = fileURLToPath(new URL(`../../adapters/${platform}/main.js`, import.meta.url));
  const bot: ChildProcess = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, MATINEE_DB: database, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    const played = await play(database);
    bot.kill("SIGTERM");
    await once(bot, "close");
    return await lookInto(database, played);
  } finally {
    bot.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
}
