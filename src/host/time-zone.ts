import type { UserKey } from "../store/store.ts";
import type { Adapter } from "./adapter.ts";

/** Where most people are who talk with this machine, as far as they have not said: "Europe/Berlin". */
export const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether the machine knows a zone by the name: "Europe/Berlin". */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Where it is what time with somebody, as far as their platform knows; else where this machine is. */
export async function zoneOf(
  { zoneOf: told }: Pick<Adapter, "zoneOf">,
  user: UserKey,
): Promise<{ readonly timeZone: string; readonly isOwnZone: boolean }> {
  const own = await told?.(user);
  return { timeZone: own ?? TIME_ZONE, isOwnZone: own !== undefined };
}
