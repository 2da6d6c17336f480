/** The standings of the latest messages at hand; of others they are looked up. */
import { LRUCache } from "lru-cache";
import type { Api } from "./api.ts";
import { unlessRefused } from "./api-error.ts";
import { type Standing, standingOf } from "./standing.ts";

const REMEMBERED = 10_000;

export interface Standings {
  note(message: string, standing: Standing): void;
  /** Undefined where it has vanished, or the bot may not look. */
  of(channel: string, message: string): Promise<Standing | undefined>;
}

export function createStandings(api: Pick<Api, "message">): Standings {
  const known = new LRUCache<string, Standing>({ max: REMEMBERED });
  return {
    note: (message, standing) => void known.set(message, standing),
    async of(channel, message) {
      const noted = known.get(message);
      if (noted) return noted;
      const there = await unlessRefused(api.message(channel, message));
      if (!there) return undefined;
      const standing = standingOf(there);
      known.set(message, standing);
      return standing;
    },
  };
}
