import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { FilmDetailsSource } from "../catalog/film-details.ts";
import type { EventId } from "../conversation/person.ts";
import * as wording from "../conversation/wording.ts";
import type { World } from "../conversation/world.ts";
import { type Reader, readerBy } from "../intent/reader.ts";
import { createReading, LONGEST_SAID } from "../intent/reading/read.ts";
import type { Signals } from "../store/signals.ts";
import type { Store, UserKey } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { Adapter, Incoming } from "./adapter.ts";
import { type StatesAtHand, statesAtHand } from "./at-hand.ts";
import { catchUp } from "./catch-up.ts";
import { type Allowance, doorkeeper } from "./doorkeeper.ts";
import { createEvenings } from "./evenings/evenings.ts";
import { handle, type KeptTurn } from "./handle.ts";
import type { Inbox } from "./inbox.ts";
import { keyedQueue } from "./keyed-queue.ts";
import type { Limiters } from "./limiters.ts";
import { createLinking } from "./linking.ts";
import { createOutbox, keyOf } from "./outbox.ts";
import { createRedrawing } from "./redrawing.ts";
import { createSafekeeping } from "./safekeeping.ts";
import { createSharing } from "./sharing.ts";
import { destinationOf } from "./showings.ts";
import { withFilmDetails } from "./with-film-details.ts";

export type { Allowance } from "./doorkeeper.ts";

/** Messages of which is known how many reactions were heard. */
const MESSAGES_HEARD_OF = 10_000;

export interface HostOptions {
  readonly world: World;
  readonly store: Store;
  /** Hears what people say. Default: one that understands commands and titles only */
  readonly reader?: Reader;
  /** What a turn of somebody goes by, asked once a turn. Default: `world` and `reader`, for all. */
  readonly servedTo?: (user: UserKey) => { readonly world: World; readonly reader: Reader };
  readonly adapter: Adapter;
  /** Where films are looked up besides. Absent: nowhere. */
  readonly details?: FilmDetailsSource | undefined;
  /** For so long a card waits for what is looked up there. Default: 600 */
  readonly detailsWithinMs?: number | undefined;
  /**
   * Is told of what went wrong, once each, and with which event: a bug, a broken disk, a platform out of reach. The
   * person is told where nothing was kept of it; what was kept is shown to them when the platform is back.
   */
  readonly onError: (error: unknown, about: About) => void;
  /** Milliseconds since 1970. Default: Date.now */
  readonly now?: () => number;
  /** Is told of every event that was dealt with, and how long it took. */
  readonly onHandled?: (incoming: Incoming, elapsedMs: number) => void;
  /** Is told of every turn that was committed, for others to be learned from. */
  readonly onKept?: ((turn: KeptTurn) => void) | undefined;
  /** What is at hand of people, where others look at it as well. Default: of its own. */
  readonly states?: StatesAtHand;
  /** How much one person may say; reactions and buttons are never turned away. Default: as much as they like. */
  readonly allowance?: Allowance;
  /** Count for all processes that share the store. Default: for this one */
  readonly limiters?: Limiters | undefined;
  /** To other processes that share the store. Absent: there are none */
  readonly signals?: Signals | undefined;
  /** Where what came in is kept until it can be committed; closed with the host. Absent: it is lost where the process is killed before. */
  readonly inbox?: Inbox;
  /** Where people find the web page: "https://matinee.example.org". Absent: nowhere, or on the platform itself */
  readonly pageAddress?: string | undefined;
}

/** What was being done. */
export interface About {
  readonly event?: EventId;
  readonly doing: Incoming["did"]["kind"] | "showing" | "redrawing" | "catching up" | "keeping";
}

/** What was begun is finished within this time, or given up: what was committed is shown after the next start. */
const STOP_WITHIN_MS = 3_500;

/** Told to other processes of somebody for whom something waits, which this one cannot show them. */
const LEFT = "left";
const userSchema = z.object({ platform: z.string(), id: z.string() });

/** So often it is looked whether another process that is gone has left something to be shown. */
const LOOK_AROUND_MS = 30_000;

/** Brings a platform, the conversation and the memory together. */
export interface Host {
  /** Resolves once the adapter is listening. */
  start(): Promise<void>;
  /** Takes no more events in, and resolves when those begun are finished. */
  stop(): Promise<void>;
}

export function createHost({
  world,
  store,
  reader = readerBy(createReading({ catalog: world.catalog })),
  servedTo = () => ({ world, reader }),
  adapter: platform,
  details,
  detailsWithinMs,
  onError,
  onHandled,
  onKept,
  allowance,
  limiters,
  signals,
  inbox,
  pageAddress,
  states = statesAtHand(),
  now = Date.now,
}: HostOptions): Host {
  const adapter = withFilmDetails(platform, { details, withinMs: detailsWithinMs, catalog: world.catalog });
  const queue = keyedQueue();
  const heard = new LRUCache<string, number>({ max: MESSAGES_HEARD_OF });
  const outbox = createOutbox({
    store,
    adapter,
    exportOf: async (user, format) => {
      const { written } = await import("../history/written.ts"); // so that no start waits for it
      return written(world.catalog, await store.export(user), format);
    },
    ask: (user, { id, conversation, what: { movie, meantMs } }) =>
      handle(dealingFor(user), {
        user,
        conversation,
        event: `reminder:${id}`,
        atMs: now(),
        private: true,
        did: { kind: "reminded", movie, meantMs },
      }),
    queue,
    now,
    onLeft: (user) => adapter.isOpenTo && signals?.tell(LEFT, user),
    onTrouble: (error, event) => {
      if (!stopped) onError(error, { event, doing: "showing" });
    },
  });
  signals?.on(LEFT, (told) => {
    const user = userSchema.safeParse(told).data;
    if (!user || stopped || user.platform !== adapter.name || !adapter.isOpenTo?.(user)) return;
    void queue.run(keyOf(user), () => outbox.show(user));
  });
  const redrawing = createRedrawing(adapter, (error) => {
    if (!stopped) onError(error, { doing: "redrawing" });
  });
  const linking = createLinking(store, limiters);
  const sharing = createSharing(store, pageAddress ?? (adapter.isPage ? "" : undefined));
  const dealingFor = (user: UserKey) => ({
    ...servedTo(user),
    store,
    adapter,
    onKept,
    outbox,
    redrawing,
    linking,
    sharing,
    states,
    details,
  });
  const evenings = createEvenings({
    world,
    servedTo,
    store,
    adapter,
    outbox,
    redrawing,
    queue,
    now,
    note: (incoming) => handle(dealingFor(incoming.user), incoming),
    onTrouble: (error) => {
      if (!stopped) onError(error, { doing: "catching up" });
    },
  });
  const safekeeping = createSafekeeping(inbox, now, (error, event) =>
    onError(error, { event, doing: "keeping" }),
  );
  const isWelcome = allowance ? doorkeeper(outbox, allowance, limiters) : async () => true;
  let stopped = false;
  let catchingUp: Promise<void> | undefined;

  /** True unless it is to be dealt with by the next process. */
  async function deal(incoming: Incoming, onCommitted: () => void): Promise<boolean> {
    const startedMs = performance.now();
    try {
      if (!(await evenings.take(incoming, onCommitted)))
        await handle(dealingFor(incoming.user), incoming, onCommitted);
      onHandled?.(incoming, performance.now() - startedMs);
    } catch (error) {
      onError(error, { event: incoming.event, doing: incoming.did.kind });
      await outbox.say(
        destinationOf(incoming),
        wording.failed(error instanceof StoreError ? error.kept : "no"),
      );
      return !stopped;
    }
    return true;
  }

  /** Turns take their time: between any two of them it is heard what came in meanwhile, and acknowledged. */
  let breath: Promise<void> = Promise.resolve();
  const breathe = (): Promise<void> => {
    breath = breath.then(() => setImmediate());
    return breath;
  };

  /** @param when it may begin; what it rejects with is thrown */
  async function take(incoming: Incoming, when: Promise<void>, onCommitted: () => void): Promise<boolean> {
    let isDealtWith = false;
    await queue.run(keyOf(incoming.user), async () => {
      await when;
      isDealtWith = await deal(incoming, onCommitted);
    });
    return isDealtWith;
  }

  const onIncoming = (arrived: Incoming): Promise<void> => {
    const incoming = atReadableLength(arrived);
    const { did } = incoming;
    const message = "on" in did ? did.on.message : undefined;
    if (message !== undefined) heard.set(message, (heard.get(message) ?? 0) + 1);
    return safekeeping.during(
      incoming,
      async (onCommitted) => !(await isWelcome(incoming)) || take(incoming, breathe(), onCommitted),
    );
  };

  const takeMissed = (incoming: Incoming, counts: () => Promise<boolean>): Promise<void> =>
    queue.run(keyOf(incoming.user), async () => {
      if (await counts()) await deal(incoming, () => {});
    });

  /** What an earlier process left: before anything that comes in from now on. */
  const takeLeft = (incoming: Incoming, listening: Promise<void>): void => {
    const taken = safekeeping.during(incoming, (onCommitted) => take(incoming, listening, onCommitted));
    taken.catch(() => {}); // the platform could not be started: it stays where it is
  };

  /** What happened while nobody listened, one after the other and in the background. */
  async function afterAbsence(): Promise<void> {
    const onTrouble = (error: unknown) => {
      if (!stopped) onError(error, { doing: "catching up" });
    };
    try {
      await outbox.showAll();
      evenings.watch();
      await catchUp({
        store,
        adapter,
        now,
        take: takeMissed,
        heardOn: (message) => heard.get(message) ?? 0,
        isStopped: () => stopped,
        onTrouble,
      });
    } catch (error) {
      onTrouble(error);
    }
  }

  async function lookAround(): Promise<void> {
    try {
      await outbox.showAll(now());
      evenings.watch();
    } catch (error) {
      if (!stopped) onError(error, { doing: "catching up" });
    }
  }
  let around: NodeJS.Timeout | undefined;

  const lookBack = (): void => {
    catchingUp = (catchingUp ?? Promise.resolve()).then(afterAbsence);
  };

  return {
    async start() {
      const left = await safekeeping.left();
      const listening = Promise.resolve().then(() =>
        adapter.start(onIncoming, lookBack, safekeeping.untilSafe),
      );
      for (const incoming of left) takeLeft(incoming, listening);
      await listening;
      lookBack();
      if (store.isShared) around = setInterval(lookAround, LOOK_AROUND_MS).unref();
    },
    async stop() {
      stopped = true;
      clearInterval(around);
      const finished = async () => {
        await adapter.stop();
        await queue.idle();
        await redrawing.idle();
        await catchingUp;
      };
      await withinMs(STOP_WITHIN_MS, finished());
      evenings.close();
      outbox.close();
      await inbox?.close();
    },
  };
}

/** Before anybody looks at a text, however long it came. */
function atReadableLength(incoming: Incoming): Incoming {
  const { did } = incoming;
  if (did.kind !== "said" || did.text.length <= LONGEST_SAID) return incoming;
  return { ...incoming, did: { kind: "said", text: did.text.slice(0, LONGEST_SAID + 1) } };
}

async function withinMs(ms: number, doing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([doing, tooLong]);
  clearTimeout(timer);
}
