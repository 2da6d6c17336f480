/** Where it is what time with people, as their browsers tell with every request. */
import { LRUCache } from "lru-cache";
import { isTimeZone } from "../../src/host/time-zone.ts";

/** People whose zone is at hand; the next request tells it again. */
const MOST = 20_000;
const LONGEST = 60;

export interface Zones {
  /** What is no zone is not taken. */
  tell(person: string, zone: string): void;
  of(person: string): string | undefined;
  forget(person: string): void;
}

export function createZones(): Zones {
  const known = new LRUCache<string, string>({ max: MOST });
  return {
    tell(person, zone) {
      if (known.get(person) === zone) return;
      if (zone.length <= LONGEST && isTimeZone(zone)) known.set(person, zone);
    },
    of: (person) => known.get(person),
    forget: (person) => void known.delete(person),
  };
}
