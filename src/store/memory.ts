import type { MovieId } from "../catalog/movie.ts";
import type { Dialogue } from "../conversation/dialogue.ts";
import { entriesOn, type LogEntry, type Suggestion, standingFeedback } from "../conversation/person.ts";
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

interface Kept {
  readonly user: UserKey;
  revision: Revision;
  readonly log: LogEntry[];
  readonly suggestions: Suggestion[];
  readonly dialogues: Map<string, Dialogue>;
  readonly events: Map<string, number>;
  showings: Showing[];
  reactions: StandingReaction[];
  embedding?: StoredEmbedding;
  /** With how much of the log and of the suggestions there was. */
  snapshot?: Snapshot & { readonly entries: number; readonly made: number };
  private: boolean;
}

/** Remembers for as long as the process lives: for tests and for trying things out. */
export function memoryStore(): Store {
  const users = new Map<string, Kept>();
  const messages = new Map<string, PostedSuggestion>();
  const privatePlaces = new Set<string>();

  const keyOf = ({ platform, id }: UserKey) => JSON.stringify([platform, id]);
  const nobody = (user: UserKey): Kept => {
    return {
      user,
      revision: null,
      log: [],
      suggestions: [],
      dialogues: new Map(),
      events: new Map(),
      showings: [],
      reactions: [],
      private: false,
    };
  };
  const keptOf = (user: UserKey): Kept => users.get(keyOf(user)) ?? nobody(user);
  const ownerOf = (id: string): Kept | undefined =>
    [...users.values()].find(({ suggestions }) => suggestions.some((made) => made.id === id));

  return {
    async load(user, conversation, version) {
      const { revision, log, suggestions, dialogues, snapshot } = keptOf(user);
      const dialogue = dialogues.get(conversation);
      const usable = snapshot?.version === version ? snapshot : undefined;
      return structuredClone({
        revision,
        log: usable ? entriesOn(log, moviesIn(log, usable.entries)) : log,
        suggestions: suggestions.slice(usable?.made ?? 0),
        ...(usable && { snapshot: usable.known }),
        ...(dialogue && { dialogue }),
      });
    },
    dialogue: async (user, conversation) => structuredClone(keptOf(user).dialogues.get(conversation)),
    logOn: async (user, movie) => structuredClone(entriesOn(keptOf(user).log, new Set([movie]))),
    latestFeedback: async (user, count) => structuredClone(standingFeedback(keptOf(user).log).slice(-count)),
    log: async (user) => structuredClone(keptOf(user).log),
    suggestions: async (user) => structuredClone(keptOf(user).suggestions),
    revision: async (user) => keptOf(user).revision,
    knows: async (user, event) => keptOf(user).events.has(event),
    async knownSince(user) {
      const { events } = keptOf(user);
      return events.size === 0 ? undefined : Math.min(...events.values());
    },
    async commit(change) {
      const kept = keptOf(change.user);
      if (kept.events.has(change.event)) return "duplicate";
      if (kept.revision !== change.revision) return "conflict";
      const { entries, suggestions, embedding, snapshot, dialogue, showings, reaction, preference } =
        structuredClone(change);
      kept.revision = change.event;
      kept.events.set(change.event, change.atMs);
      kept.log.push(...entries);
      kept.suggestions.push(...suggestions);
      kept.embedding = embedding;
      if (snapshot) kept.snapshot = { ...snapshot, entries: kept.log.length, made: kept.suggestions.length };
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
      users.set(keyOf(change.user), kept);
      return "committed";
    },
    async suggestion(id) {
      const owner = ownerOf(id);
      return owner && { suggestion: owner.suggestions.find((made) => made.id === id)!, user: owner.user };
    },
    waiting: async (user) => structuredClone(keptOf(user).showings),
    waitedFor: async (platform) =>
      [...users.values()]
        .filter(({ user, showings }) => user.platform === platform && showings.length > 0)
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
          const { atMs } = suggestions.find(({ id }) => id === posted.suggestion)!;
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
      const { log, suggestions, embedding, dialogues, events, showings, reactions } = keptOf(user);
      const own = new Set(suggestions.map(({ id }) => id));
      return structuredClone({
        user,
        log,
        suggestions,
        embedding: embedding ? { modelVersion: embedding.modelVersion, values: [...embedding.values] } : null,
        dialogues: [...dialogues].map(([conversation, dialogue]) => ({ conversation, dialogue })),
        events: [...events].map(([id, atMs]) => ({ id, atMs })),
        messages: [...messages.values()].filter(({ suggestion }) => own.has(suggestion)),
        showings,
        reactions: reactions.map(({ message, gesture, atMs }) => ({ message, gesture, atMs })),
        private: keptOf(user).private,
      });
    },
    async forget(user, onDeleted) {
      const own = new Set(keptOf(user).suggestions.map(({ id }) => id));
      for (const { message, suggestion } of [...messages.values()])
        if (own.has(suggestion)) messages.delete(message);
      users.delete(keyOf(user));
      onDeleted?.();
      return "gone";
    },
    close: async () => {},
  };
}

/** The movies of which anything was said, or taken back, from this place of the log on. */
function moviesIn(log: readonly LogEntry[], from: number): Set<MovieId> {
  const movies = new Map(
    log.flatMap((entry) => (entry.kind === "feedback" ? [[entry.id, entry.movie]] : [])),
  );
  return new Set(
    log
      .slice(from)
      .flatMap((entry) => movies.get(entry.kind === "feedback" ? entry.id : entry.retracts) ?? []),
  );
}
