import { afterEach } from "vitest";
import { newDialogue } from "../../conversation/dialogue.ts";
import type { Change, Store, UserKey } from "../store.ts";

/** Opens stores for the tests around the call, each of which finds those before it closed. */
export function openedStores(open: () => Promise<Store>): () => Promise<Store> {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  return async () => {
    const store = await open();
    opened.push(store);
    return store;
  };
}

/** What follows from where somebody stands: a change of nothing but what is given. */
export async function following(
  store: Store,
  user: UserKey,
  given: Pick<Change, "event"> & Partial<Change>,
): Promise<Change> {
  return {
    user,
    conversation: `${user.platform}:${user.id}`,
    atMs: 5,
    revision: await store.revision(user),
    entries: [],
    suggestions: [],
    embedding: { modelVersion: "one", values: Float64Array.of(1) },
    dialogue: newDialogue,
    showings: [],
    ...given,
  };
}
