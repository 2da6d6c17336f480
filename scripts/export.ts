/** Writes what is kept about somebody. Usage: npx matinee export --user ada > ada.json */
import { writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { Option } from "commander";
import { written } from "../src/history/written.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { openWorld } from "../src/host/open-world.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../src/intent/reading/command.ts";
import { openStore } from "../src/store/open-store.ts";
import { makeRoomFor, mustBeDatabase, run } from "./command-line.ts";
import { platformOption } from "./platforms.ts";

interface Options {
  readonly user: string;
  readonly platform: string;
  readonly format: ExportFormat;
  readonly db: string;
  readonly artifacts: string;
  readonly policy: string;
  readonly out?: string;
}

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const options = command("export", "matinee export --user ada --format letterboxd --out ada.csv")
    .description("Writes what is kept about somebody, for them, for another Matinee, or for another service.")
    .option("--user <name>", "whose it is, as the platform calls them", userInfo().username)
    .addOption(platformOption())
    .addOption(
      new Option("--format <name>", "json: everything; letterboxd, imdb: what was watched, as these read it")
        .choices(EXPORT_FORMATS)
        .default("json"),
    )
    .option("--out <file>", "where to; default: standard output")
    .option("--db <where>", "where people are remembered", config.database)
    .option("--artifacts <folder>", "the trained model", config.MATINEE_ARTIFACTS)
    .option("--policy <file>", "coefficients of the ranking", config.MATINEE_POLICY)
    .parse(args, { from: "user" })
    .opts<Options>();
  mustBeDatabase(options.db);
  if (options.out !== undefined) makeRoomFor(options.out);
  const { catalog } = await openWorld(options.artifacts, options.policy);
  const store = await openStore(options.db);
  try {
    const user = { platform: options.platform, id: options.user };
    if ((await store.revision(user)) === null)
      throw new Error(`Nobody is called ${options.user} in ${options.platform}: give --user and --platform.`);
    const { text } = written(catalog, await store.export(user), options.format);
    if (options.out === undefined) process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    else await writeFile(options.out, text, { mode: 0o600 });
  } finally {
    await store.close();
  }
}

await run(main);
