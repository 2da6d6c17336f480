/**
 * Runs a command of Matinee again and again, where there is no cron: in a container, on Windows.
 * Usage: npx matinee schedule "15 4 * * *" backup --keep 30
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Cron } from "croner";
import { askedToEnd } from "../src/host/asked-to-end.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { isPostgres } from "../src/store/address.ts";
import { run } from "./command-line.ts";
import { SECTIONS } from "./commands.ts";

const MATINEE = fileURLToPath(new URL("./matinee.js", import.meta.url));

const COMMANDS = SECTIONS.flatMap(({ commands }) => Object.keys(commands));

/** @throws Error where it is none */
function schedule(pattern: string, work: () => Promise<void>): Cron {
  try {
    return new Cron(pattern, { protect: true }, work);
  } catch (cause) {
    throw new Error(
      `"${pattern}" is no time of cron (${(cause as Error).message}). Write one such as "15 4 * * *".`,
      { cause },
    );
  }
}

async function main(args: readonly string[]): Promise<void> {
  const program = command("schedule", 'matinee schedule "15 4 * * *" backup --keep 30')
    .description(
      "Runs a command of Matinee at the times given, one run after the other, until it is told to end.",
    )
    .argument("<times>", "as cron has them, by the clock of this machine")
    .argument("<command...>", "what to run, without matinee before it")
    .passThroughOptions()
    .allowUnknownOption()
    .parse(args, { from: "user" });
  const [pattern = "", ...typed] = program.args;
  if (!COMMANDS.includes(typed[0]!))
    throw new Error(`There is no matinee ${typed[0]}: npx matinee --help lists the commands.`);
  const asked = askedToEnd();
  let running: Promise<void> | undefined;
  let child: ChildProcess | undefined;
  const { database } = readConfig();
  const turn = isPostgres(database)
    ? await (await import("../src/store/postgres/turn.ts")).openTurn(database, `schedule ${typed[0]}`)
    : undefined;
  /** Of several who are to run the same on one database, one does: until it ends. */
  const isOurs = (): Promise<boolean> =>
    turn
      ? turn.isOurs().catch((error) => {
          console.error(error.message);
          return false;
        })
      : Promise.resolve(true);
  const work = async (): Promise<void> => {
    if (!(await isOurs())) return console.log(`matinee ${typed.join(" ")} is left to another Matinee.`);
    child = spawn(process.execPath, [MATINEE, ...typed], { stdio: ["ignore", "inherit", "inherit"] });
    const [code, signal] = await once(child, "exit");
    if (code !== 0) console.error(`matinee ${typed.join(" ")} ended with ${signal ?? `exit code ${code}`}.`);
  };
  const times = schedule(pattern, () => {
    running = work();
    return running;
  });
  console.log(`matinee ${typed.join(" ")} runs next at ${times.nextRun()?.toISOString()}.`);
  await asked;
  times.stop();
  child?.kill("SIGTERM");
  await running;
  await turn?.close();
}

await run(main);
