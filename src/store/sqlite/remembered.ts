import type { Remembered, UserKey } from "../store.ts";
import type { Parts } from "./parts.ts";

/** What a turn goes on from. To be run within one transaction. @param version of the snapshots that can be gone on from */
export function remembered(
  { users, links, past, standing, refusals }: Parts,
  user: UserKey,
  conversation: string,
  version: string | undefined,
): Remembered {
  const known = users.find(user);
  if (!known) return { revision: null, log: [], suggestions: [], refusals: [] };
  const person = links.members(known.id);
  const dialogue = standing.dialogue(known.id, conversation);
  return {
    revision: known.revision,
    ...past.recalled(person, version),
    refusals: refusals.of(person),
    ...(dialogue && { dialogue }),
  };
}
