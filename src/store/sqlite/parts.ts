import type { Database } from "better-sqlite3";
import type { UserKey } from "../keys.ts";
import { eveningsIn } from "./evenings.ts";
import { eventsIn } from "./events.ts";
import { figuresIn } from "./figures.ts";
import { linksIn } from "./links.ts";
import { pastIn } from "./past.ts";
import { preferencesIn } from "./preferences.ts";
import { reactionsIn } from "./reactions.ts";
import { refusalsIn } from "./refusals.ts";
import { sharedPagesIn } from "./shared-pages.ts";
import { showingsIn } from "./showings.ts";
import { standingIn } from "./standing.ts";
import { topListsIn } from "./top-lists.ts";
import { NOBODY, usersIn } from "./users.ts";

export type Parts = ReturnType<typeof partsIn>;

/** The parts of what is kept in a file, each with its own statements. Reads the schema. */
export function partsIn(database: Database) {
  const users = usersIn(database);
  const links = linksIn(database);
  return {
    users,
    links,
    events: eventsIn(database),
    past: pastIn(database),
    standing: standingIn(database),
    preferences: preferencesIn(database),
    refusals: refusalsIn(database),
    showings: showingsIn(database),
    reactions: reactionsIn(database),
    evenings: eveningsIn(database, users.findOrAdd),
    figures: figuresIn(database),
    topLists: topListsIn(database),
    sharedPages: sharedPagesIn(database),
    /** All who are one person with the user, the first the same for each of them. */
    personOf(user: UserKey): number[] {
      const known = users.find(user);
      return known ? links.members(known.id) : [NOBODY];
    },
  };
}
