import type { Database } from "better-sqlite3";
import { createCleaning } from "./cleaning.ts";
import type { EveningChange } from "./evenings.ts";
import { closeDatabase, openDatabase, unflushed } from "./open-database.ts";
import { type Patience, patience, patiently } from "./patience.ts";
import { isSmall, soundness } from "./soundness.ts";
import { commit } from "./sqlite/commit.ts";
import { exported } from "./sqlite/exported.ts";
import { type Parts, partsIn } from "./sqlite/parts.ts";
import { remembered } from "./sqlite/remembered.ts";
import { NOBODY } from "./sqlite/users.ts";
import type { CommitOutcome, Store, UserKey } from "./store.ts";

export interface SqliteStoreOptions {
  /** Told where a large file is found to be damaged once it is in use: to check one takes a while. To be closed then. */
  readonly onDamaged?: (error: Error) => void;
  /** Told where what was deleted cannot be wiped from the disk; it is tried again. */
  readonly onTrouble?: (error: unknown) => void;
  /** How long whoever is forgotten is kept waiting for that. Default: 3000 */
  readonly wipeWithinMs?: number;
  /** How long a turn waits for another process that holds the file. Default: 10000 */
  readonly waitMs?: number;
}

/**
 * Remembers people in a database file, made where it is missing.
 *
 * @throws StoreError naming the file and what is wrong with it
 */
export async function openSqliteStore(
  name: string,
  { onDamaged = () => {}, onTrouble = () => {}, wipeWithinMs = 3_000, waitMs }: SqliteStoreOptions = {},
): Promise<Store> {
  const database = await openDatabase(name);
  const file = database.name;
  const closing = new AbortController();
  if (!isSmall(file)) soundness(file).catch(onDamaged);
  const parts = await patiently(() => partsIn(database));
  const patient = patience(file, waitMs);
  const cleaning = createCleaning(database, patient, {
    withinMs: wipeWithinMs,
    onTrouble,
    closing: closing.signal,
  });
  cleaning.resume();

  const close = (): void => {
    closing.abort();
    patient.end();
    closeDatabase(database);
  };
  process.once("exit", close); // a program that breaks down closes nothing

  return {
    ...keptIn(database, parts, patient),
    async forget(user, onDeleted) {
      await patient.write(() => database.transaction(parts.users.remove).immediate(user));
      onDeleted?.();
      return cleaning.clean();
    },
    async close() {
      process.off("exit", close);
      close();
    },
  };
}

/** The port, each look in a transaction of its own and so of one moment. */
function keptIn(
  database: Database,
  parts: Parts,
  { read, write }: Patience,
): Omit<Store, "forget" | "close"> {
  const {
    users,
    links,
    events,
    past,
    standing,
    preferences,
    showings,
    reactions,
    figures,
    topLists,
    sharedPages,
  } = parts;
  const { idOf } = users;

  const moment = <T>(look: () => T): Promise<T> => read(database.transaction(look));
  const ofPerson = <T>(user: UserKey, look: (person: readonly number[]) => T): Promise<T> =>
    moment(() => look(parts.personOf(user)));
  const change = <T>(doing: () => T): Promise<T> => write(() => database.transaction(doing).immediate());
  /** The next commit's flush is soon enough for it. */
  const changeInPassing = (doing: () => void): Promise<void> =>
    write(() => unflushed(database, () => database.transaction(doing).immediate()));

  function commitEvening(evening: EveningChange): CommitOutcome {
    const outcome = parts.evenings.commit(evening);
    const { showing } = evening;
    const user = showing && users.find(showing.to);
    if (outcome === "committed" && showing && user) showings.add(user.id, showing.what);
    return outcome;
  }

  return {
    load: (user, conversation, version) => moment(() => remembered(parts, user, conversation, version)),
    dialogue: (user, conversation) => read(() => standing.dialogue(idOf(user), conversation)),
    logOn: (user, movie) => ofPerson(user, (person) => past.logOn(person, movie)),
    latestSaid: (user, count) => ofPerson(user, (person) => past.latestSaid(person, count)),
    log: (user) => ofPerson(user, past.log),
    suggestions: (user) => ofPerson(user, (person) => past.suggestions(person)),
    revision: (user) => read(() => users.find(user)?.revision ?? null),
    knows: (user, event) => read(() => events.knows(idOf(user), event)),
    knownSince: (user) => ofPerson(user, events.firstMs),
    commit: (turn) => change(() => commit(parts, turn)),
    suggestionTo: (user, id) => ofPerson(user, (person) => past.suggestionTo(person, id)),
    suggestion: (id) => read(() => past.suggestion(id)),
    waiting: (user) => read(() => showings.waiting([idOf(user)])),
    take: (user) => read(() => showings.waiting([idOf(user)])), // of one platform there is one process
    letGo: async () => {},
    waitedFor: (platform, dueMs) => read(() => showings.waitedFor(platform, dueMs)),
    // it can only be shown once more
    shown: (id, posted) => changeInPassing(() => showings.shown(id, posted)),
    postedSince: (platform, sinceMs, limit) => read(() => showings.postedSince(platform, sinceMs, limit)),
    reactions: (message) => read(() => reactions.under(message)),
    postedIn: (message) => read(() => showings.postedIn(message)),
    postedOf: (suggestion) => read(() => showings.postedOf(suggestion)),
    prefersPrivate: (user, place) => read(() => preferences.prefersPrivate(user, place)),
    evenings: {
      load: (id) => moment(() => parts.evenings.load(id)),
      latestIn: (conversation) => read(() => parts.evenings.latestIn(conversation)),
      commit: (evening) => change(() => commitEvening(evening)),
      due: (platform) => read(() => parts.evenings.due(platform)),
      shared: (people, limit) =>
        moment(() => {
          const known = people.map(idOf).filter((id) => id !== NOBODY);
          return parts.evenings.shared(known, limit);
        }),
      async posted(id, message) {
        await changeInPassing(() => parts.evenings.posted(id, message));
      },
      of: (user) => ofPerson(user, parts.evenings.of),
    },
    topLists: {
      due: (due, limit, after) => read(() => topLists.due(due, limit, after)),
      countDue: (due) => read(() => topLists.countDue(due)),
      put: (lists) => changeInPassing(() => lists.forEach(topLists.put)),
      of: (user) => ofPerson(user, topLists.of),
    },
    sharedPages: {
      add: (user, page, hash) => change(() => sharedPages.add(idOf(user), page, hash)),
      find: (hash) => read(() => sharedPages.find(hash)),
      of: (user) => ofPerson(user, sharedPages.of),
      withdraw: (user, ids) => change(() => sharedPages.withdraw(parts.personOf(user), ids)),
    },
    export: (user) => moment(() => exported(parts, user)),
    figures: (from, to) => read(() => figures.between(from, to)),
    tally: (counts) => changeInPassing(() => figures.add(counts)),
    keepRun: (atMs, run) => change(() => figures.keepRun(atMs, run)),
    runs: (limit) => read(() => figures.runs(limit)),
    coverage: (from) => read(() => figures.coverage(from)),
    unreadWords: (from, people) => read(() => figures.unreadWords(from, people)),
    offerLink: (user, code, atMs) => change(() => links.offer(idOf(user), code, atMs)),
    link: (user, code, atMs) => change(() => links.link(idOf(user), code, atMs)),
    unlink: (user, atMs) => change(() => links.unlink(idOf(user), atMs)),
  };
}
