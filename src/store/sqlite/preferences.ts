import type { Database } from "better-sqlite3";
import type { UserKey } from "../keys.ts";
import type { Change } from "../store.ts";
import { booleanOf, teachesOf } from "../teaching.ts";

/** Who sees answers, and who may learn from them. To be run within transactions. */
export function preferencesIn(database: Database) {
  const statements = prepare(database);
  const isPrivate = ({ platform, id }: UserKey): boolean =>
    statements.private.get(platform, id)?.private === 1;

  function prefer(
    user: number,
    platform: string,
    { private: prefersPrivate, place }: NonNullable<Change["preference"]>,
  ): void {
    if (place === undefined) statements.putPrivate.run(Number(prefersPrivate), user);
    else (prefersPrivate ? statements.addPrivatePlace : statements.removePrivatePlace).run(platform, place);
  }

  return {
    /** Of the person themselves, wherever they are. */
    isPrivate,
    prefersPrivate: (user: UserKey, place: string | undefined): boolean =>
      isPrivate(user) ||
      (place !== undefined && statements.privatePlace.get(user.platform, place) !== undefined),
    teaches: (users: readonly number[]): boolean | null =>
      teachesOf(users.map((user) => booleanOf(statements.teaches.get(user)?.teaches ?? null))),
    /** @param person all users who are one with this one */
    put(user: number, person: readonly number[], { user: key, preference, teaches }: Change): void {
      if (preference) prefer(user, key.platform, preference);
      if (teaches !== undefined) for (const one of person) statements.putTeaches.run(Number(teaches), one);
    },
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[], Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  return {
    private: statement<[string, string], { private: number }>(
      "SELECT private FROM users WHERE platform = ? AND platform_id = ?",
    ),
    putPrivate: statement<[number, number]>("UPDATE users SET private = ? WHERE id = ?"),
    privatePlace: statement<[string, string]>(
      "SELECT 1 FROM private_places WHERE platform = ? AND place = ?",
    ),
    addPrivatePlace: statement<[string, string]>(
      "INSERT INTO private_places (platform, place) VALUES (?, ?) ON CONFLICT DO NOTHING",
    ),
    removePrivatePlace: statement<[string, string]>(
      "DELETE FROM private_places WHERE platform = ? AND place = ?",
    ),
    putTeaches: statement<[number, number]>("UPDATE users SET teaches = ? WHERE id = ?"),
    teaches: statement<[number], { teaches: number | null }>("SELECT teaches FROM users WHERE id = ?"),
  };
}
