import { performance } from "node:perf_hooks";

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Of an even number of values the upper one of the two in the middle. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Milliseconds of each run of an asynchronous task, sorted into percentiles (nearest rank). */
export async function timed(runs: number, task: (run: number) => unknown): Promise<Percentiles> {
  const elapsedMs: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedMs = performance.now();
    await task(run);
    elapsedMs.push(performance.now() - startedMs);
  }
  elapsedMs.sort((a, b) => a - b);
  const at = (share: number) => elapsedMs[Math.ceil(share * runs) - 1]!;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
