/** Links by which people show others something of theirs: made, told of and withdrawn. */
import type { Card } from "../conversation/card.ts";
import type { Effect } from "../conversation/event.ts";
import * as wording from "../conversation/wording.ts";
import type { Shareable } from "../intent/acts.ts";
import { hashOf, newPageId, newToken, type SharedPage } from "../store/shared-pages.ts";
import type { Store, UserKey } from "../store/store.ts";
import type { Incoming } from "./adapter.ts";

export type SharingEffect = Extract<Effect, { kind: "sharePage" | "stopSharing" | "tellShared" }>;

export const isAboutSharing = (effect: Effect): effect is SharingEffect =>
  effect.kind === "sharePage" || effect.kind === "stopSharing" || effect.kind === "tellShared";

/** More of them nobody keeps in mind. */
const MOST_SHARED = 20;

/** Where the page is that a link opens, behind the address of the web page. */
export const pathOf = (token: string): string => `/shared/${token}`;

/** Undefined where the person has as many as one may have. */
export async function newSharedPage(
  { sharedPages }: Pick<Store, "sharedPages">,
  user: UserKey,
  what: Shareable,
  atMs: number,
): Promise<{ readonly page: SharedPage; readonly path: string } | undefined> {
  if ((await sharedPages.of(user)).length >= MOST_SHARED) return undefined;
  const token = newToken();
  const page = { id: newPageId(), what, atMs };
  await sharedPages.add(user, page, hashOf(token)!);
  return { page, path: pathOf(token) };
}

export interface Sharing {
  /** Whether there is a web page that a link can open. */
  readonly hasPage: boolean;
  /** Does what a turn decided, and gives back what to say of it. */
  settle(incoming: Pick<Incoming, "user" | "atMs">, effect: SharingEffect): Promise<Card>;
}

/** @param address of the web page: "https://matinee.example.org"; empty where it is the page that shows the link; undefined: there is none */
export function createSharing(store: Pick<Store, "sharedPages">, address: string | undefined): Sharing {
  const { sharedPages } = store;

  async function share(user: UserKey, what: Shareable, atMs: number): Promise<Card> {
    const made = await newSharedPage(store, user, what, atMs);
    return made
      ? wording.pageShared(made.page, `${address ?? ""}${made.path}`)
      : wording.tooMuchShared(MOST_SHARED);
  }

  async function stop(user: UserKey, { what, id }: Extract<SharingEffect, { kind: "stopSharing" }>) {
    const fits = (page: SharedPage): boolean =>
      id === undefined ? what === undefined || page.what === what : page.id === id;
    const pages = (await sharedPages.of(user)).filter(fits);
    if (pages.length === 0) return id === undefined ? wording.nothingShared(what) : wording.noSuchLink(id);
    await sharedPages.withdraw(
      user,
      pages.map((page) => page.id),
    );
    return wording.sharingStopped(pages);
  }

  return {
    hasPage: address !== undefined,

    async settle({ user, atMs }, effect) {
      switch (effect.kind) {
        case "sharePage":
          return share(user, effect.what, atMs);
        case "stopSharing":
          return stop(user, effect);
        case "tellShared":
          return wording.whatIsShared(await sharedPages.of(user));
      }
    },
  };
}
