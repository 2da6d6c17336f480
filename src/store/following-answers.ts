/** Whose answers are others than at the last look, in a database that bots go on writing to. */
import type { Database } from "better-sqlite3";
import { isPostgres } from "./address.ts";
import { answersIn, type Group, groupsIn, readAnswers } from "./answers.ts";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { patiently } from "./patience.ts";
import type { PersonsAnswers } from "./persons-answers.ts";
import { type Consent, mayTeach } from "./teaching.ts";

export interface FollowingAnswers {
  /**
   * Everybody at the first look. Then who answered since, took something back, was linked, or may be learned from no more; `answers`
   * is undefined for whoever may not be, or was forgotten.
   */
  changed(): AsyncGenerator<{ readonly person: number; readonly answers: PersonsAnswers | undefined }>;
  close(): void;
}

/**
 * In a file it is seen at each look who answered; in a PostgreSQL everybody is read again, every ten minutes.
 *
 * @param file of SQLite, or the address of a PostgreSQL
 * @throws StoreError where it is none of Matinee's
 */
export async function followAnswers(file: string, consent: Consent): Promise<FollowingAnswers> {
  if (isPostgres(file)) return followAll(file, consent, () => performance.now());
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

/** Between two readings of everybody. */
const ALL_AGAIN_MS = 600_000;

function followAll(address: string, consent: Consent, clock: () => number): FollowingAnswers {
  let known = new Set<number>();
  let readMs = Number.NEGATIVE_INFINITY;
  let isClosed = false;
  return {
    async *changed() {
      if (isClosed || clock() - readMs < ALL_AGAIN_MS) return;
      readMs = clock();
      const all: PersonsAnswers[] = [];
      await readAnswers(address, consent, (answers) => all.push(answers));
      const now = new Set(all.map(({ person }) => person));
      for (const person of known) if (!now.has(person)) yield { person, answers: undefined };
      known = now;
      for (const answers of all) yield { person: answers.person, answers };
    },
    close() {
      isClosed = true;
    },
  };
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
