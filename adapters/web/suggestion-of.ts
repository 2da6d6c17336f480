import type { Suggestion } from "../../src/conversation/person.ts";
import type { Store, UserKey } from "../../src/store/store.ts";
import { notFound } from "./problem.ts";

/** @throws Problem where it was not made to them */
export async function suggestionOf(store: Store, user: UserKey, id: string): Promise<Suggestion> {
  const made = await store.suggestion(id);
  if (made?.user.platform !== user.platform || made.user.id !== user.id)
    throw notFound(`There is no suggestion ${id} of this person.`);
  return made.suggestion;
}
