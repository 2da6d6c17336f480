/** Which users are one person, by their numbers. What each of them said stays theirs, so that to part them again is exact. */
import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { isOfUse, isUndoable } from "../link.ts";
import type { Linked } from "../store.ts";

/** To be run within transactions. */
export function linksIn(database: Database) {
  const statements = prepare(database);
  const members = (user: number): number[] => statements.members.all(user).map(({ id }) => id);

  /** What was known of them before follows from their logs no more. */
  function begunAnew(users: readonly number[]): void {
    const revision = `link:${randomUUID()}`;
    for (const user of users) {
      statements.putRevision.run(revision, user);
      statements.removeSnapshot.run(user);
      statements.removeEmbedding.run(user);
    }
  }

  return {
    /** All users who are one person with this one, themselves included; the same for each of them. */
    members,

    /** False where somebody else has the code. */
    offer(user: number, code: string, atMs: number): boolean {
      const taken = statements.code.get(code);
      if (taken && isOfUse(taken.at_ms, atMs)) return false;
      statements.removeCodes.run(code, user);
      statements.addCode.run(code, user, atMs);
      return true;
    },

    link(user: number, code: string, atMs: number): Linked {
      const offered = statements.code.get(code);
      if (!offered || !isOfUse(offered.at_ms, atMs)) return "unknown";
      const others = members(offered.user);
      if (others.includes(user)) return "same";
      if (offered.used === 1) return "unknown";
      const person = statements.person.get(offered.user)!.person;
      const was = statements.person.get(user)!.person;
      const own = members(user);
      const link = randomUUID();
      for (const one of own) statements.addLink.run({ link, user: one, was, person, atMs });
      statements.putPerson.run(person, was);
      statements.useCode.run(code);
      begunAnew([...others, ...own]);
      return "linked";
    },

    /** Undoes the latest link of the person; false where there is none of late. */
    unlink(user: number, atMs: number): boolean {
      const all = members(user);
      const { person } = statements.person.get(user)!;
      const latest = statements.latestLink.get(person);
      if (!latest || !isUndoable(latest.at_ms, atMs)) return false;
      for (const { user: one, was } of statements.linked.all(latest.link))
        statements.putBack.run(was, one, person);
      statements.removeLink.run(latest.link);
      const staying = members(user);
      begunAnew(staying);
      begunAnew(all.filter((one) => !staying.includes(one)));
      return true;
    },
  };
}

function prepare(database: Database) {
  const statement = <Parameters extends unknown[] | object, Row = unknown>(sql: string) =>
    database.prepare<Parameters, Row>(sql);
  return {
    members: statement<[number], { id: number }>(
      "SELECT id FROM users WHERE person = (SELECT person FROM users WHERE id = ?) ORDER BY id",
    ),
    person: statement<[number], { person: number }>("SELECT person FROM users WHERE id = ?"),
    putPerson: statement<[number, number]>("UPDATE users SET person = ? WHERE person = ?"),
    putBack: statement<[number, number, number]>("UPDATE users SET person = ? WHERE id = ? AND person = ?"),
    putRevision: statement<[string, number]>("UPDATE users SET revision = ? WHERE id = ?"),
    removeSnapshot: statement<[number]>("DELETE FROM snapshots WHERE user = ?"),
    removeEmbedding: statement<[number]>("DELETE FROM embeddings WHERE user = ?"),
    code: statement<[string], { user: number; at_ms: number; used: number }>(
      "SELECT user, at_ms, used FROM link_codes WHERE code = ?",
    ),
    addCode: statement<[string, number, number]>(
      "INSERT INTO link_codes (code, user, at_ms) VALUES (?, ?, ?)",
    ),
    removeCodes: statement<[string, number]>("DELETE FROM link_codes WHERE code = ? OR user = ?"),
    useCode: statement<[string]>("UPDATE link_codes SET used = 1 WHERE code = ?"),
    addLink: statement<{ link: string; user: number; was: number; person: number; atMs: number }>(
      "INSERT INTO links (link, user, was, person, at_ms) VALUES (@link, @user, @was, @person, @atMs)",
    ),
    latestLink: statement<[number], { link: string; at_ms: number }>(
      "SELECT link, at_ms FROM links WHERE person = ? ORDER BY seq DESC LIMIT 1",
    ),
    linked: statement<[string], { user: number; was: number }>("SELECT user, was FROM links WHERE link = ?"),
    removeLink: statement<[string]>("DELETE FROM links WHERE link = ?"),
  };
}
