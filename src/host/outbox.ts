/**
 * What was committed is shown: at once, and where that fails again and again, at the person's next gesture, and after
 * a restart. A row leaves the store when the platform has it, so that a crash, a refusal or a missing network leaves
 * it there; its name is the same on every try, so that the platform can tell a second one from a new one.
 */
import type { Card } from "../conversation/card.ts";
import type { EventId } from "../conversation/person.ts";
import { notQuiet } from "../conversation/reminders.ts";
import * as wording from "../conversation/wording.ts";
import type { Written } from "../history/written.ts";
import type { ExportFormat } from "../intent/reading/command.ts";
import type { ConversationId, DeliveryId, Showing, Store, UserKey } from "../store/store.ts";
import type { Adapter, Destination } from "./adapter.ts";
import type { KeyedQueue } from "./keyed-queue.ts";
import { destinationOfShowing } from "./showings.ts";

/** Pauses before it is tried again; the last one holds for all that follow. */
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000];
/** What nobody could be shown for so long is of no use any more; nor what a clock that was as far ahead made. */
const KEPT_MS = 24 * 3_600_000;
/** What somebody meant to watch is asked about for so long, where they were out of reach. */
const ASKED_FOR_MS = 7 * KEPT_MS;
/** Clocks may jump: it is looked again after this at the latest. */
const LOOK_AGAIN_MS = 3_600_000;
/** Tries of a word that is not kept. */
const TRIES = 3;

export interface OutboxOptions {
  readonly store: Store;
  readonly adapter: Adapter;
  /** What is kept about a person, as a file. */
  readonly exportOf: (user: UserKey, format: ExportFormat) => Promise<Written>;
  /** Asks somebody whether they have seen a film. @throws where nothing was kept of it */
  readonly ask: (user: UserKey, reminder: Reminder) => Promise<void>;
  /** Keeps what is done for one person in order. */
  readonly queue: KeyedQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What waits for the person cannot be shown here, but maybe by another process. Default: there is none */
  readonly onLeft?: (user: UserKey) => void;
  /** Is told once of each thing that could not be shown at the first try, or will never be. */
  readonly onTrouble: (error: unknown, event: EventId) => void;
}

type What<Kind extends Showing["what"]["kind"]> = Omit<Showing, "what"> & {
  readonly what: Extract<Showing["what"], { readonly kind: Kind }>;
};
export type Reminder = What<"reminder">;

const isReminder = (showing: Showing): showing is Reminder => showing.what.kind === "reminder";

export interface Outbox {
  /** Committed by this process just now: no platform can have it yet. */
  announce(showings: readonly Showing[]): void;
  /**
   * Shows what waits for the person, in order, within the person's turn. What cannot be shown now is tried again after
   * a pause. Never fails.
   */
  show(user: UserKey, conversation?: ConversationId): Promise<void>;
  /** Shows what waits for anybody from before the start. @param dueMs and was due then; default: at any time */
  showAll(dueMs?: number): Promise<void>;
  /** Says a word that is not kept. Never fails. */
  say(destination: Destination, card: Card): Promise<void>;
  /** Tries nothing more: what waits is shown after the next start. */
  close(): void;
}

export function createOutbox({
  store,
  adapter,
  exportOf,
  ask,
  queue,
  now,
  onLeft = () => {},
  onTrouble,
}: OutboxOptions): Outbox {
  const untried = new Set<DeliveryId>();
  const told = new Set<DeliveryId>();
  const pausing = new Map<string, { readonly timer: NodeJS.Timeout; readonly pauses: number }>();
  const waking = new Map<string, NodeJS.Timeout>();
  const asking = new Set<DeliveryId>();
  let closed = false;

  const reaches = (user: UserKey): boolean =>
    adapter.capabilities.reachesAway || (adapter.isOpenTo?.(user) ?? false);

  /** Asks where it is time, else looks again when it is. */
  async function askInTime(user: UserKey, reminder: Reminder): Promise<void> {
    const { id, atMs, what } = reminder;
    if (asking.has(id)) return;
    const dueMs = Math.max(atMs, notQuiet(now(), what.quiet, what.timeZone));
    if (dueMs > now()) {
      if (adapter.capabilities.reachesAway) wake(keyOf(user), user, dueMs - now());
      return;
    }
    asking.add(id);
    try {
      if (now() - atMs <= ASKED_FOR_MS) await ask(user, reminder);
      await store.shown(id);
    } finally {
      asking.delete(id);
    }
  }

  function wake(key: string, user: UserKey, inMs: number): void {
    clearTimeout(waking.get(key));
    const timer = setTimeout(() => void queue.run(key, () => show(user)), Math.min(inMs, LOOK_AGAIN_MS));
    timer.unref();
    waking.set(key, timer);
  }

  async function send(user: UserKey, showing: What<"say" | "export">): Promise<void> {
    const { id, event, conversation, what } = showing;
    const card =
      what.kind === "say" ? what.card : wording.exported(await exportOf(user, what.format ?? "json"));
    const again = !untried.delete(id);
    const sent = await adapter.send(destinationOfShowing(user, showing, again), card);
    if (sent.kind === "refused" && !card.aside)
      onTrouble(new Error("there is no way to show an answer"), event);
    const { suggestion, evening } = card;
    if (evening !== undefined && sent.kind === "shown" && sent.message !== undefined)
      await store.evenings.posted(evening, sent.message);
    const shared = what.kind === "say" && what.shared === true;
    const carried = sent.kind === "shown" && sent.message !== undefined && suggestion !== undefined;
    await store.shown(id, carried ? { message: sent.message!, suggestion, conversation, shared } : undefined);
    told.delete(id);
  }

  function tryLater(user: UserKey): void {
    if (closed) return;
    const key = keyOf(user);
    const pauses = pausing.get(key)?.pauses ?? 0;
    const pauseMs = PAUSES_MS[Math.min(pauses, PAUSES_MS.length - 1)]!;
    const timer = setTimeout(() => void queue.run(key, () => show(user)), pauseMs);
    timer.unref();
    pausing.set(key, { timer, pauses: pauses + 1 });
  }

  async function show(user: UserKey, conversation?: ConversationId): Promise<void> {
    const key = keyOf(user);
    clearTimeout(pausing.get(key)?.timer);
    let at: Showing | undefined;
    const seen = new Set<DeliveryId>();
    try {
      for (;;) {
        const taken = await store.take(user);
        const fresh = taken.filter(({ id }) => !seen.has(id));
        for (at of fresh) {
          if (closed) return await store.letGo(user);
          seen.add(at.id);
          await showOne(user, at, conversation);
        }
        if (fresh.length > 0) continue; // more may have come meanwhile, which others left to this process
        if (taken.length === 0) break;
        await store.letGo(user);
        if ((await store.waiting(user)).every(({ id }) => seen.has(id))) break;
      }
      pausing.delete(key);
    } catch (error) {
      if (at && !told.has(at.id)) {
        told.add(at.id);
        onTrouble(error, at.event);
      }
      await store.letGo(user).then(
        () => at && onLeft(user),
        () => {}, // it is given to others after a while all the same
      );
      tryLater(user);
    }
  }

  async function showOne(user: UserKey, showing: Showing, conversation?: ConversationId): Promise<void> {
    if (!reaches(user) && showing.conversation !== conversation) return;
    if (isReminder(showing)) await askInTime(user, showing);
    else if (Math.abs(now() - showing.atMs) > KEPT_MS) await store.shown(showing.id);
    else await send(user, showing as What<"say" | "export">);
  }

  return {
    announce(showings) {
      for (const { id } of showings) untried.add(id);
    },

    show,

    async showAll(dueMs) {
      if (!adapter.capabilities.reachesAway && !adapter.isOpenTo) return;
      const users = await store.waitedFor(adapter.name, dueMs);
      await Promise.all(users.filter(reaches).map((user) => queue.run(keyOf(user), () => show(user))));
    },

    async say(destination, card) {
      for (let tried = 0; tried < TRIES && !closed; tried++) {
        try {
          await adapter.send(tried === 0 ? destination : { ...destination, again: true }, card);
          return;
        } catch (error) {
          if (tried === 0) onTrouble(error, destination.inReplyTo);
          await pause(PAUSES_MS[tried]!);
        }
      }
    },

    close() {
      closed = true;
      for (const { timer } of pausing.values()) clearTimeout(timer);
      for (const timer of waking.values()) clearTimeout(timer);
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

export const keyOf = ({ platform, id }: UserKey): string => `${platform}:${id}`;
