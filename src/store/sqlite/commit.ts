import type { CommitOutcome } from "../keys.ts";
import type { Change } from "../store.ts";
import type { Parts } from "./parts.ts";

/** One event of a person, all of it or nothing. To be run within a transaction. */
export function commit(
  { users, links, events, past, standing, preferences, refusals, showings, reactions, figures }: Parts,
  change: Change,
): CommitOutcome {
  const { user, event, atMs } = change;
  const known = users.find(user);
  if (known && events.knows(known.id, event)) return "duplicate";
  if ((known?.revision ?? null) !== change.revision) return "conflict"; // before anything of the user is written
  const { id } = known ?? users.add(user);
  events.add(id, event, atMs);
  const person = links.members(id);
  const { turns } = figures.count(id, change, (entry) => past.said(person, entry));
  past.add(id, person, change, turns);
  refusals.add(id, change.refusals ?? []);
  standing.put(id, person, change);
  for (const showing of change.showings) showings.add(id, showing);
  if (change.reaction) reactions.put(id, change.reaction, atMs);
  preferences.put(id, person, change);
  users.putRevision(event, person);
  return "committed";
}
