import { secretOn } from "../store/postgres/secret.ts";
import { openSignals } from "../store/postgres/signals.ts";
import type { Signals } from "../store/signals.ts";
import { type Limiters, limitersOn } from "./limiters.ts";

/** What this process has in common with others on the same PostgreSQL. */
export interface Others {
  readonly signals: Signals;
  readonly limiters: Limiters;
  readonly cookieSecret: string;
  close(): Promise<void>;
}

/** @param address of a database that is migrated already */
export async function openOthers(address: string, onTrouble: (error: unknown) => void): Promise<Others> {
  const cookieSecret = await secretOn(address, "cookies");
  const signals = await openSignals(address, onTrouble);
  const { limiters, close } = await limitersOn(address);
  return {
    signals,
    limiters,
    cookieSecret,
    async close() {
      close();
      await signals.close();
    },
  };
}
