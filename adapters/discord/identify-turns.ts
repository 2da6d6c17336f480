/**
 * When a shard may identify, over all programs: of those whose numbers leave the same, divided by the gateway's concurrency, one in
 * five seconds (docs.discord.com/developers/events/gateway#rate-limiting). Within one program discord.js sees to it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { ClientSettings } from "./client.ts";
import type { Turn } from "./in-turn.ts";

const EVERY_MS = 5_000;
const LOOK_MS = 100;

type Throttler = NonNullable<ClientSettings["throttler"]>;

/** @param openTurn at something that one program has at a time, by its name */
export function identifyTurns(openTurn: (what: string) => Promise<Turn>): Throttler {
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return {
      async waitForIdentify(shard, signal) {
        const turn = await openTurn(`discord identify ${shard % limit.max_concurrency}`);
        try {
          // where nobody can tell, the gateway turns away who is too soon, and discord.js tries again
          while (!(await turn.isOurs().catch(() => true))) await sleep(LOOK_MS, undefined, { signal });
        } catch (error) {
          await turn.close();
          throw error;
        }
        setTimeout(() => void turn.close(), EVERY_MS).unref();
      },
    };
  };
}
