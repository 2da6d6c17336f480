import type { Suggestion } from "../conversation/person.ts";
import { type Before, type Count, countedIn, type Day, dayOf } from "./figures.ts";
import type { Session } from "./session.ts";
import type { Change, Coverage, UnreadWord } from "./store.ts";
import { MOST_RUNS } from "./unread.ts";

/** What is needed to count on, of one user. */
interface Counted {
  readonly lastDay: Day;
  readonly session: Session;
  readonly unread: Map<string, Day>;
}

/** How it goes, in sums, for as long as the process lives. */
export function memoryFigures() {
  const counts = new Map<string, number>();
  const runs: string[] = [];
  const users = new Map<string, Counted>();
  const turns = new Map<string, number>();
  const movies = new Map<string, { count: number; lastDay: Day }>();

  const put = ({ day, platform, what, count }: Count): void => {
    const key = JSON.stringify([day, platform, what]);
    counts.set(key, (counts.get(key) ?? 0) + count);
  };

  return {
    count(user: string, change: Change, said: Before["said"]): void {
      const day = dayOf(change.atMs);
      const { lastDay, session, unread = new Map() } = users.get(user) ?? {};
      const counting = countedIn(change, { lastDay, session, said, turnOf: (id) => turns.get(id) });
      for (const { day: of, what, by } of counting.counted)
        put({ day: of, platform: change.user.platform, what, count: by });
      for (const [nth, { id, movie }] of change.suggestions.entries()) {
        turns.set(id, counting.turns[nth]!);
        const { count = 0, lastDay: last = day } = movies.get(movie) ?? {};
        movies.set(movie, { count: count + 1, lastDay: last > day ? last : day });
      }
      for (const word of change.heard?.unread ?? []) unread.set(word, day);
      users.set(user, { lastDay: day, session: counting.session, unread });
    },
    /** @param suggestions made to the user */
    forget(user: string, suggestions: readonly Suggestion[]): void {
      users.delete(user);
      for (const { movie } of suggestions) {
        const kept = movies.get(movie)!;
        if (kept.count > 1) movies.set(movie, { ...kept, count: kept.count - 1 });
        else movies.delete(movie);
      }
    },
    unreadBy: (user: string): string[] => [...(users.get(user)?.unread.keys() ?? [])],
    async add(tallied: readonly Count[]): Promise<void> {
      for (const one of tallied) put(one);
    },
    async keepRun(_atMs: number, run: string): Promise<void> {
      runs.unshift(run);
      runs.splice(MOST_RUNS);
    },
    runs: async (limit: number): Promise<string[]> => runs.slice(0, limit),
    async between(from: Day, to: Day): Promise<Count[]> {
      return [...counts]
        .map(([key, count]) => {
          const [day, platform, what] = JSON.parse(key) as [Day, string, string];
          return { day, platform, what, count };
        })
        .filter(({ day }) => day >= from && day <= to)
        .sort((a, b) => compare(a.day, b.day) || compare(a.platform, b.platform) || compare(a.what, b.what));
    },
    async coverage(from: Day): Promise<Coverage> {
      const lately = [...movies.values()]
        .filter(({ lastDay }) => lastDay >= from)
        .map(({ count }) => count)
        .sort((a, b) => b - a);
      return {
        movies: lately.length,
        suggestions: sum(lately),
        ofTheFirstHundred: sum(lately.slice(0, 100)),
      };
    },
    /** @param personOf who stands for all that are one person with a user */
    async unreadWords(from: Day, people: number, personOf: (user: string) => string): Promise<UnreadWord[]> {
      const by = new Map<string, Set<string>>();
      for (const [user, { unread }] of users)
        for (const [word, day] of unread)
          if (day >= from) by.set(word, (by.get(word) ?? new Set()).add(personOf(user)));
      return [...by]
        .map(([word, persons]) => ({ word, people: persons.size }))
        .filter((one) => one.people >= people)
        .sort((a, b) => b.people - a.people || compare(a.word, b.word));
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** By their bytes, as the database does. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
