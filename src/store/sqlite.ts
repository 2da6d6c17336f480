import type { Dialogue } from "../conversation/dialogue.ts";
import type { RefusalEntry } from "../conversation/refusal-log.ts";
import { createCleaning } from "./cleaning.ts";
import type { EveningChange } from "./evenings.ts";
import { linksIn } from "./links.ts";
import { closeDatabase, openDatabase, unflushed } from "./open-database.ts";
import { patience, patiently } from "./patience.ts";
import { refusalOf, refusalRowOf } from "./refusal-row.ts";
import { bytesOf, dialogueOf, doublesOf, postedOf, showingOf, showingRowOf } from "./rows.ts";
import { isSmall, soundness } from "./soundness.ts";
import { eveningsIn } from "./sqlite-evenings.ts";
import { figuresIn } from "./sqlite-figures.ts";
import { pastIn } from "./sqlite-past.ts";
import { topListsIn } from "./sqlite-top-lists.ts";
import { prepareStatements } from "./statements.ts";
import type {
  Change,
  CommitOutcome,
  PostedSuggestion,
  Remembered,
  Showing,
  Store,
  StoredEmbedding,
  UserExport,
  UserKey,
} from "./store.ts";
import { booleanOf, teachesOf } from "./teaching.ts";

/** What no user is numbered. */
const NOBODY = -1;

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
  const statements = await patiently(() => prepareStatements(database)); // reads the schema
  const past = await patiently(() => pastIn(database));
  const links = await patiently(() => linksIn(database));
  const figures = await patiently(() => figuresIn(database));
  const topLists = await patiently(() => topListsIn(database));
  const evenings = await patiently(() =>
    eveningsIn(database, ({ platform, id }) => {
      return (statements.user.get(platform, id) ?? statements.addUser.get(platform, id)!).id;
    }),
  );
  const patient = patience(file, waitMs);
  const { read, write } = patient;
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

  const userId = ({ platform, id }: UserKey): number | undefined => statements.user.get(platform, id)?.id;

  /** All who are one person with the user, the first the same for each of them. */
  const personOf = (user: UserKey): number[] => {
    const id = userId(user);
    return id === undefined ? [NOBODY] : links.members(id);
  };
  /** Transactions of one read each: what is asked of several users is of one moment. */
  const ofPerson = <T>(user: UserKey, look: (users: readonly number[]) => T): Promise<T> =>
    read(database.transaction(() => look(personOf(user))));

  const commit = database.transaction((change: Change): CommitOutcome => {
    const { user, event, atMs } = change;
    const known = statements.user.get(user.platform, user.id);
    if (known && statements.event.get(known.id, event)) return "duplicate";
    if ((known?.revision ?? null) !== change.revision) return "conflict"; // before anything of the user is written
    const { id } = known ?? statements.addUser.get(user.platform, user.id)!;
    statements.addEvent.run(id, event, atMs);
    const person = links.members(id);
    const { turns } = figures.count(id, change, (entry) => past.said(person, entry));
    past.add(id, person, change, turns);
    for (const entry of change.refusals ?? [])
      statements.addRefusal.run({ user: id, ...refusalRowOf(entry) });
    statements.putEmbedding.run(person[0]!, change.embedding.modelVersion, bytesOf(change.embedding.values));
    statements.putDialogue.run(id, change.conversation, JSON.stringify(change.dialogue));
    for (const showing of change.showings) statements.addShowing.run(showingRowOf(id, showing));
    if (change.reaction) keepReaction(id, change.reaction, atMs);
    if (change.preference) prefer(id, user.platform, change.preference);
    if (change.teaches !== undefined)
      for (const one of person) statements.putTeaches.run(Number(change.teaches), one);
    for (const one of person) statements.putRevision.run(event, one);
    return "committed";
  });

  const commitEvening = database.transaction((change: EveningChange): CommitOutcome => {
    const outcome = evenings.commit(change);
    const { showing } = change;
    const user = showing && userId(showing.to);
    if (outcome === "committed" && showing && user !== undefined)
      statements.addShowing.run(showingRowOf(user, showing.what));
    return outcome;
  });

  const keepReaction = (
    user: number,
    { message, gesture, stands }: NonNullable<Change["reaction"]>,
    atMs: number,
  ) => {
    if (stands) statements.addReaction.run(user, message, gesture, atMs);
    else statements.removeReaction.run(user, message, gesture);
  };

  const prefer = (
    user: number,
    platform: string,
    { private: isPrivate, place }: NonNullable<Change["preference"]>,
  ) => {
    if (place === undefined) statements.putPrivate.run(Number(isPrivate), user);
    else (isPrivate ? statements.addPrivatePlace : statements.removePrivatePlace).run(platform, place);
  };

  const refusals = (users: readonly number[]): RefusalEntry[] =>
    users
      .flatMap((user) => statements.refusals.all(user))
      .sort((a, b) => a.seq - b.seq)
      .map((row) => refusalOf(row, file));

  const waiting = (user: number): Showing[] =>
    statements.showings.all(user).flatMap((row) => showingOf(row) ?? []);

  const shown = database.transaction((id: string, posted?: PostedSuggestion): void => {
    statements.removeShowing.run(id);
    if (posted) statements.addMessage.run({ ...posted, shared: Number(posted.shared) });
  });

  const load = database.transaction((user: UserKey, conversation: string, version?: string): Remembered => {
    const known = statements.user.get(user.platform, user.id);
    if (!known) return { revision: null, log: [], suggestions: [], refusals: [] };
    const dialogue = dialogueIn(known.id, conversation);
    return {
      revision: known.revision,
      ...past.recalled(links.members(known.id), version),
      refusals: refusals(links.members(known.id)),
      ...(dialogue && { dialogue }),
    };
  });

  const exportAll = database.transaction((user: UserKey): UserExport => {
    const users = personOf(user);
    const embedding = embeddingOf(users[0]!);
    const own = userId(user);
    return {
      user,
      linked: users
        .filter((one) => one !== NOBODY && one !== own)
        .map((one) => {
          const { platform, platform_id: id } = statements.userKey.get(one)!;
          return { platform, id };
        }),
      log: past.log(users),
      suggestions: past.suggestions(users),
      refusals: refusals(users),
      embedding: embedding ? { modelVersion: embedding.modelVersion, values: [...embedding.values] } : null,
      dialogues: users
        .flatMap((id) => statements.dialogues.all(id))
        .flatMap((stored) => {
          const dialogue = dialogueOf(stored.dialogue);
          return dialogue ? [{ conversation: stored.conversation, dialogue }] : [];
        }),
      events: users
        .flatMap((id) => statements.events.all(id))
        .map(({ id: event, at_ms }) => ({ id: event, atMs: at_ms })),
      messages: users.flatMap((id) => statements.messagesTo.all(id)).map(postedOf),
      showings: users.flatMap(waiting),
      reactions: users
        .flatMap((id) => statements.reactionsOf.all(id))
        .map(({ message, gesture, at_ms: atMs }) => ({ message, gesture, atMs })),
      private: statements.user.get(user.platform, user.id)?.private === 1,
      teaches: teachesOf(users.map((id) => booleanOf(statements.teaches.get(id)?.teaches ?? null))),
      unread: [...new Set(users.flatMap(figures.unreadBy))].sort(),
      evenings: evenings.of(users),
      recommendations: topLists.of(users),
    };
  });

  /**
   * What a language model made of texts is nobody's by name, but holds names and titles people wrote, and which films were looked
   * up tells which were shown: all of it goes.
   */
  const remove = database.transaction(({ platform, id }: UserKey): void => {
    const removed =
      statements.removePerson.run(platform, id).changes +
      statements.removeModelAnswers.run().changes +
      statements.removeTmdbFilms.run().changes;
    if (removed > 0) statements.addCleaning.run();
  });

  const dialogueIn = (user: number, conversation: string): Dialogue | undefined => {
    const stored = statements.dialogue.get(user, conversation);
    return stored && dialogueOf(stored.dialogue);
  };
  const embeddingOf = (user: number): StoredEmbedding | undefined => {
    const row = statements.embedding.get(user);
    const values = row && doublesOf(row.embedding);
    return values && { modelVersion: row.model_version, values };
  };

  return {
    load: (user, conversation, version) => read(() => load(user, conversation, version)),
    dialogue: (user, conversation) => read(() => dialogueIn(userId(user) ?? NOBODY, conversation)),
    logOn: (user, movie) => ofPerson(user, (users) => past.logOn(users, movie)),
    latestSaid: (user, count) => ofPerson(user, (users) => past.latestSaid(users, count)),
    log: (user) => ofPerson(user, (users) => past.log(users)),
    suggestions: (user) => ofPerson(user, (users) => past.suggestions(users)),
    revision: ({ platform, id }) => read(() => statements.user.get(platform, id)?.revision ?? null),
    knows: (user, event) => read(() => statements.event.get(userId(user) ?? NOBODY, event) !== undefined),
    knownSince: (user) =>
      ofPerson(user, (users) => {
        const first = users.flatMap((one) => statements.firstEvent.get(one)?.at_ms ?? []);
        return first.length > 0 ? Math.min(...first) : undefined;
      }),
    commit: (change) => write(() => commit.immediate(change)),
    suggestionTo: (user, id) =>
      ofPerson(user, (users) => {
        const row = users.map((one) => statements.suggestionTo.get(id, one)).find(Boolean);
        return row && { id: row.id, movie: row.movie, atMs: row.at_ms };
      }),
    async suggestion(id) {
      const row = await read(() => statements.suggestion.get(id));
      if (!row) return undefined;
      const user = { platform: row.platform, id: row.platform_id };
      return { suggestion: { id: row.id, movie: row.movie, atMs: row.at_ms }, user };
    },
    waiting: (user) => read(() => waiting(userId(user) ?? NOBODY)),
    take: (user) => read(() => waiting(userId(user) ?? NOBODY)), // of one platform there is one process
    letGo: async () => {},
    waitedFor: (platform, dueMs) =>
      read(() =>
        statements.waitedFor.all(platform, dueMs ?? null).map(({ platform_id: id }) => ({ platform, id })),
      ),
    // the next commit's flush is soon enough for what can only be shown once more
    shown: (id, posted) => write(() => unflushed(database, () => shown.immediate(id, posted))),
    postedSince: (platform, sinceMs, limit) =>
      read(() =>
        statements.postedSince
          .all(platform, sinceMs, limit)
          .map((row) => ({ ...postedOf(row), owner: { platform, id: row.platform_id }, atMs: row.at_ms })),
      ),
    reactions: (message) =>
      read(() =>
        statements.reactions.all(message).map(({ platform, platform_id: id, gesture, at_ms: atMs }) => ({
          user: { platform, id },
          message,
          gesture,
          atMs,
        })),
      ),
    async postedIn(message) {
      const row = await read(() => statements.message.get(message));
      return row && postedOf(row);
    },
    postedOf: (suggestion) => read(() => statements.messages.all(suggestion).map(postedOf)),
    prefersPrivate: ({ platform, id }, place) =>
      read(() => {
        const byPerson = statements.user.get(platform, id)?.private === 1;
        return (
          byPerson || (place !== undefined && statements.privatePlace.get(platform, place) !== undefined)
        );
      }),
    evenings: {
      load: (id) => read(database.transaction(() => evenings.load(id))),
      latestIn: (conversation) => read(() => evenings.latestIn(conversation)),
      commit: (change) => write(() => commitEvening.immediate(change)),
      due: (platform) => read(() => evenings.due(platform)),
      shared: (users, limit) =>
        read(
          database.transaction(() =>
            evenings.shared(
              users.flatMap((user) => userId(user) ?? []),
              limit,
            ),
          ),
        ),
      async posted(id, message) {
        await write(() => unflushed(database, () => evenings.posted(id, message)));
      },
      of: (user) => ofPerson(user, evenings.of),
    },
    topLists: {
      due: (due, limit, after) => read(() => topLists.due(due, limit, after)),
      countDue: (due) => read(() => topLists.countDue(due)),
      put: (lists) =>
        write(() =>
          unflushed(database, () => database.transaction(() => lists.forEach(topLists.put)).immediate()),
        ),
      of: (user) => ofPerson(user, topLists.of),
    },
    export: (user) => read(() => exportAll(user)),
    figures: (from, to) => read(() => figures.between(from, to)),
    // the next commit's flush is soon enough for sums
    tally: (counts) =>
      write(() => unflushed(database, () => database.transaction(() => figures.add(counts)).immediate())),
    keepRun: (atMs, run) => write(() => database.transaction(() => figures.keepRun(atMs, run)).immediate()),
    runs: (limit) => read(() => figures.runs(limit)),
    coverage: (from) => read(() => figures.coverage(from)),
    unreadWords: (from, people) => read(() => figures.unreadWords(from, people)),
    offerLink: (user, code, atMs) =>
      write(() => database.transaction(() => links.offer(userId(user) ?? NOBODY, code, atMs)).immediate()),
    link: (user, code, atMs) =>
      write(() => database.transaction(() => links.link(userId(user) ?? NOBODY, code, atMs)).immediate()),
    unlink: (user, atMs) =>
      write(() => database.transaction(() => links.unlink(userId(user) ?? NOBODY, atMs)).immediate()),
    async forget(user, onDeleted) {
      await write(() => remove.immediate(user));
      onDeleted?.();
      return cleaning.clean();
    },
    async close() {
      process.off("exit", close);
      close();
    },
  };
}
