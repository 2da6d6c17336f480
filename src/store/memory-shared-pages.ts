import type { UserKey } from "./keys.ts";
import type { SharedPage, SharedPages } from "./shared-pages.ts";

interface Kept extends SharedPage {
  readonly user: UserKey;
}

/** @param membersOf all users who are one person with this one, themselves included; none where the user is not known */
export function memorySharedPages(
  membersOf: (user: UserKey) => readonly UserKey[],
  keyOf: (user: UserKey) => string,
) {
  const pages = new Map<string, Kept>();
  const ofPerson = (user: UserKey): (readonly [string, Kept])[] => {
    const members = new Set(membersOf(user).map(keyOf));
    return [...pages].filter(([, page]) => members.has(keyOf(page.user)));
  };
  const withdraw = (user: UserKey, fits: (page: Kept) => boolean): void => {
    for (const [hash, page] of ofPerson(user)) if (fits(page)) pages.delete(hash);
  };
  const sharedPages: SharedPages = {
    async add(user, page, hash) {
      if (membersOf(user).length > 0) pages.set(hash.toString("hex"), { ...page, user });
    },
    async find(hash) {
      const page = pages.get(hash.toString("hex"));
      return page && { user: page.user, what: page.what };
    },
    of: async (user) =>
      ofPerson(user)
        .map(([, { id, what, atMs }]) => ({ id, what, atMs }))
        .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1)),
    async withdraw(user, ids) {
      withdraw(user, ({ id }) => ids.includes(id));
    },
  };
  return { sharedPages, forgetPages: (user: UserKey) => withdraw(user, () => true) };
}
