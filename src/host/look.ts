import type { State, World } from "../conversation/world.ts";
import type { ConversationId, Store, UserKey } from "../store/store.ts";
import type { Adapter } from "./adapter.ts";
import { recall, type StatesAtHand, stateOf } from "./at-hand.ts";
import { keyOf } from "./outbox.ts";
import { withPast } from "./past.ts";

export interface LookOptions {
  /** What the person is served by. */
  readonly worldOf: (user: UserKey) => World;
  readonly store: Store;
  readonly adapter: Pick<Adapter, "capabilities">;
  /** Those of the host. */
  readonly states: StatesAtHand;
}

/** Looks at where a person stands, in the world that they stand in. Nothing is recorded of it, and nothing said. */
export async function look<Seen>(
  { worldOf, store, adapter, states }: LookOptions,
  user: UserKey,
  conversation: ConversationId,
  see: (state: State, world: World) => Seen,
): Promise<Seen> {
  const world = worldOf(user);
  const standing = await recall({ world, store, adapter }, { user, conversation }, states.get(keyOf(user)));
  states.set(keyOf(user), standing);
  return withPast(store, user, (past) => see(stateOf(standing, past), world));
}
