/**
 * Takes in what somebody watched and rated elsewhere. Usage: npx matinee import letterboxd.zip --user ada --yes
 * Without --yes it says what it would do, and does nothing.
 */
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Card } from "../src/conversation/card.ts";
import { bringing } from "../src/host/bring.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { createHost } from "../src/host/host.ts";
import { openWorld } from "../src/host/open-world.ts";
import { silentAdapter } from "../src/host/silent-adapter.ts";
import { openStore } from "../src/store/open-store.ts";
import { makeRoomFor, mustBeFile, run } from "./command-line.ts";
import { platformOption } from "./platforms.ts";
import { JSON_DONE, telling } from "./telling.ts";

interface Options {
  readonly user: string;
  readonly platform: string;
  readonly db: string;
  readonly artifacts: string;
  readonly policy: string;
  readonly leftOut?: string;
  readonly yes?: true;
  readonly json?: true;
}

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const program = command("import", "matinee import letterboxd.zip --user ada --yes")
    .description(
      "Reads an export of Letterboxd, IMDb, Trakt, Simkl, TMDB, MovieLens or another Matinee, or a table with title, year and rating.",
    )
    .argument("<file>", "the file as it was exported: ZIP, CSV or JSON; - reads standard input")
    .option("--user <name>", "whose it is, as the platform calls them", userInfo().username)
    .addOption(platformOption())
    .option("--db <where>", "where people are remembered", config.database)
    .option("--artifacts <folder>", "the trained model", config.MATINEE_ARTIFACTS)
    .option("--policy <file>", "coefficients of the ranking", config.MATINEE_POLICY)
    .option("--left-out <file>", "where to write what cannot be taken in, as a table to put right")
    .option("--yes", "takes it in; otherwise it is only told what would be")
    .option(...JSON_DONE)
    .parse(args, { from: "user" });
  const options = program.opts<Options>();
  const [file = ""] = program.args;
  if (file !== STANDARD_INPUT) mustBeFile(file, "an export of another service, such as letterboxd.zip");
  if (options.leftOut !== undefined) makeRoomFor(options.leftOut);
  const { line, result } = telling(options.json);
  const bytes = file === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(file);
  const did = bringing({ name: basename(file), bytes });
  if ("unusable" in did.history) throw new Error(`${file} cannot be used: ${did.history.unusable}`);

  const world = await openWorld(options.artifacts, options.policy);
  const store = await openStore(options.db);
  const shown: Card[] = [];
  const { adapter, hears } = silentAdapter(options.platform, (card) => shown.push(card));
  let failed: unknown;
  const host = createHost({
    world,
    store,
    adapter,
    onError(error) {
      failed = error;
    },
  });
  const user = { platform: options.platform, id: options.user };
  const does = (what: Parameters<typeof hears>[0]["did"]) =>
    hears({
      user,
      conversation: `${options.platform}:import:${options.user}`,
      event: randomUUID(),
      atMs: Date.now(),
      did: what,
    });
  try {
    await host.start();
    const before = await store.log(user);
    await does(did);
    const [card] = shown;
    const isNew = card?.actions !== undefined;
    if (isNew) await does({ kind: "said", text: options.yes ? "yes" : "no" });
    if (failed !== undefined) throw failed;
    const found = card ? [card.title?.text ?? "", ...told(card)] : [];
    if (card) line(found.join("\n"));
    const answer = shown.at(-1);
    if (isNew && answer)
      line(options.yes ? answer.lines.join("\n") : "Nothing was noted: add --yes to take it in.");
    if (options.leftOut !== undefined && card?.file) await writeFile(options.leftOut, card.file.text);
    const noted = (await store.log(user)).length - before.length;
    result({ rows: did.history.rows.length, isNew, noted, found });
  } finally {
    await host.stop();
    await store.close();
  }
}

const STANDARD_INPUT = "-";

/** Nobody is asked here. */
const told = ({ lines, actions }: Card): readonly string[] => (actions ? lines.slice(0, -1) : lines);

await run(main);
