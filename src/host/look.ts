import type { State, World } from "../conversation/world.ts";
import type { ConversationId, Store, UserKey } from "../store/store.ts";
import type { Adapter } from "./adapter.ts";
import { recall, type StatesAtHand, stateOf } from "./at-hand.ts";
import { keyOf } from "./outbox.ts";
import { withPast } from "./past.ts";

export interface LookOptions {
  readonly world: World;
  readonly store: Store;
  readonly adapter: Pick<Adapter, "capabilities">;
  /** Those of the host. */
  readonly states: StatesAtHand;
}

/** Looks at where a person stands. Nothing is recorded of it, and nothing said. */
export async function look<Seen>(
  { world, store, adapter, states }: LookOptions,
  user: UserKey,
  conversation: ConversationId,
  see: (state: State) => Seen,
): Promise<Seen> {
  const standing = await recall({ world, store, adapter }, { user, conversation }, states.get(keyOf(user)));
  states.set(keyOf(user), standing);
  return withPast(store, user, (past) => see(stateOf(standing, past)));
}
