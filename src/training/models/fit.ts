import { setImmediate } from "node:timers/promises";
import type { TrainingData } from "../training-data.ts";
import type { FittedModel } from "./fitted-model.ts";

export interface FitOptions {
  /** Of all chance in the fit. Default 0. */
  readonly seed?: number;
  /** Default: one per core, where the fit has work for several. The result is the same for any number. */
  readonly threads?: number;
  /** Called now and then with the share done, never less than before and 1 at the end. */
  readonly onProgress?: (share: number) => void;
  /** Ends the fit early: the promise rejects with the signal's reason, and no thread is left. */
  readonly signal?: AbortSignal;
}

/** Options of a model's own, by name; what is left out has the model's default. */
export type ModelOptions = Readonly<Record<string, number | undefined>>;

/**
 * Fits a model. The same ratings in another order give the same model.
 *
 * @throws RangeError without ratings, or where a user rated a movie twice
 */
export type Fit = (data: TrainingData, options?: FitOptions) => Promise<FittedModel>;

/** Reports the share done and lets the event loop in, so that an interrupt arrives. */
export async function checkpoint({ onProgress, signal }: FitOptions, share: number): Promise<void> {
  onProgress?.(share);
  await setImmediate();
  signal?.throwIfAborted();
}
