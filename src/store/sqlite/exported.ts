import type { UserExport, UserKey } from "../store.ts";
import type { Parts } from "./parts.ts";
import { NOBODY } from "./users.ts";

/** Everything about one person. To be run within one transaction. */
export function exported(parts: Parts, user: UserKey): UserExport {
  const { users, events, past, standing, preferences, refusals, showings, reactions } = parts;
  const person = parts.personOf(user);
  const embedding = standing.embedding(person[0]!);
  const own = users.idOf(user);
  return {
    user,
    linked: person.filter((one) => one !== NOBODY && one !== own).map(users.keyOf),
    log: past.log(person),
    suggestions: past.suggestions(person),
    refusals: refusals.of(person),
    embedding: embedding ? { modelVersion: embedding.modelVersion, values: [...embedding.values] } : null,
    dialogues: standing.dialogues(person),
    events: events.of(person),
    messages: showings.postedTo(person),
    showings: showings.waiting(person),
    reactions: reactions.of(person),
    private: preferences.isPrivate(user),
    teaches: preferences.teaches(person),
    unread: [...new Set(person.flatMap(parts.figures.unreadBy))].sort(),
    evenings: parts.evenings.of(person),
    recommendations: parts.topLists.of(person),
    sharedPages: parts.sharedPages.of(person),
  };
}
