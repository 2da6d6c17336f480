/** Of several processes on one database one does what is to be done once: whoever holds an advisory lock. */
import type { Client } from "pg";
import { clientConfig, driver, LIMITS, nameOf } from "./connection.ts";
import { explained } from "./explained.ts";

/** Tells this program's locks from those of others. */
const CLASS = 730_581;

export interface Turn {
  /** Whether it is up to this process: from the first time on until it is closed or its connection is lost. @throws StoreError */
  isOurs(): Promise<boolean>;
  close(): Promise<void>;
}

/** @param what is to be done by one */
export async function openTurn(address: string, what: string): Promise<Turn> {
  const pg = await driver();
  let client: Client | undefined;
  let isHeld = false;

  const drop = async (): Promise<void> => {
    const dropped = client;
    client = undefined;
    isHeld = false;
    await dropped?.end().catch(() => {});
  };

  async function look(): Promise<boolean> {
    if (!client) {
      const opened = new pg.Client(clientConfig(address, LIMITS));
      opened.on("error", () => void drop()); // PostgreSQL has let go of the lock with it
      client = opened;
      await opened.connect();
    }
    if (isHeld) await client.query("SELECT 1");
    else {
      const { rows } = await client.query("SELECT pg_try_advisory_lock($1, hashtext($2)) AS held", [
        CLASS,
        what,
      ]);
      isHeld = rows[0].held;
    }
    return isHeld;
  }

  return {
    async isOurs() {
      try {
        return await look();
      } catch (error) {
        await drop();
        throw explained(nameOf(address), error);
      }
    },
    close: drop,
  };
}
