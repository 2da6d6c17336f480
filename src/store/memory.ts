import type { MovieId } from "../catalog/movie.ts";
import type { Dialogue } from "../conversation/dialogue.ts";
import type { LastingEntry } from "../conversation/lasting-log.ts";
import {
  entriesOn,
  type LogEntry,
  type SaidEntry,
  type Suggestion,
  standing,
} from "../conversation/person.ts";
import { isOfUse, isUndoable } from "./link.ts";
import { memoryEvenings } from "./memory-evenings.ts";
import { memoryFigures } from "./memory-figures.ts";
import { memorySharedPages } from "./memory-shared-pages.ts";
import { memoryTopLists } from "./memory-top-lists.ts";
import type {
  PostedSuggestion,
  Revision,
  Showing,
  Snapshot,
  StandingReaction,
  Store,
  StoredEmbedding,
  UserKey,
} from "./store.ts";
import { teachesOf } from "./teaching.ts";

/** With its place among all that was ever kept. */
interface Placed<T> {
  readonly seq: number;
  readonly value: T;
}

interface Kept {
  readonly user: UserKey;
  /** The key of the user who stands for all that are one person. */
  person: string;
  revision: Revision;
  readonly log: Placed<LogEntry>[];
  readonly suggestions: Placed<Suggestion>[];
  readonly refusals: Placed<LastingEntry>[];
  readonly dialogues: Map<string, Dialogue>;
  readonly events: Map<string, number>;
  showings: Showing[];
  reactions: StandingReaction[];
  embedding?: StoredEmbedding;
  /** With how much of the log and of the suggestions there was. */
  snapshot?: Snapshot & { readonly entries: number; readonly made: number };
  private: boolean;
  teaches: boolean | null;
}

/** A user who became somebody else's person. */
interface Moved {
  readonly member: Kept;
  readonly was: string;
}

/** Remembers for as long as the process lives: for tests and for trying things out. */
export function memoryStore(): Store {
  const users = new Map<string, Kept>();
  const messages = new Map<string, PostedSuggestion>();
  const privatePlaces = new Set<string>();

  const codes = new Map<string, { readonly user: string; readonly atMs: number; used: boolean }>();
  let links: { readonly moved: readonly Moved[]; readonly person: string; readonly atMs: number }[] = [];
  const figures = memoryFigures();
  let kept = 0;
  let revisions = 0;

  const keyOf = ({ platform, id }: UserKey) => JSON.stringify([platform, id]);
  const nobody = (user: UserKey): Kept => {
    return {
      user,
      person: keyOf(user),
      revision: null,
      log: [],
      suggestions: [],
      refusals: [],
      dialogues: new Map(),
      events: new Map(),
      showings: [],
      reactions: [],
      private: false,
      teaches: null,
    };
  };
  const keptOf = (user: UserKey): Kept => users.get(keyOf(user)) ?? nobody(user);
  const ownerOf = (id: string): Kept | undefined =>
    [...users.values()].find(({ suggestions }) => suggestions.some(({ value }) => value.id === id));
  /** All users who are one person with this one, themselves included. */
  const membersOf = (user: UserKey): Kept[] => {
    const { person } = keptOf(user);
    const members = [...users.values()].filter((other) => other.person === person);
    return members.length > 0 ? members : [keptOf(user)];
  };
  const together = <T>(user: UserKey, of: (kept: Kept) => readonly Placed<T>[]): T[] =>
    membersOf(user)
      .flatMap(of)
      .sort((a, b) => a.seq - b.seq)
      .map(({ value }) => value);
  const evenings = memoryEvenings(
    ({ showing }) => {
      const kept = showing && users.get(keyOf(showing.to));
      if (kept) kept.showings.push(structuredClone(showing.what));
    },
    (user) => void users.set(keyOf(user), keptOf(user)),
  );
  const logOf = (user: UserKey): LogEntry[] => together(user, ({ log }) => log);
  const { topLists, forget: forgetLists } = memoryTopLists(() => [...users.values()], keyOf, logOf);
  const { sharedPages, forgetPages } = memorySharedPages(
    (user) => (users.has(keyOf(user)) ? membersOf(user).map((member) => member.user) : []),
    keyOf,
  );
  const suggestionsOf = (user: UserKey): Suggestion[] => together(user, ({ suggestions }) => suggestions);
  const refusalsOf = (user: UserKey): LastingEntry[] => together(user, ({ refusals }) => refusals);
  const placed = <T>(value: T): Placed<T> => ({ seq: kept++, value });
  const beginAnew = (members: readonly Kept[]): void => {
    const revision = `link:${revisions++}`;
    for (const member of members) {
      member.revision = revision;
      delete member.snapshot;
      delete member.embedding;
    }
  };

  return {
    evenings,
    topLists,
    sharedPages,
    async load(user, conversation, version) {
      const { revision, dialogues, person } = keptOf(user);
      const snapshot = users.get(person)?.snapshot;
      const [log, suggestions, refusals] = [logOf(user), suggestionsOf(user), refusalsOf(user)];
      const dialogue = dialogues.get(conversation);
      const usable = snapshot?.version === version ? snapshot : undefined;
      return structuredClone({
        revision,
        log: usable ? entriesOn(log, moviesIn(log, usable.entries)) : log,
        suggestions: suggestions.slice(usable?.made ?? 0),
        refusals,
        ...(usable && { snapshot: usable.known }),
        ...(dialogue && { dialogue }),
      });
    },
    dialogue: async (user, conversation) => structuredClone(keptOf(user).dialogues.get(conversation)),
    logOn: async (user, movie) => structuredClone(entriesOn(logOf(user), new Set([movie]))),
    latestSaid: async (user, count) => structuredClone(standing(logOf(user)).slice(-count)),
    log: async (user) => structuredClone(logOf(user)),
    suggestions: async (user) => structuredClone(suggestionsOf(user)),
    suggestionTo: async (user, id) => suggestionsOf(user).find((made) => made.id === id),
    revision: async (user) => keptOf(user).revision,
    knows: async (user, event) => keptOf(user).events.has(event),
    async knownSince(user) {
      const events = membersOf(user).flatMap((member) => [...member.events.values()]);
      return events.length === 0 ? undefined : Math.min(...events);
    },
    async commit(change) {
      const kept = keptOf(change.user);
      if (kept.events.has(change.event)) return "duplicate";
      if (kept.revision !== change.revision) return "conflict";
      const { entries, suggestions, embedding, snapshot, dialogue, showings, reaction, preference, teaches } =
        structuredClone(change);
      users.set(keyOf(change.user), kept);
      const members = membersOf(change.user);
      const first = users.get(kept.person)!;
      for (const member of members) member.revision = change.event;
      kept.events.set(change.event, change.atMs);
      const given = (id: string) =>
        logOf(change.user).find(
          (entry): entry is SaidEntry => entry.kind !== "retraction" && entry.id === id,
        );
      figures.count(keyOf(change.user), change, given);
      for (const entry of entries) {
        const said = ({ log }: Kept) =>
          entry.kind === "retraction" && log.some(({ value }) => value.id === entry.retracts);
        (members.find(said) ?? kept).log.push(placed(entry));
      }
      kept.suggestions.push(...suggestions.map(placed));
      kept.refusals.push(...(structuredClone(change.refusals) ?? []).map(placed));
      first.embedding = embedding;
      if (snapshot)
        first.snapshot = {
          ...snapshot,
          entries: logOf(change.user).length,
          made: suggestionsOf(change.user).length,
        };
      kept.dialogues.set(change.conversation, dialogue);
      kept.showings.push(...showings);
      if (reaction) {
        const { message, gesture, stands } = reaction;
        const same = (other: StandingReaction) => other.message === message && other.gesture === gesture;
        if (!stands) kept.reactions = kept.reactions.filter((other) => !same(other));
        else if (!kept.reactions.some(same))
          kept.reactions.push({ user: change.user, message, gesture, atMs: change.atMs });
      }
      if (preference?.place !== undefined) {
        const key = JSON.stringify([change.user.platform, preference.place]);
        if (preference.private) privatePlaces.add(key);
        else privatePlaces.delete(key);
      } else if (preference) kept.private = preference.private;
      if (teaches !== undefined) for (const member of members) member.teaches = teaches;
      return "committed";
    },
    async suggestion(id) {
      const owner = ownerOf(id);
      const made = owner?.suggestions.find(({ value }) => value.id === id);
      return owner && made && { suggestion: made.value, user: owner.user };
    },
    waiting: async (user) => structuredClone(keptOf(user).showings),
    take: async (user) => structuredClone(keptOf(user).showings),
    letGo: async () => {},
    waitedFor: async (platform, dueMs = Number.POSITIVE_INFINITY) =>
      [...users.values()]
        .filter(
          ({ user, showings }) => user.platform === platform && showings.some(({ atMs }) => atMs <= dueMs),
        )
        .map(({ user }) => user),
    async shown(id, posted) {
      for (const kept of users.values()) kept.showings = kept.showings.filter((one) => one.id !== id);
      if (posted && ownerOf(posted.suggestion) && !messages.has(posted.message))
        messages.set(posted.message, { ...posted });
    },
    postedSince: async (platform, sinceMs, limit) =>
      [...messages.values()]
        .reverse()
        .flatMap((posted) => {
          const { user, suggestions } = ownerOf(posted.suggestion)!;
          const { atMs } = suggestions.find(({ value }) => value.id === posted.suggestion)!.value;
          return user.platform === platform && atMs >= sinceMs ? [{ ...posted, owner: user, atMs }] : [];
        })
        .slice(0, limit),
    reactions: async (message) =>
      [...users.values()]
        .flatMap(({ reactions }) => reactions.filter((reaction) => reaction.message === message))
        .sort((a, b) => a.atMs - b.atMs),
    postedIn: async (message) => messages.get(message),
    postedOf: async (suggestion) =>
      [...messages.values()].filter((posted) => posted.suggestion === suggestion),
    prefersPrivate: async (user, place) =>
      keptOf(user).private ||
      (place !== undefined && privatePlaces.has(JSON.stringify([user.platform, place]))),
    async export(user) {
      const members = membersOf(user);
      const [log, suggestions, refusals] = [logOf(user), suggestionsOf(user), refusalsOf(user)];
      const embedding = users.get(keptOf(user).person)?.embedding;
      const own = new Set(suggestions.map(({ id }) => id));
      return structuredClone({
        user,
        linked: members.map((member) => member.user).filter((other) => keyOf(other) !== keyOf(user)),
        log,
        suggestions,
        refusals,
        embedding: embedding ? { modelVersion: embedding.modelVersion, values: [...embedding.values] } : null,
        dialogues: members.flatMap(({ dialogues }) =>
          [...dialogues].map(([conversation, dialogue]) => ({ conversation, dialogue })),
        ),
        events: members.flatMap(({ events }) => [...events].map(([id, atMs]) => ({ id, atMs }))),
        messages: [...messages.values()].filter(({ suggestion }) => own.has(suggestion)),
        showings: members.flatMap(({ showings }) => showings),
        reactions: members
          .flatMap(({ reactions }) => reactions)
          .map(({ message, gesture, atMs }) => ({ message, gesture, atMs })),
        private: keptOf(user).private,
        teaches: teachesOf(members.map((member) => member.teaches)),
        unread: [...new Set(members.flatMap((member) => figures.unreadBy(keyOf(member.user))))].sort(),
        evenings: (await Promise.all(members.map((member) => evenings.of(member.user)))).flat(),
        recommendations: await topLists.of(user),
        sharedPages: await sharedPages.of(user),
      });
    },
    figures: figures.between,
    tally: figures.add,
    coverage: figures.coverage,
    keepRun: figures.keepRun,
    runs: figures.runs,
    unreadWords: (from, people) => figures.unreadWords(from, people, (key) => users.get(key)!.person),
    async offerLink(user, code, atMs) {
      const taken = codes.get(code);
      if (taken && isOfUse(taken.atMs, atMs)) return false;
      for (const [other, offered] of codes) if (offered.user === keyOf(user)) codes.delete(other);
      codes.set(code, { user: keyOf(user), atMs, used: false });
      return true;
    },
    async link(user, code, atMs) {
      const offered = codes.get(code);
      const by = offered && users.get(offered.user);
      if (!offered || !by || !isOfUse(offered.atMs, atMs)) return "unknown";
      const { person } = by;
      const own = membersOf(user);
      if (own.includes(by)) return "same";
      if (offered.used) return "unknown";
      offered.used = true;
      links.push({ moved: own.map((member) => ({ member, was: member.person })), person, atMs });
      for (const member of own) member.person = person;
      beginAnew(membersOf(user));
      return "linked";
    },
    async unlink(user, atMs) {
      const { person } = keptOf(user);
      const latest = links.findLast((link) => link.person === person);
      if (!latest || !isUndoable(latest.atMs, atMs)) return false;
      const all = membersOf(user);
      for (const { member, was } of latest.moved) if (member.person === person) member.person = was;
      links = links.filter((link) => link !== latest);
      const staying = membersOf(user);
      beginAnew(staying);
      beginAnew(all.filter((member) => !staying.includes(member)));
      return true;
    },
    async forget(user, onDeleted) {
      const members = membersOf(user);
      const own = new Set(suggestionsOf(user).map(({ id }) => id));
      for (const { message, suggestion } of [...messages.values()])
        if (own.has(suggestion)) messages.delete(message);
      forgetPages(user);
      evenings.forget(members.map((member) => member.user));
      for (const member of members) {
        users.delete(keyOf(member.user));
        forgetLists(member.user);
        figures.forget(
          keyOf(member.user),
          member.suggestions.map(({ value }) => value),
        );
      }
      links = links.map((link) => ({
        ...link,
        moved: link.moved.filter(({ member }) => !members.includes(member)),
      }));
      links = links.filter(({ moved }) => moved.length > 0);
      onDeleted?.();
      return "gone";
    },
    close: async () => {},
  };
}

/** The movies of which anything was said, or taken back, from this place of the log on. */
function moviesIn(log: readonly LogEntry[], from: number): Set<MovieId> {
  const movies = new Map(
    log.flatMap((entry) => (entry.kind === "retraction" ? [] : [[entry.id, entry.movie]])),
  );
  return new Set(
    log
      .slice(from)
      .flatMap((entry) => movies.get(entry.kind === "retraction" ? entry.retracts : entry.id) ?? []),
  );
}
