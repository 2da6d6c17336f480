/** Whose answers are others than at the last look, in a database that bots go on writing to. */
import type { Database } from "better-sqlite3";
import { isPostgres } from "./address.ts";
import { answersIn, type Group, groupsIn } from "./answers.ts";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { patiently } from "./patience.ts";
import type { FollowingAnswers } from "./persons-answers.ts";
import { type Consent, mayTeach } from "./teaching.ts";

/**
 * It is seen at each look who answered; in a PostgreSQL, for which all people have to be passed over, who was linked, forgotten or opted
 * out within half a minute.
 *
 * @param file of SQLite, or the address of a PostgreSQL
 * @param clock in milliseconds. Default: performance.now
 * @throws StoreError where it is none of Matinee's
 */
export async function followAnswers(
  file: string,
  consent: Consent,
  clock: () => number = () => performance.now(),
): Promise<FollowingAnswers> {
  if (isPostgres(file)) {
    const { followPostgresAnswers } = await import("./postgres/following.ts");
    return followPostgresAnswers(file, consent, clock);
  }
  const database = await openDatabase(file);
  const look = looker(database, consent);
  const answersOf = answersIn(database);
  return {
    async *changed() {
      if (!database.open) return;
      for (const { person, group } of await patiently(look)) {
        const answers = group && (await patiently(() => answersOf(group)));
        yield { person, answers };
        if (!database.open) return;
      }
    },
    close: () => closeDatabase(database),
  };
}

interface Changed {
  readonly person: number;
  readonly group: Group | undefined;
}

/** What is asked of the whole table is asked only where something in it, or in the log, is another. */
function looker(database: Database, consent: Consent): () => Changed[] {
  const latest = database.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM log").pluck();
  const since = database.prepare<[number], number>("SELECT DISTINCT user FROM log WHERE seq > ?").pluck();
  const stampOfUsers = database
    .prepare<[], string>(
      "SELECT count(*) || ' ' || total(id * person) || ' ' || total(id * coalesce(teaches + 1, 0)) FROM users",
    )
    .pluck();
  let version: unknown;
  let stamp: string | undefined;
  let last = 0;
  let groups = new Map<number, Group>();
  let personOf = new Map<number, number>();

  return database.transaction((): Changed[] => {
    const now = database.pragma("data_version", { simple: true });
    if (now === version) return [];
    version = now;
    const changed = new Map<number, Group | undefined>();
    const stampNow = stampOfUsers.get()!;
    if (stampNow !== stamp) {
      stamp = stampNow;
      const before = groups;
      groups = new Map(
        groupsIn(database)
          .filter(({ teaches }) => mayTeach(teaches, consent))
          .map((group) => [group.person, group]),
      );
      personOf = new Map(
        [...groups.values()].flatMap(({ person, members }) => members.map((id) => [id, person])),
      );
      for (const [person, group] of groups)
        if (before.get(person)?.members.join() !== group.members.join()) changed.set(person, group);
      for (const person of before.keys()) if (!groups.has(person)) changed.set(person, undefined);
    }
    const newest = latest.get()!;
    // entries that were forgotten leave their numbers to others: then nobody can be passed over
    const users = newest < last ? [...personOf.keys()] : since.all(last);
    last = newest;
    for (const user of users) {
      const person = personOf.get(user);
      if (person !== undefined) changed.set(person, groups.get(person));
    }
    return [...changed].map(([person, group]) => ({ person, group }));
  });
}
