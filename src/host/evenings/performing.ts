/** What somebody does on an evening is decided and committed; then what all see is drawn. */
import { deliveryId } from "../../conversation/ids.ts";
import type { World } from "../../conversation/world.ts";
import type { Reader } from "../../intent/reader.ts";
import { type KeptEvening, memberIdOf, userOf } from "../../store/evenings.ts";
import type { Store, UserKey } from "../../store/store.ts";
import { eveningCard } from "../../together/cards.ts";
import type { TogetherCommand } from "../../together/command.ts";
import {
  type Actor,
  type Decided,
  type Doing,
  decide,
  due,
  type Making,
  type Whisper,
} from "../../together/decide.ts";
import {
  type Evening,
  type EveningId,
  eveningAfter,
  type MemberId,
  memberOf,
  newEvening,
} from "../../together/evening.ts";
import { LOOKING, limitsAfter } from "../../together/limits.ts";
import type { Adapter, Incoming } from "../adapter.ts";
import { keyOf, type Outbox } from "../outbox.ts";
import type { Redrawing } from "../redrawing.ts";
import { makingOf } from "./takers.ts";

/** Past this, what the rules make of the words beats a better reading later. */
const HEAR_WITHIN_MS = 4_500;

export interface PerformingOptions {
  /** Draws what all see. */
  readonly world: World;
  /** By which somebody is heard, and a list made that they ask for. */
  readonly servedTo: (user: UserKey) => { readonly world: World; readonly reader: Reader };
  readonly store: Store;
  readonly adapter: Adapter;
  readonly outbox: Outbox;
  readonly redrawing: Redrawing;
}

/** What was done, when and where. */
export interface Cause extends Pick<Incoming, "event" | "atMs" | "conversation"> {
  /** The platform's event that is answered, where one of it came to several. */
  readonly answers?: string;
}

/** What came of one command. */
export interface Done {
  readonly evening: Evening;
  /** Who did it. */
  readonly member: MemberId;
  readonly whisper?: Whisper | undefined;
}

export interface Performing {
  /** @throws where nothing was kept of it */
  perform(id: EveningId, actor: Actor, command: TogetherCommand, cause: Cause): Promise<Done>;
  /** Counts the votes if their time is over, and tells whose turn it is shown in. */
  count(
    id: EveningId,
    atMs: number,
  ): Promise<{ readonly user: UserKey; readonly conversation: string } | undefined>;
}

/** One message is there for all, and is drawn again. */
export const isForAll = ({ buttons, apart }: Adapter["capabilities"]): boolean => buttons && !apart;

export const stateOf = (kept: KeptEvening | undefined): Evening =>
  kept ? eveningAfter(kept.happened) : newEvening;

/** @param onVoting told that votes are open, until when may be new */
export function createPerforming(options: PerformingOptions, onVoting: () => void): Performing {
  const { world, servedTo, store, adapter, outbox, redrawing } = options;

  /** What titles and words mean is found out before it is decided what happens. */
  async function doingOf(command: TogetherCommand, evening: Evening, user: UserKey): Promise<Doing> {
    const served = servedTo(user);
    if (command.kind === "limit") {
      const signal = AbortSignal.timeout(HEAR_WITHIN_MS);
      const listened = await served.reader.hear(command.text, signal, keyOf(user));
      return { kind: "limit", wish: limitsAfter(served.world, evening.wish, listened(LOOKING)) };
    }
    if (command.kind !== "name") return command;
    const found = command.titles.map((title) => ({ title, match: served.world.catalog.find(title) }));
    return {
      kind: "name",
      movies: found.flatMap(({ match }) => (match.kind === "one" ? [match.movie.id] : [])),
      lost: found.flatMap(({ title, match }) => (match.kind === "one" ? [] : [title])),
    };
  }

  /** Computes again where somebody else did something meanwhile. */
  async function perform(
    id: EveningId,
    actor: Actor,
    command: TogetherCommand,
    { event, atMs, conversation, answers = event }: Cause,
  ): Promise<Done> {
    const user = userOf(actor.id);
    for (;;) {
      const kept = await store.evenings.load(id);
      const before = stateOf(kept);
      const doing = await doingOf(command, before, user);
      const makes = doing.kind === "start" || doing.kind === "again" || doing.kind === "compare";
      const making = makes
        ? await makingOf(
            { ...options, world: servedTo(user).world },
            { id, evening: withActor(before, actor, atMs) },
            atMs,
          )
        : NOTHING_MADE;
      const decided = decide(before, actor, doing, atMs, making);
      const at = { id, event, answers, atMs, conversation: kept?.conversation ?? conversation };
      const done = await commit(at, kept, decided, actor.id);
      if (done) return done;
    }
  }

  /** Undefined where it is to be computed again. */
  async function commit(
    { id, event, answers = event, atMs, conversation }: Cause & { readonly id: EveningId },
    kept: KeptEvening | undefined,
    { happened, whisper }: Decided,
    member: MemberId,
  ): Promise<Done | undefined> {
    const user = userOf(member);
    const before = stateOf(kept);
    const evening = eveningAfter(happened, before);
    const base = kept ?? { id, conversation, revision: 0, happened: [], people: [] };
    if (happened.length === 0) return { evening, member, whisper };
    const isNews = kept === undefined || evening.phase !== before.phase;
    const isShown = isNews && evening.phase !== "stopped" && isForAll(adapter.capabilities);
    const card = eveningCard(world, id, evening);
    const showing = {
      id: deliveryId(event, 0),
      event: answers,
      conversation,
      atMs,
      private: false,
      what: { kind: "say", card },
    } as const;
    const outcome = await store.evenings.commit({
      evening: id,
      conversation,
      user,
      event,
      atMs,
      revision: base.revision,
      happened,
      ...(evening.phase === "voting" && { endsMs: evening.endsMs }),
      ...(isShown && { showing: { to: user, what: showing } }),
    });
    if (outcome === "conflict") return undefined;
    if (outcome === "duplicate") return { evening: before, member };
    const people = new Set([...before.members, ...evening.members].map((one) => one.id));
    adapter.eveningWentOn?.(id, [...people].map(userOf));
    if (isShown) outbox.announce([showing]);
    if (evening.phase === "voting") onVoting();
    if (isForAll(adapter.capabilities) && kept?.message !== undefined)
      redrawing.redraw(
        [kept.message],
        isShown ? without(eveningCard(world, id, before)) : card,
        user,
        () => undefined,
      );
    const isTold = isShown && kept !== undefined;
    return { evening, member, whisper: isTold ? undefined : whisper };
  }

  async function count(id: EveningId, atMs: number) {
    const kept = await store.evenings.load(id);
    const evening = stateOf(kept);
    const happened = due(evening, atMs);
    const somebody = kept?.people[0];
    if (!kept || !somebody || happened.length === 0) return undefined;
    const { conversation } = kept;
    const at = { id, event: `${id}:${evening.round}:over`, atMs, conversation };
    await commit(at, kept, { happened }, memberIdOf(somebody));
    return { user: somebody, conversation };
  }

  return { perform, count };
}

/** Somebody who does something is in from then on. */
const withActor = (evening: Evening, { id, name = "" }: Actor, atMs: number): Evening =>
  memberOf(evening, id)
    ? evening
    : eveningAfter([{ member: id, atMs, event: { kind: "joined", name } }], evening);

const NOTHING_MADE: Making = {
  list: () => ({ films: [], expected: new Map() }),
  comparison: () => [],
};

const without = ({ actions: _, ...card }: ReturnType<typeof eveningCard>) => card;
