import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Model } from "../../src/artifacts/model.ts";
import { modelScoresOf } from "../../src/recommender/score.ts";
import { closeDatabase, openDatabase } from "../../src/store/open-database.ts";
import { type Percentiles, timed } from "./percentiles.ts";

/** What no turn can do without, by itself: the limits that turns are compared with. */
export interface Floors {
  /** One row written to a file, and the file flushed to the disk. */
  readonly commit: Percentiles;
  /** Every film of the model scored once. */
  readonly pass: Percentiles;
}

export async function timeFloors(model: Model, runs: number): Promise<Floors> {
  return { commit: await timeCommits(runs), pass: await timePasses(model, runs) };
}

async function timeCommits(runs: number): Promise<Percentiles> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-bench-"));
  const database = await openDatabase(join(folder, "floor.db"));
  try {
    database.exec("create table floor (at integer not null)");
    const insert = database.prepare("insert into floor values (?)");
    return await timed(runs, (run) => insert.run(run));
  } finally {
    closeDatabase(database);
    await rm(folder, { recursive: true });
  }
}

async function timePasses(model: Model, runs: number): Promise<Percentiles> {
  modelScoresOf(model, model.prior.mean); // the kernel is made now
  return timed(runs, () => modelScoresOf(model, model.prior.mean));
}
