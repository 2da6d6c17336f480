/** Where it is what time with people, as they have told Slack. */
import type { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import { isTimeZone } from "../../src/host/time-zone.ts";
import { atMost } from "./at-most.ts";
import type { Calls } from "./calls.ts";
import { wordOf } from "./failures.ts";
import type { Log } from "./log.ts";

/** People whose zone is at hand. */
const MOST = 10_000;
/** People travel. */
const DAY_MS = 24 * 3_600_000;
/** What could not be had is asked for again after so long. */
const SOON_MS = 60_000;
const NOT_ALLOWED =
  "The Slack app lacks a scope for people's time zones: hours and days are those of this machine. Add users:read under OAuth & Permissions, then press Reinstall to Workspace.";

/** @param withinMs an answer to a person waits for it for so long */
export function createZones(
  client: webApi.WebClient,
  calls: Calls,
  { log, withinMs }: { readonly log: Log; readonly withinMs: number },
): (user: string) => Promise<string | undefined> {
  const known = new LRUCache<string, { readonly zone?: string }>({ ...atMost(MOST), ttl: DAY_MS });
  const asked = new Map<string, Promise<string | undefined>>();
  let isTold = false;

  async function ask(user: string): Promise<string | undefined> {
    try {
      const { user: found } = await calls.make(
        { method: "users.info", urgency: "answer", repeatable: true },
        () => client.users.info({ user }),
      );
      const zone = found?.tz;
      const isKnown = zone !== undefined && isTimeZone(zone);
      known.set(user, isKnown ? { zone } : {});
      return isKnown ? zone : undefined;
    } catch (error) {
      const isNotAllowed = wordOf(error) === "missing_scope";
      if (isNotAllowed && !isTold) log.warn({}, NOT_ALLOWED);
      isTold ||= isNotAllowed;
      known.set(user, {}, { ttl: isNotAllowed ? DAY_MS : SOON_MS });
      return undefined;
    } finally {
      asked.delete(user);
    }
  }

  return async (user) => {
    const found = known.get(user);
    if (found) return found.zone;
    const asking = asked.get(user) ?? ask(user);
    asked.set(user, asking);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), withinMs);
    });
    return Promise.race([asking, late]).finally(() => clearTimeout(timer));
  };
}
