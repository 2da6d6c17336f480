import { type EveningChange, type Evenings, type KeptEvening, memberIdOf, userOf } from "./evenings.ts";
import type { UserKey } from "./keys.ts";

interface Row {
  readonly seq: number;
  readonly event: string;
  readonly happened: KeptEvening["happened"][number];
}

interface Kept {
  readonly id: string;
  readonly conversation: string;
  readonly openedMs: number;
  log: Row[];
  endsMs: number | undefined;
  message?: string;
}

export interface MemoryEvenings extends Evenings {
  /** Whoever is forgotten was never there. */
  forget(users: readonly UserKey[]): void;
}

/** @param show keeps what is to be shown, as part of the commit */
export function memoryEvenings(
  show: (change: EveningChange) => void,
  meet: (user: UserKey) => void,
): MemoryEvenings {
  const evenings = new Map<string, Kept>();
  let seq = 0;

  const load = (id: string): KeptEvening | undefined => {
    const kept = evenings.get(id);
    if (!kept) return undefined;
    const { conversation, log, message } = kept;
    const members = new Set(log.flatMap(({ happened: { member } }) => member ?? []));
    return structuredClone({
      id,
      conversation,
      revision: log.at(-1)?.seq ?? 0,
      happened: log.map(({ happened }) => happened),
      people: [...members].map(userOf),
      ...(message !== undefined && { message }),
    });
  };
  const latestFirst = (): Kept[] =>
    [...evenings.values()].sort((a, b) => b.openedMs - a.openedMs || (a.id < b.id ? 1 : -1));

  return {
    load: async (id) => load(id),
    latestIn: async (conversation) => latestFirst().find((one) => one.conversation === conversation)?.id,
    async commit(change) {
      const { evening: id, conversation, user, event, atMs, endsMs } = change;
      const kept = evenings.get(id) ?? { id, conversation, openedMs: atMs, log: [], endsMs: undefined };
      if (kept.log.some((row) => row.event === event)) return "duplicate";
      if ((kept.log.at(-1)?.seq ?? 0) !== change.revision) return "conflict";
      evenings.set(id, kept);
      for (const one of user ? [user] : []) meet(one);
      for (const happened of structuredClone(change.happened)) kept.log.push({ seq: ++seq, event, happened });
      kept.endsMs = endsMs;
      show(change);
      return "committed";
    },
    due: async (platform) =>
      [...evenings.values()]
        .flatMap(({ id, conversation, endsMs }) =>
          conversation.startsWith(`${platform}:`) && endsMs !== undefined ? [{ id, endsMs }] : [],
        )
        .sort((a, b) => a.endsMs - b.endsMs),
    async shared(users, limit) {
      const asked = new Set(users.map(memberIdOf));
      return latestFirst()
        .flatMap(({ id }) => load(id) ?? [])
        .filter(({ people }) => people.filter((one) => asked.has(memberIdOf(one))).length >= 2)
        .slice(0, limit)
        .reverse();
    },
    async posted(id, message) {
      const kept = evenings.get(id);
      if (kept) kept.message = message;
    },
    async of(user) {
      return [...evenings.values()].flatMap(({ id: evening, log }) => {
        const happened = log.map((row) => row.happened).filter(({ member }) => member === memberIdOf(user));
        return happened.length > 0 ? [{ evening, happened }] : [];
      });
    },
    forget(users) {
      const gone = new Set(users.map(memberIdOf));
      for (const [id, kept] of evenings) {
        kept.log = kept.log.filter(({ happened: { member } }) => member === undefined || !gone.has(member));
        if (kept.log.every(({ happened: { member } }) => member === undefined)) evenings.delete(id);
      }
    },
  };
}
