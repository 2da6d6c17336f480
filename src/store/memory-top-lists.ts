import { entriesOn, isFeedback, type LogEntry, standing } from "../conversation/person.ts";
import type { Revision, UserKey } from "./keys.ts";
import type { Due, Recommended, TopList, TopLists } from "./top-lists.ts";

interface Member {
  readonly user: UserKey;
  readonly person: string;
  readonly revision: Revision;
}

type Kept = Omit<Recommended, "outcome">;

/** @param everybody each with the key of who stands for the person, and by which key a user is known */
export function memoryTopLists(
  everybody: () => readonly Member[],
  keyOf: (user: UserKey) => string,
  logOf: (user: UserKey) => readonly LogEntry[],
) {
  const lists = new Map<string, TopList>();
  const films = new Map<string, readonly Kept[]>();

  const membersOf = (user: UserKey): Member[] => {
    const person = everybody().find((one) => keyOf(one.user) === keyOf(user))?.person;
    return everybody().filter((one) => one.person === person);
  };
  const outcomeOf = (user: UserKey, { movie, atMs }: Kept): Recommended["outcome"] =>
    standing(entriesOn(logOf(user), new Set([movie])))
      .filter(isFeedback)
      .findLast((said) => said.atMs >= atMs)?.verdict ?? null;
  const isDue =
    ({ madeBy, sinceMs }: Due) =>
    ({ user, person, revision }: Member): boolean => {
      const list = lists.get(keyOf(user));
      const isGood = list?.madeBy === madeBy && list.revision === revision && list.atMs >= sinceMs;
      return keyOf(user) === person && !isGood;
    };
  const of = (user: UserKey): Recommended[] =>
    membersOf(user)
      .flatMap((member) => films.get(keyOf(member.user)) ?? [])
      .map((film) => ({ ...film, outcome: outcomeOf(user, film) }))
      .sort((a, b) => a.atMs - b.atMs || a.rank - b.rank);

  const topLists: TopLists = {
    due: async (due, limit, after = 0) =>
      everybody()
        .map((member, nth) => ({ member, place: nth + 1 }))
        .filter(({ member, place }) => place > after && isDue(due)(member))
        .slice(0, limit)
        .map(({ member, place }) => ({ user: member.user, place })),
    countDue: async (due) => everybody().filter(isDue(due)).length,
    async put(given) {
      for (const list of structuredClone(given)) {
        const { user, atMs, model } = list;
        const members = membersOf(user);
        if (members.length === 0) continue;
        for (const member of members) {
          const key = keyOf(member.user);
          films.set(
            key,
            (films.get(key) ?? []).filter((film) => outcomeOf(user, film) !== null),
          );
        }
        lists.set(keyOf(user), list);
        films.set(keyOf(user), [
          ...films.get(keyOf(user))!,
          ...list.films.map((film, nth) => ({ ...film, rank: nth + 1, model, atMs })),
        ]);
      }
    },
    of: async (user) => of(user),
  };
  return {
    topLists,
    forget(user: UserKey): void {
      lists.delete(keyOf(user));
      films.delete(keyOf(user));
    },
  };
}
