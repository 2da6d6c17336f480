import { randomUUID } from "node:crypto";
import type { CommitOutcome, UserKey } from "../keys.ts";
import { refusalOf } from "../refusal-row.ts";
import { dialogueOf, postedOf } from "../rows.ts";
import type { Remembered, Store, Wiped } from "../store.ts";
import { commit } from "./commit.ts";
import {
  commitEvening,
  evening,
  eveningsDue,
  eveningsOf,
  latestEveningIn,
  sharedEvenings,
} from "./evenings.ts";
import { exported } from "./exported.ts";
import { addCounts, countsBetween, coverage, keepRun, runs, unreadWords } from "./figures.ts";
import { link, offerLink, unlink } from "./links.ts";
import { migrate } from "./migrate.ts";
import { pastIn, refusalRows, type Users } from "./past.ts";
import { addSharedPage, sharedPage, sharedPagesOf, withdrawPages } from "./shared-pages.ts";
import {
  forWhomSomethingWaits,
  letGo,
  messageRow,
  messagesOf,
  postedSince,
  reactionsUnder,
  shown,
  takeWaiting,
  waitedFor,
  waiting,
} from "./showings.ts";
import type { PostgresDatabase, Sql, Undo } from "./sql.ts";
import { countListsDue, listsDue, putLists, recommendedTo } from "./top-lists.ts";
import { isUser, membersOf, NOBODY, settledMembersOf, userId } from "./users.ts";
import { createVacuum } from "./vacuum.ts";

export interface PostgresStoreOptions {
  /** Told where what was deleted cannot be cleared away. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Remembers people in a PostgreSQL, which any number of processes may share. Brings its schema up to date.
 *
 * @throws StoreError naming the database and what is wrong with it
 */
export async function createPostgresStore(
  database: PostgresDatabase,
  { onTrouble = () => {} }: PostgresStoreOptions = {},
): Promise<Store> {
  await migrate(database);
  const { read, moment, write, name } = database;
  const past = pastIn(name);
  const self = randomUUID();
  const vacuum = createVacuum(database, onTrouble);

  const idOf = async (sql: Sql, user: UserKey): Promise<number> => (await userId(sql, user)) ?? NOBODY;
  const idsOf = async (sql: Sql, user: UserKey): Promise<Users> =>
    (await membersOf(sql, user)).map(({ id }) => id);
  /**
   * Of all users who are one person with this one. Each look is one statement, and so of one moment; who was linked just before
   * it has another revision, by which a turn that goes on from it is refused.
   */
  const ofPerson = <T>(user: UserKey, look: (sql: Sql, users: Users) => Promise<T>): Promise<T> =>
    read(async (sql) => look(sql, await idsOf(sql, user)));

  /** What finds its own event, for the answer to its commit was lost, has been committed. */
  function committed(work: (sql: Sql, undo: Undo) => Promise<CommitOutcome>): Promise<CommitOutcome> {
    let before: CommitOutcome | undefined;
    return write(async (sql, undo) => {
      const outcome = await work(sql, undo);
      if (outcome === "duplicate" && before === "committed") return before;
      before = outcome;
      return outcome;
    });
  }

  async function dialogueIn(sql: Sql, { platform, id }: UserKey, conversation: string) {
    const stored = await sql.get<{ dialogue: string }>(
      `SELECT dialogue FROM dialogues JOIN users ON users.id = user_id
       WHERE platform = $1 AND platform_id = $2 AND conversation = $3`,
      platform,
      id,
      conversation,
    );
    return stored && dialogueOf(stored.dialogue);
  }

  async function load(sql: Sql, user: UserKey, conversation: string, version?: string): Promise<Remembered> {
    const members = await membersOf(sql, user);
    const own = members.find(isUser(user));
    if (!own) return { revision: null, log: [], suggestions: [], refusals: [] };
    const users = members.map(({ id }) => id);
    const [recalled, refusals, dialogue] = await Promise.all([
      past.recalled(sql, users, version),
      refusalRows(sql, users),
      dialogueIn(sql, user, conversation),
    ]);
    return {
      revision: own.revision,
      ...recalled,
      refusals: refusals.map((row) => refusalOf(row, name)),
      ...(dialogue && { dialogue }),
    };
  }

  return {
    isShared: true,
    load: (user, conversation, version) => moment((sql) => load(sql, user, conversation, version)),
    dialogue: (user, conversation) => read((sql) => dialogueIn(sql, user, conversation)),
    logOn: (user, movie) => ofPerson(user, (sql, users) => past.logOn(sql, users, movie)),
    latestSaid: (user, count) => ofPerson(user, (sql, users) => past.latestSaid(sql, users, count)),
    log: (user) => ofPerson(user, past.log),
    suggestions: (user) => ofPerson(user, (sql, users) => past.suggestions(sql, users)),
    revision: ({ platform, id }) =>
      read(async (sql) => {
        const row = await sql.get<{ revision: string | null }>(
          "SELECT revision FROM users WHERE platform = $1 AND platform_id = $2",
          platform,
          id,
        );
        return row?.revision ?? null;
      }),
    knows: (user, event) =>
      read(
        async (sql) =>
          (await sql.get(
            "SELECT 1 FROM events WHERE user_id = $1 AND id = $2",
            await idOf(sql, user),
            event,
          )) !== undefined,
      ),
    knownSince: (user) =>
      ofPerson(user, async (sql, users) => {
        const first = await sql.get<{ at_ms: number | null }>(
          "SELECT min(at_ms) AS at_ms FROM events WHERE user_id = ANY($1::bigint[])",
          users,
        );
        return first?.at_ms ?? undefined;
      }),
    commit: (change) => committed((sql, undo) => commit(sql, undo, change, past)),
    suggestionTo: (user, id) =>
      ofPerson(user, (sql, users) =>
        sql.get(
          `SELECT id, movie, at_ms AS "atMs" FROM suggestions WHERE id = $1 AND user_id = ANY($2::bigint[])`,
          id,
          users,
        ),
      ),
    async suggestion(id) {
      const row = await read((sql) =>
        sql.get<{ id: string; movie: string; at_ms: number; platform: string; platform_id: string }>(
          `SELECT suggestions.id, movie, at_ms, platform, platform_id
           FROM suggestions JOIN users ON users.id = user_id WHERE suggestions.id = $1`,
          id,
        ),
      );
      if (!row) return undefined;
      const user = { platform: row.platform, id: row.platform_id };
      return { suggestion: { id: row.id, movie: row.movie, atMs: row.at_ms }, user };
    },
    waiting: (user) => read(async (sql) => waiting(sql, [await idOf(sql, user)])),
    async take(user) {
      const id = await read((sql) => forWhomSomethingWaits(sql, user));
      return id === undefined ? [] : write((sql) => takeWaiting(sql, id, self), { unflushed: true });
    },
    async letGo(user) {
      await write(async (sql) => letGo(sql, await idOf(sql, user), self), { unflushed: true });
    },
    waitedFor: async (platform, dueMs) =>
      (await read((sql) => waitedFor(sql, platform, self, dueMs))).map((id) => ({ platform, id })),
    // the next commit's flush is soon enough for what can only be shown once more
    shown: (id, posted) => write((sql) => shown(sql, id, posted), { unflushed: true }),
    async postedSince(platform, sinceMs, limit) {
      const rows = await read((sql) => postedSince(sql, platform, sinceMs, limit));
      return rows.map((row) => ({
        ...postedOf(row),
        owner: { platform, id: row.platform_id },
        atMs: row.at_ms,
      }));
    },
    async reactions(message) {
      const rows = await read((sql) => reactionsUnder(sql, message));
      return rows.map(({ platform, platform_id: id, gesture, at_ms: atMs }) => ({
        user: { platform, id },
        message,
        gesture,
        atMs,
      }));
    },
    async postedIn(message) {
      const row = await read((sql) => messageRow(sql, message));
      return row && postedOf(row);
    },
    async postedOf(suggestion) {
      return (await read((sql) => messagesOf(sql, suggestion))).map(postedOf);
    },
    async prefersPrivate({ platform, id }, place) {
      const row = await read((sql) =>
        sql.get<{ prefers: boolean }>(
          `SELECT EXISTS (SELECT 1 FROM users WHERE platform = $1 AND platform_id = $2 AND private = 1)
             OR EXISTS (SELECT 1 FROM private_places WHERE platform = $1 AND place = $3) AS prefers`,
          platform,
          id,
          place ?? null,
        ),
      );
      return row!.prefers;
    },
    evenings: {
      load: (id) => moment((sql) => evening(sql, id)),
      latestIn: (conversation) => read((sql) => latestEveningIn(sql, conversation)),
      commit: (change) => committed((sql, undo) => commitEvening(sql, undo, change)),
      due: (platform) => read((sql) => eveningsDue(sql, platform)),
      shared: (users, limit) =>
        moment(async (sql) => {
          const ids = await Promise.all(users.map((user) => userId(sql, user)));
          return sharedEvenings(
            sql,
            ids.flatMap((id) => id ?? []),
            limit,
          );
        }),
      async posted(id, message) {
        await write((sql) => sql.run("UPDATE evenings SET message = $1 WHERE id = $2", message, id), {
          unflushed: true,
        });
      },
      of: (user) => ofPerson(user, eveningsOf),
    },
    topLists: {
      due: (due, limit, after) => read((sql) => listsDue(sql, due, limit, after)),
      countDue: (due) => read((sql) => countListsDue(sql, due)),
      put: (lists) => write((sql) => putLists(sql, lists), { unflushed: true }),
      of: (user) => ofPerson(user, recommendedTo),
    },
    sharedPages: {
      add: (user, page, hash) => write((sql) => addSharedPage(sql, user, page, hash)),
      find: (hash) => read((sql) => sharedPage(sql, hash)),
      of: (user) => ofPerson(user, sharedPagesOf),
      withdraw: (user, ids) => write(async (sql) => withdrawPages(sql, await idsOf(sql, user), ids)),
    },
    export: (user) => moment((sql) => exported(sql, user, past, name)),
    figures: (from, to) => read((sql) => countsBetween(sql, from, to)),
    // the next commit's flush is soon enough for sums
    tally: (counts) => write((sql) => addCounts(sql, counts), { unflushed: true, once: true }),
    keepRun: (atMs, run) => write((sql) => keepRun(sql, atMs, run), { once: true }),
    runs: (limit) => read((sql) => runs(sql, limit)),
    coverage: (from) => read((sql) => coverage(sql, from)),
    unreadWords: (from, people) => read((sql) => unreadWords(sql, from, people)),
    offerLink: (user, code, atMs) => write((sql) => offerLink(sql, user, code, atMs), { once: true }),
    link: (user, code, atMs) => write((sql) => link(sql, user, code, atMs), { once: true }),
    unlink: (user, atMs) => write((sql) => unlink(sql, user, atMs), { once: true }),
    async forget(user, onDeleted): Promise<Wiped> {
      await write((sql) => forget(sql, user));
      onDeleted?.();
      return vacuum.soon();
    },
    async close() {
      await vacuum.close();
      await database.close();
    },
  };
}

/**
 * What a language model made of texts is nobody's by name, but holds names and titles people wrote, and which films were looked
 * up tells which were shown: all of it goes.
 */
async function forget(sql: Sql, user: UserKey): Promise<void> {
  const members = await settledMembersOf(sql, user);
  await sql.run(
    "DELETE FROM users WHERE id = ANY($1::bigint[])",
    members.map(({ id }) => id),
  );
  await sql.run("DELETE FROM model_answers");
  await sql.run("DELETE FROM tmdb_films");
}
