/**
 * Puts a copy made by matinee backup in the place of the database; what was there is set aside.
 * Usage: npx matinee restore --from backups/matinee-2026-11-29T18-20-00-000Z.db
 */
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { isPostgres } from "../src/store/address.ts";
import { restore } from "../src/store/restore.ts";
import { mustBeFile, run } from "./command-line.ts";

interface Options {
  readonly from: string;
  readonly db: string;
  readonly json?: true;
}

async function main(args: readonly string[]): Promise<void> {
  const { from, db, json } = command(
    "restore",
    "matinee restore --from backups/matinee-2026-11-29T18-20-00-000Z.db",
  )
    .description("Puts a copy in the place of the database. Stop the bots first, and start them afterwards.")
    .requiredOption("--from <file>", "the copy, as matinee backup made it")
    .option("--db <file>", "where people are remembered", readConfig().database)
    .option("--json", "tell what was done as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  if (isPostgres(db))
    throw new Error(
      "People are remembered in a PostgreSQL, which has tools of its own: pg_restore --clean puts back what pg_dump has copied.",
    );
  mustBeFile(from, "a copy made by matinee backup");
  const restored = await restore(from, db, Date.now());
  if (json) console.log(JSON.stringify(restored));
  else {
    console.log(`${restored.file} holds ${restored.people} people and ${restored.answers} answers again.`);
    if (restored.setAside)
      console.log(`What was there before lies in ${restored.setAside}; delete it when all is well.`);
    console.log(
      "Whoever was forgotten after the copy was made is in it again: tell them to say forget me once more.",
    );
  }
}

await run(main);
