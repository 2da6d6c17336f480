import type { Model } from "../../src/artifacts/model.ts";
import { modelScoresOf } from "../../src/recommender/score.ts";
import { withFloorTable } from "./floor-table.ts";
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

const timeCommits = (runs: number): Promise<Percentiles> => withFloorTable((insert) => timed(runs, insert));

async function timePasses(model: Model, runs: number): Promise<Percentiles> {
  modelScoresOf(model, model.prior.mean); // the kernel is made now
  return timed(runs, () => modelScoresOf(model, model.prior.mean));
}
