/** A list of films for everybody who is remembered, whoever is not talking just now: what they would be suggested next. */
import { createHash } from "node:crypto";
import { type Listed, topList } from "../conversation/top-list.ts";
import type { World } from "../conversation/world.ts";
import type { Store, UserKey } from "../store/store.ts";
import type { TopList } from "../store/top-lists.ts";
import { recall, stateOf } from "./at-hand.ts";
import { withPast } from "./past.ts";
import { silentAdapter } from "./silent-adapter.ts";

/** Whose lists are kept together; a run that is broken off loses no more. */
const AT_ONCE = 50;
const { adapter: NOWHERE } = silentAdapter("nowhere");

export interface RecommendToAllOptions {
  readonly world: World;
  readonly store: Store;
  /** Films on a list. */
  readonly top: number;
  /** Who has a list that is older needs another, though they have said nothing since. */
  readonly sinceMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress?: (done: number, people: number) => void;
  /** Told of whoever's list cannot be made; the others' are. */
  readonly onTrouble: (user: UserKey, error: unknown) => void;
}

/**
 * Makes the lists that are missing or out of date, and keeps them. Run again, it goes on where it was broken off.
 *
 * @returns how many people have another list now, and how many films are on these
 */
export async function recommendToAll({
  world,
  store,
  top,
  sinceMs,
  now,
  onProgress = () => {},
  onTrouble,
}: RecommendToAllOptions): Promise<{ readonly people: number; readonly films: number }> {
  const { topLists } = store;
  const due = { madeBy: makerOf(world, top), sinceMs };
  const people = await topLists.countDue(due);
  let done = 0;
  let films = 0;
  let made = 0;
  for (let after: number | undefined; ; ) {
    const next = await topLists.due(due, AT_ONCE, after);
    if (next.length === 0) return { people: made, films };
    after = next.at(-1)!.place;
    const lists = await Promise.all(
      next.map(({ user }) =>
        listFor(user).catch((error: unknown) => {
          onTrouble(user, error);
          return undefined;
        }),
      ),
    );
    const whole = lists.flatMap((list) => list ?? []);
    await topLists.put(whole);
    done += next.length;
    made += whole.length;
    films += whole.reduce((sum, list) => sum + list.films.length, 0);
    onProgress(done, Math.max(done, people));
  }

  async function listFor(user: UserKey): Promise<TopList> {
    const atMs = now(); // what is said from here on is said with the list, or after it
    const where = { world, store, adapter: NOWHERE };
    const standing = await recall(where, { user, conversation: "" });
    const listed = await withPast(store, user, (past): Listed[] =>
      topList(world, stateOf(standing, past).person, top, atMs),
    );
    return {
      user,
      revision: standing.revision,
      madeBy: due.madeBy,
      atMs,
      model: world.recommender.model.version,
      films: listed.map(({ movie, reason }) => ({ movie: movie.id, reason })),
    };
  }
}

/** By a hash of all that a list follows from besides the person. */
function makerOf({ recommender: { model, policy } }: World, top: number): string {
  const all = JSON.stringify([model.version, policy, top]);
  return createHash("sha256").update(all).digest("hex").slice(0, 24);
}
