import { LRUCache } from "lru-cache";
import { isForbidden } from "./api-error.ts";
import type { Poster } from "./render.ts";

export interface Attaching {
  /** Does it with the poster, and where the bot may put no files into the channel without. */
  orWithout<Done>(
    channel: string,
    poster: Poster | undefined,
    act: (poster?: Poster) => Promise<Done>,
  ): Promise<Done>;
}

const REMEMBERED = 10_000;
/** After so long it is tried again: rights change. */
const FORBIDDEN_MS = 3_600_000;

export function createAttaching(): Attaching {
  const forbidden = new LRUCache<string, true>({ max: REMEMBERED, ttl: FORBIDDEN_MS });
  return {
    async orWithout(channel, poster, act) {
      if (!poster?.png) return act(poster);
      const { png: _, ...without } = poster;
      if (forbidden.has(channel)) return act(without);
      try {
        return await act(poster);
      } catch (error) {
        if (!isForbidden(error)) throw error;
        const done = await act(without);
        forbidden.set(channel, true);
        return done;
      }
    },
  };
}
