import { openSharedServing, type SharedServing } from "../operations/models/shared-serving.ts";
import { SERVING_CHANGED } from "../store/postgres/serving.ts";
import type { Signals } from "../store/signals.ts";

export interface FollowServingOptions {
  /** The address of a PostgreSQL. */
  readonly database: string;
  /** The folder of this machine, from which people are served. */
  readonly models: string;
  /** By which it is heard at once. Absent: it is looked by itself alone. */
  readonly signals: Signals | undefined;
  /** Told of the first failure in a row: people are served as before. */
  readonly onTrouble: (error: unknown) => void;
  /** How often it is looked whether anything was decided elsewhere. Default: 10000 */
  readonly everyMs?: number;
}

/** Has this process serve what is decided in any. What was decided before is taken in when it resolves, where it can be. */
export async function followSharedServing({
  database,
  models,
  signals,
  onTrouble,
  everyMs = 10_000,
}: FollowServingOptions): Promise<Pick<SharedServing, "decide" | "close">> {
  const shared = await openSharedServing(database, models);
  let working: Promise<unknown> = Promise.resolve();
  let isTroubled = false;
  let isClosed = false;

  /** One after the other: a decision goes by what was taken in. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = working.then(work);
    working = done.catch(() => {});
    return done;
  }
  const look = (): Promise<void> =>
    alone(() => shared.takeIn()).then(
      () => {
        isTroubled = false;
      },
      (error) => {
        if (!isTroubled && !isClosed) onTrouble(error);
        isTroubled = true;
      },
    );

  await look();
  signals?.on(SERVING_CHANGED, () => void look());
  const timer = setInterval(look, everyMs).unref();
  return {
    decide: (work) => alone(() => shared.decide(work)),
    async close() {
      isClosed = true;
      clearInterval(timer);
      await working;
      await shared.close();
    },
  };
}
