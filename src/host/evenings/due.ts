/** Counts votes when their time is over, also those whose time ran out while nobody listened. */
import type { Store } from "../../store/store.ts";
import type { EveningId } from "../../together/evening.ts";

/** Clocks may jump: it is looked again after this at the latest. */
const LOOK_AGAIN_MS = 3_600_000;
const SOON_MS = 1_000;

export interface DueWatch {
  /** Counts what is due now. */
  look(): void;
  /** More may be due than was known. */
  expect(): void;
  close(): void;
}

export interface DueOptions {
  readonly store: Store;
  readonly platform: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly count: (evening: EveningId) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

export function watchDue({ store, platform, now, count, onTrouble }: DueOptions): DueWatch {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function countDue(): Promise<void> {
    for (const { id, endsMs } of await store.evenings.due(platform)) if (endsMs <= now()) await count(id);
  }

  async function setNext(): Promise<void> {
    const [next] = await store.evenings.due(platform);
    if (isClosed || !next) return;
    const inMs = Math.min(Math.max(next.endsMs - now(), SOON_MS), LOOK_AGAIN_MS);
    clearTimeout(timer);
    timer = setTimeout(look, inMs);
    timer.unref();
  }

  const look = (): void => void countDue().catch(onTrouble).then(setNext).catch(onTrouble);

  return {
    look,
    expect: () => void setNext().catch(onTrouble),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
