import { setImmediate } from "node:timers/promises";

/** Of work that takes long. */
export interface WorkOptions {
  /** Of all chance in it. Default 0. */
  readonly seed?: number;
  /** Default: one per core, where there is work for several. The result is the same for any number. */
  readonly threads?: number;
  /** Called now and then with the share done, never less than before and 1 at the end. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work early: the promise rejects with the signal's reason, and no thread is left. */
  readonly signal?: AbortSignal;
}

/** Reports the share done and lets the event loop in, so that an interrupt arrives. */
export async function checkpoint({ onProgress, signal }: WorkOptions, share: number): Promise<void> {
  onProgress?.(share);
  await setImmediate();
  signal?.throwIfAborted();
}
