/**
 * Takes everybody from one store to another: from a file to a PostgreSQL, or back. What was broken off goes on where it was.
 * Usage: npx matinee migrate-store --from matinee.db --to postgres://matinee@localhost/matinee
 */
import { isDeepStrictEqual } from "node:util";
import { standingFeedback } from "../src/conversation/person.ts";
import type { World } from "../src/conversation/world.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { openWorld } from "../src/host/open-world.ts";
import { isPostgres } from "../src/store/address.ts";
import { type Moved, moveAll } from "../src/store/moving/move.ts";
import { everyNthUser, openSide } from "../src/store/moving/open-side.ts";
import { openStore } from "../src/store/open-store.ts";
import type { UserKey } from "../src/store/store.ts";
import { mustBeFile, progressBar, run } from "./command-line.ts";

interface Options {
  readonly from: string;
  readonly to: string;
  readonly artifacts: string;
  readonly policy: string;
  readonly json?: true;
}

/** Of so many people one is folded again on either side. */
const EVERY = 10;

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig();
  const { from, to, artifacts, policy, json } = command(
    "migrate-store",
    "matinee migrate-store --from matinee.db --to postgres://matinee@localhost/matinee",
  )
    .description(
      "Takes everybody from a file to a PostgreSQL, or back. Stop Matinee first; run the same line again where it was broken off.",
    )
    .requiredOption("--from <where>", "where people are remembered: a file, or postgres://...")
    .requiredOption("--to <where>", "where they are to be: empty, or as an earlier run left it")
    .option("--artifacts <folder>", "the model by which people are folded again", config.MATINEE_ARTIFACTS)
    .option("--policy <file>", "coefficients of the ranking", config.MATINEE_POLICY)
    .option("--json", "tell what was done as JSON")
    .parse(args, { from: "user" })
    .opts<Options>();
  if (!isPostgres(from)) mustBeFile(from, "the database that people are remembered in");
  const moved = await moveWith(from, to);
  const world = await openWorld(artifacts, policy);
  const checked = await compare(world, from, to);
  if (json) console.log(JSON.stringify({ moved, checked }));
  else {
    for (const { table, rows, written } of moved)
      if (rows > 0) console.log(`${table}: ${rows}, ${written} of them now`);
    console.log(
      `As many of everything on either side. ${checked} people, every ${EVERY}th, were taken out of both and folded again: the same to the last byte.`,
    );
    console.log(`Set ${isPostgres(to) ? "DATABASE_URL" : "MATINEE_DB"} to the new place, and start Matinee.`);
  }
}

async function moveWith(from: string, to: string): Promise<Moved[]> {
  const bar = progressBar();
  const source = await openSide(from, true);
  try {
    const target = await openSide(to, false);
    try {
      return await moveAll(source, target, (table, done, rows) => bar.show(table, done, rows));
    } finally {
      await target.close();
    }
  } finally {
    bar.stop();
    await source.close();
  }
}

/** @returns how many people were compared. @throws Error where one is not the same on either side */
async function compare(world: World, from: string, to: string): Promise<number> {
  const users = await everyNthUser(from, EVERY);
  const [one, other] = [await openStore(from), await openStore(to)];
  try {
    for (const user of users) {
      const [here, there] = [await one.export(user), await other.export(user)];
      const [tasteHere, tasteThere] = [here, there].map(({ log }) => [
        ...world.recommender.taste(standingFeedback(log)).embedding,
      ]);
      if (JSON.stringify(here) !== JSON.stringify(there) || !isDeepStrictEqual(tasteHere, tasteThere))
        throw new Error(
          `${nameOf(user)} is not the same on either side. Stop Matinee on both, and run the same line again.`,
        );
    }
    return users.length;
  } finally {
    await one.close();
    await other.close();
  }
}

const nameOf = ({ platform, id }: UserKey): string => `${id} of ${platform}`;

await run(main);
