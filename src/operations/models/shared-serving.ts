/**
 * Several processes on one PostgreSQL are to serve the same models. What is decided is kept in the database, with where the models
 * lie; each machine takes it in, with the models themselves, into a folder of its own, from which its processes serve as they do where
 * there is one. What cannot be taken in changes nothing: people go on being served as before.
 */
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { isPostgres } from "../../store/address.ts";
import type { PostgresDatabase } from "../../store/postgres/sql.ts";
import {
  JUDGED,
  readServing,
  type ServingRecord,
  SHIPPED_MODEL,
  servingIn,
  takeModel,
  writeServing,
} from "./models-folder.ts";

export interface SharedServing {
  /** Takes in what was decided elsewhere. @throws Error where a model cannot be had, StoreError */
  takeIn(): Promise<void>;
  /**
   * Decides by what was decided last, and tells all others. Where another process was faster its decision counts, and this one is
   * made anew by that.
   */
  decide<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** So often a decision is made anew. */
const TRIES = 5;

/** @param models the folder of this machine */
export async function openSharedServing(address: string, models: string): Promise<SharedServing> {
  const [{ migrate }, { sharedPool }, { decideServing, sharedServing }] = await Promise.all([
    import("../../store/postgres/migrate.ts"),
    import("../../store/postgres/open.ts"),
    import("../../store/postgres/serving.ts"),
  ]);
  const database: PostgresDatabase = await sharedPool(address);
  await migrate(database);
  const folder = resolve(models);
  let taken = 0;

  async function takeIn(): Promise<void> {
    const shared = await sharedServing(database);
    if (!shared || shared.revision === taken) return;
    const record = servingIn(shared.record, `what ${database.name} says of models`);
    for (const version of versionsOf(record)) await takeVersion(version, shared.machine, shared.folder);
    if (JSON.stringify(record) !== JSON.stringify(await readServing(folder)))
      await writeServing(folder, record);
    taken = shared.revision;
  }

  async function takeVersion(version: string, machine: string, from: string): Promise<void> {
    if (version === SHIPPED_MODEL || existsSync(join(folder, version))) return;
    if (!existsSync(join(from, version)))
      throw new Error(
        `Model ${version} was promoted on ${machine}, and lies there in ${from}: this machine cannot read it. Let both share that folder, or copy ${version} into ${folder}.`,
      );
    await takeModel(join(from, version), join(folder, version));
    const judged = `${version}${JUDGED}`;
    if (existsSync(join(from, judged))) await takeModel(join(from, judged), join(folder, judged));
  }

  return {
    takeIn,
    async decide(work) {
      for (let tries = 1; ; tries++) {
        await takeIn();
        const before = JSON.stringify(await readServing(folder));
        const outcome = await work();
        const record = JSON.stringify(await readServing(folder));
        if (record === before && taken > 0) return outcome;
        const revision = await decideServing(database, taken, { record, machine: hostname(), folder });
        if (revision !== undefined) {
          taken = revision;
          return outcome;
        }
        if (tries === TRIES)
          throw new Error("Others decide on models just now: look at matinee models list, and try again.");
      }
    },
    close: () => database.close(),
  };
}

const versionsOf = ({ champion, challenger }: ServingRecord): string[] => [
  champion,
  ...(challenger ? [challenger.version] : []),
];

/** Decides on models, for all processes on the database. @param models the folder of this machine */
export async function decidingOn<T>(database: string, models: string, work: () => Promise<T>): Promise<T> {
  if (!isPostgres(database)) return work();
  const shared = await openSharedServing(database, models);
  try {
    return await shared.decide(work);
  } finally {
    await shared.close();
  }
}

/** What is served now, of all processes on the database. @param models the folder of this machine */
export async function servingNow(database: string, models: string): Promise<ServingRecord> {
  if (isPostgres(database)) {
    const shared = await openSharedServing(database, models);
    await shared.takeIn().finally(() => shared.close());
  }
  return readServing(models);
}
