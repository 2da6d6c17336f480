/**
 * Reactions that people put under the latest cards, or took away there, while nobody listened: what stands under a
 * message is held against what is known of it, and the difference is taken in as if it had been heard.
 */
import { isVerdict } from "../conversation/event.ts";
import type { PostedSuggestion, StandingReaction, Store, UserKey } from "../store/store.ts";
import type { Adapter, Incoming, Reaction } from "./adapter.ts";

/** How far back, and how many of the latest cards are looked at: one call each, in the background. */
const SINCE_MS = 3 * 24 * 3_600_000;
const MOST = 200;
/** A card whose reactions change while it is looked at is looked at again. */
const LOOKS = 3;

export interface CatchUpOptions {
  readonly store: Store;
  readonly adapter: Adapter;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Deals with what was missed, in the person's turn, if it counts by then. */
  readonly take: (incoming: Incoming, counts: () => Promise<boolean>) => Promise<void>;
  /** How many reactions on this message were heard so far: tells whether one came in meanwhile. */
  readonly heardOn: (message: string) => number;
  readonly isStopped: () => boolean;
  /** Is told of a card that could not be looked at. */
  readonly onTrouble: (error: unknown) => void;
}

export async function catchUp(options: CatchUpOptions): Promise<void> {
  const { store, adapter, now, take, isStopped, onTrouble } = options;
  if (!adapter.review) return;
  for (const posted of await store.postedSince(adapter.name, now() - SINCE_MS, MOST)) {
    if (isStopped()) return;
    try {
      for (const { incoming, counts } of await missedOn(options, posted)) await take(incoming, counts);
    } catch (error) {
      onTrouble(error);
    }
  }
}

interface Missed {
  readonly incoming: Incoming;
  readonly counts: () => Promise<boolean>;
}

/**
 * No platform tells when a reaction was put: what is new here may be what somebody left standing who was forgotten
 * since. So a reaction counts on cards that were made while the person was known: whoever was forgotten is not known,
 * or only from their return on, and no note of the forgetting has to be kept. (It costs what newcomers do, while nobody
 * listens, to cards made before they came.)
 */
async function missedOn(
  { store, adapter, now, heardOn }: CatchUpOptions,
  posted: PostedSuggestion & { readonly owner: UserKey; readonly atMs: number },
): Promise<Missed[]> {
  const { message, suggestion, conversation, owner } = posted;
  const wasKnown = async ({ user }: Reaction) =>
    ((await store.knownSince(user)) ?? Number.POSITIVE_INFINITY) <= posted.atMs;
  const isStillKnown = async (one: Reaction) => (await store.reactions(message)).some(isSame(one));
  for (let look = 0; look < LOOKS; look++) {
    const before = heardOn(message);
    const there = await adapter.review!({ message, suggestion, owner });
    if (!there) return [];
    const known = await store.reactions(message);
    if (heardOn(message) !== before) continue;
    const { added, removed } = difference(there, known);
    const atMs = now();
    const incoming = (
      kind: "gestured" | "gestureTakenBack",
      { user, gesture }: Reaction,
      mark: string,
    ): Incoming => ({
      user,
      conversation,
      event: `${message}:${user.id}:${gesture}:${mark}`,
      atMs,
      did: { kind, gesture, on: { message } }, // what it carries may have been forgotten since
    });
    return [
      ...removed.map((one) => ({
        incoming: incoming("gestureTakenBack", one, `gone-${one.atMs}`),
        counts: () => isStillKnown(one),
      })),
      ...added.map((one) => ({
        incoming: incoming("gestured", one, `stands-${atMs}`),
        counts: () => wasKnown(one),
      })),
    ];
  }
  return [];
}

/**
 * What stands and is not known, and what is known and does not stand. Of verdicts of one person that contradict each
 * other nobody can tell the order: where more than one is new, none is taken.
 */
export function difference(
  there: readonly Reaction[],
  known: readonly StandingReaction[],
): { readonly added: readonly Reaction[]; readonly removed: readonly StandingReaction[] } {
  const isNew = (one: Reaction) => !known.some(isSame(one));
  const contradicted = (one: Reaction) =>
    isVerdict(one.gesture) &&
    there.some(
      (other) =>
        other.user.id === one.user.id &&
        isVerdict(other.gesture) &&
        other.gesture !== one.gesture &&
        isNew(other),
    );
  return {
    added: there.filter((one) => isNew(one) && !contradicted(one)),
    removed: known.filter((one) => !there.some(isSame(one))),
  };
}

const isSame = (a: Reaction) => (b: Reaction) =>
  a.gesture === b.gesture && a.user.id === b.user.id && a.user.platform === b.user.platform;
