/**
 * Copies the database while bots use it, reads the copy back, and deletes the oldest copies.
 * Usage: npx matinee backup --to backups
 */
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { isPostgres } from "../src/store/address.ts";
import { backUp } from "../src/store/backup.ts";
import { atLeastOne, mustBeDatabase, progressBar, run } from "./command-line.ts";

interface Options {
  readonly db: string;
  readonly to: string;
  readonly keep: number;
  readonly json?: true;
}

async function main(args: readonly string[]): Promise<void> {
  const { db, to, keep, json } = command("backup", "matinee backup --to backups --keep 30")
    .description("Copies the database as it is at this moment, while bots use it, and reads the copy back.")
    .option("--db <file>", "where people are remembered", readConfig().database)
    .option("--to <folder>", "where the copies go", "backups")
    .option("--keep <n>", "how many copies stay there; older ones are deleted", atLeastOne, 14)
    .option("--json", "tell what was done as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  if (isPostgres(db))
    throw new Error(
      `People are remembered in a PostgreSQL, and nothing was copied. Its own program copies it while bots use it: pg_dump --format=custom --file=${to}/matinee.dump "$DATABASE_URL". With compose.yaml the service backup-postgres does that every night: start it by --profile scale, and stop the service backup.`,
    );
  mustBeDatabase(db);
  const bar = progressBar();
  const copy = await backUp(db, to, {
    nowMs: Date.now(),
    keep,
    onProgress: (share) => bar.show("copied", Math.round(100 * share), 100),
  }).finally(() => bar.stop());
  if (json) console.log(JSON.stringify(copy));
  else {
    console.log(`${copy.file}: ${copy.people} people, ${copy.answers} answers, read back without a fault.`);
    if (copy.deleted.length > 0)
      console.log(`Deleted ${copy.deleted.length} older than the ${keep} to be kept.`);
    console.log("Whoever asks to be forgotten from now on is still in this copy, until it is deleted.");
  }
}

await run(main);
