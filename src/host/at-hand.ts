/** What is at hand of people whom this process has just talked with: bounded for each, however long their past. */
import { LRUCache } from "lru-cache";
import { type Dialogue, newDialogue } from "../conversation/dialogue.ts";
import { seedOf } from "../conversation/ids.ts";
import { lastingAfter } from "../conversation/lasting-log.ts";
import type { Past, Person } from "../conversation/person.ts";
import { caughtUp, newcomer } from "../conversation/remember.ts";
import { packed, unpacked } from "../conversation/snapshot.ts";
import type { State, World } from "../conversation/world.ts";
import type { Change, ConversationId, Revision, Store } from "../store/store.ts";
import type { Adapter, Incoming } from "./adapter.ts";

/** After so many words and suggestions a snapshot is kept with the next: a restart folds no more than these. */
const SNAPSHOT_EVERY = 128;

/** Where a person stood after the event that is the revision. */
export interface StateAtHand extends Pick<Person, "seed" | "taste" | "away" | "lasting"> {
  readonly revision: Revision;
  /** Of the recommender that the taste belongs to: under another it is folded again. */
  readonly version: string;
  /** The one talked in last. */
  readonly conversation: ConversationId;
  readonly dialogue: Dialogue;
  /** How much was said and shown since the snapshot that is kept, or more. */
  readonly sinceSnapshot: number;
}

/** The states of people who talked lately, by platform and id. */
export interface StatesAtHand {
  get(key: string): StateAtHand | undefined;
  set(key: string, state: StateAtHand): unknown;
  clear(): void;
}

/** People whose state is kept at hand: some 0.4 MB each of 10,000 movies in 128 dimensions, however much they said. */
const STATES_AT_HAND = 64;

export const statesAtHand = (): StatesAtHand => new LRUCache<string, StateAtHand>({ max: STATES_AT_HAND });

interface Recalling {
  readonly world: World;
  readonly store: Store;
  readonly adapter: Pick<Adapter, "capabilities">;
}

/** As the conversation sees it. */
export function stateOf({ seed, taste, away, lasting, dialogue }: StateAtHand, past: Past): State {
  return { person: { seed, taste, away, lasting, past, log: [], suggestions: [] }, dialogue };
}

/**
 * The person and the dialogue: at hand where nothing was committed since, else as the store has them. A window goes on
 * from what stands on its own screen, as long as the person is remembered; one that is opened, from where the last one
 * was left.
 */
export async function recall(
  { world, store, adapter }: Recalling,
  { user, conversation }: Pick<Incoming, "user" | "conversation">,
  atHand?: StateAtHand,
): Promise<StateAtHand> {
  const { recommender } = world;
  const { version } = recommender;
  if (atHand && atHand.version === version && atHand.revision === (await store.revision(user))) {
    if (atHand.conversation === conversation) return atHand;
    const dialogue = (await store.dialogue(user, conversation)) ?? newDialogue;
    return { ...atHand, conversation, dialogue };
  }
  const kept = await store.load(user, conversation, version);
  const resumed = kept.snapshot && unpacked(recommender, kept.snapshot);
  const isUnreadable = kept.snapshot !== undefined && resumed === undefined;
  const {
    revision,
    log,
    suggestions,
    refusals,
    dialogue = newDialogue,
  } = isUnreadable ? await store.load(user, conversation) : kept;
  const onScreen =
    adapter.capabilities.windows && revision !== null && atHand?.conversation === conversation
      ? atHand.dialogue
      : dialogue;
  const seed = seedOf(`${user.platform}:${user.id}`);
  const { taste, away } = caughtUp(recommender, resumed ?? newcomer(recommender), { log, suggestions });
  const sinceSnapshot = log.length + suggestions.length;
  const lasting = lastingAfter(refusals);
  return { revision, version, conversation, dialogue: onScreen, seed, taste, away, lasting, sinceSnapshot };
}

/** After an event, and the snapshot to be kept with it where it is time for one. */
export function afterEvent(
  { recommender }: World,
  before: StateAtHand,
  event: Revision,
  { person, dialogue }: State,
): { readonly atHand: StateAtHand } & Pick<Change, "snapshot"> {
  const { taste, away, lasting, log, suggestions } = person;
  const sinceSnapshot = before.sinceSnapshot + log.length + suggestions.length;
  const known = sinceSnapshot < SNAPSHOT_EVERY ? undefined : packed(recommender, person);
  return {
    atHand: {
      ...before,
      revision: event,
      dialogue,
      taste,
      away,
      lasting,
      sinceSnapshot: known ? 0 : sinceSnapshot,
    },
    ...(known && { snapshot: { version: recommender.version, known } }),
  };
}
