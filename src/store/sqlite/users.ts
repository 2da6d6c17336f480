import type { Database } from "better-sqlite3";
import type { UserKey } from "../keys.ts";
import type { Revision } from "../store.ts";

/** What no user is numbered. */
export const NOBODY = -1;

/** Who is known, by the number of their row. To be run within transactions. */
export function usersIn(database: Database) {
  const statements = prepare(database);
  const find = ({ platform, id }: UserKey) => statements.user.get(platform, id);
  const add = ({ platform, id }: UserKey) => statements.add.get(platform, id)!;
  return {
    find,
    add,
    idOf: (user: UserKey): number => find(user)?.id ?? NOBODY,
    findOrAdd: (user: UserKey): number => (find(user) ?? add(user)).id,
    keyOf(user: number): UserKey {
      const { platform, platform_id: id } = statements.key.get(user)!;
      return { platform, id };
    },
    putRevision(revision: string, users: readonly number[]): void {
      for (const user of users) statements.putRevision.run(revision, user);
    },
    /**
     * All who are one person with the user, and all that is theirs. What a language model made of texts is nobody's by
     * name, but holds names and titles people wrote, and which films were looked up tells which were shown: all of it goes.
     */
    remove({ platform, id }: UserKey): void {
      const removed =
        statements.removePerson.run(platform, id).changes +
        statements.removeModelAnswers.run().changes +
        statements.removeTmdbFilms.run().changes;
      if (removed > 0) statements.addCleaning.run();
    },
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  return {
    user: statement<[string, string], { id: number; revision: Revision; private: number }>(
      "SELECT id, revision, private FROM users WHERE platform = ? AND platform_id = ?",
    ),
    add: statement<[string, string], { id: number }>(
      "INSERT INTO users (platform, platform_id) VALUES (?, ?) RETURNING id",
    ),
    key: statement<[number], { platform: string; platform_id: string }>(
      "SELECT platform, platform_id FROM users WHERE id = ?",
    ),
    putRevision: statement<[string, number]>("UPDATE users SET revision = ? WHERE id = ?"),
    removePerson: statement<[string, string]>(
      "DELETE FROM users WHERE person = (SELECT person FROM users WHERE platform = ? AND platform_id = ?)",
    ),
    removeModelAnswers: statement<[]>("DELETE FROM model_answers"),
    removeTmdbFilms: statement<[]>("DELETE FROM tmdb_films"),
    addCleaning: statement<[]>("INSERT INTO cleanings VALUES (hex(randomblob(16)))"),
  };
}
