/**
 * The keys by which programs use the API. Usage: npx matinee keys add --name "my program" --scope read,answer,
 * npx matinee keys list, npx matinee keys remove <id>
 */
import { InvalidArgumentError } from "commander";
import { command, withExample } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { type ApiKeys, openApiKeys, SCOPES, type Scope } from "../src/store/api-keys.ts";
import { dayOf } from "../src/store/figures.ts";
import { atLeastOne, mustBeDatabase, run } from "./command-line.ts";

const LONGEST_NAME = 100;
const DAY_MS = 86_400_000;

interface Added {
  readonly db: string;
  readonly name: string;
  readonly scope: Scope[];
  readonly limit: number;
  readonly days?: number;
}

function scopesIn(text: string): Scope[] {
  const named = text.split(",").map((scope) => scope.trim());
  const scopes = SCOPES.filter((scope) => named.includes(scope));
  if (scopes.length === 0 || scopes.length !== new Set(named).size)
    throw new InvalidArgumentError(`Expected some of ${SCOPES.join(",")}, with commas between them.`);
  return scopes;
}

function nameIn(text: string): string {
  const name = text.trim();
  if (name === "" || name.length > LONGEST_NAME)
    throw new InvalidArgumentError(`Expected a name of ${LONGEST_NAME} characters at the most.`);
  return name;
}

async function main(args: string[]): Promise<void> {
  const { database: where } = readConfig();
  const program = command("keys", 'matinee keys add --name "my page" --scope read,answer').description(
    "The keys by which programs use the API.",
  );
  const database = ["--db <where>", "where people are remembered", where] as const;

  withExample(program.command("add"), 'matinee keys add --name "my page" --scope read,answer --days 90')
    .description("makes a key and shows it, this once")
    .requiredOption("--name <name>", "which program it is for", nameIn)
    .requiredOption("--scope <scopes>", `some of ${SCOPES.join(",")}`, scopesIn)
    .option("--limit <requests>", "how many it may make in a minute", atLeastOne, 600)
    .option("--days <days>", "for how long it is of use; left out, until it is removed", atLeastOne)
    .option(...database)
    .action(({ db, name, scope, limit, days }: Added) =>
      withKeys(db, async (keys) => {
        const madeMs = Date.now();
        const expires = days !== undefined && { expiresMs: madeMs + days * DAY_MS };
        console.log(await keys.add({ name, scopes: scope, perMinute: limit, madeMs, ...expires }));
        console.error("Keep it to yourself, and send it as Authorization: Bearer. It cannot be shown again.");
      }),
    );
  withExample(program.command("list"), "matinee keys list")
    .description("says which keys there are")
    .option(...database)
    .option("--json", "as JSON")
    .action(async ({ db, json }: { db: string; json?: true }) => {
      mustBeDatabase(db);
      await withKeys(db, async (keys) => {
        const all = await keys.list();
        if (json) console.log(JSON.stringify(all));
        else
          for (const { id, name, scopes, perMinute, madeMs, expiresMs } of all) {
            const ends = expiresMs === undefined ? "" : ` until ${dayOf(expiresMs)}`;
            console.log(
              `${id}  ${scopes.join(",")}  ${perMinute} a minute  ${dayOf(madeMs)}${ends}  ${name}`,
            );
          }
      });
    });
  withExample(program.command("remove"), "matinee keys remove 3f9c2ab41d07")
    .description("takes a key away at once; its people are kept")
    .argument("<id>", "as the list has it")
    .option(...database)
    .action(async (id: string, { db }: { db: string }) => {
      mustBeDatabase(db);
      await withKeys(db, async (keys) => {
        if (!(await keys.remove(id)))
          throw new Error(`There is no key ${id}: npx matinee keys list says which there are.`);
        console.log(`The key ${id} is of no use any more.`);
      });
    });
  await program.parseAsync(args, { from: "user" });
}

async function withKeys(file: string, work: (keys: ApiKeys) => Promise<void>): Promise<void> {
  const keys = await openApiKeys(file);
  try {
    await work(keys);
  } finally {
    keys.close();
  }
}

await run(main);
