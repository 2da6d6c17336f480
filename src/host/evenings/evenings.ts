/** Evenings of several people: what somebody does is committed first, then what all see is drawn, and what they alone see is said. */
import { createHash } from "node:crypto";
import { deliveryId } from "../../conversation/ids.ts";
import type { World } from "../../conversation/world.ts";
import type { Reader } from "../../intent/reader.ts";
import { type KeptEvening, memberIdOf, userOf } from "../../store/evenings.ts";
import type { Store, UserKey } from "../../store/store.ts";
import { eveningCard, noEvening, whispered } from "../../together/cards.ts";
import { type Addressed, readTogether, type TogetherCommand } from "../../together/command.ts";
import { type Actor, type Decided, type Doing, decide, due, type Whisper } from "../../together/decide.ts";
import {
  type Evening,
  type EveningId,
  eveningAfter,
  type MemberId,
  newEvening,
} from "../../together/evening.ts";
import { atOneKeyboard, readLine } from "../../together/keyboard.ts";
import { LOOKING, limitsAfter } from "../../together/limits.ts";
import type { Adapter, Incoming } from "../adapter.ts";
import type { KeyedQueue } from "../keyed-queue.ts";
import type { Outbox } from "../outbox.ts";
import { keyOf } from "../outbox.ts";
import type { Redrawing } from "../redrawing.ts";
import { destinationOf } from "../showings.ts";
import { watchDue } from "./due.ts";
import { listMaker } from "./takers.ts";

/** Past this, what the rules make of the words beats a better reading later. */
const HEAR_WITHIN_MS = 4_500;
export interface EveningsOptions {
  /** Draws what all see. */
  readonly world: World;
  /** By which somebody is heard, and a list made that they ask for. */
  readonly servedTo: (user: UserKey) => { readonly world: World; readonly reader: Reader };
  readonly store: Store;
  readonly adapter: Adapter;
  readonly outbox: Outbox;
  readonly redrawing: Redrawing;
  readonly queue: KeyedQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
}

export interface EveningsHost {
  /**
   * Deals with what is about an evening; false: it is about none, and nothing was done.
   *
   * @throws where nothing was kept of it
   */
  take(incoming: Incoming, onCommitted: () => void): Promise<boolean>;
  /** Counts votes that are due, now and whenever more are. */
  watch(): void;
  close(): void;
}

/** What was done, when and where. */
interface Cause extends Pick<Incoming, "event" | "atMs" | "conversation"> {
  /** The platform's event that is answered, where one of it came to several. */
  readonly answers?: string;
}

/** What came of one command. */
interface Done {
  readonly evening: Evening;
  /** Who did it. */
  readonly member: MemberId;
  readonly whisper?: Whisper | undefined;
}

export function createEvenings(options: EveningsOptions): EveningsHost {
  const { world, servedTo, store, adapter, outbox, redrawing, queue, now, onTrouble } = options;
  const { capabilities } = adapter;
  const isAtOneKeyboard = !capabilities.buttons;
  /** One message is there for all, and is drawn again. */
  const isForAll = capabilities.buttons && !capabilities.apart;

  const stateOf = (kept: KeptEvening | undefined): Evening =>
    kept ? eveningAfter(kept.happened) : newEvening;

  async function latestIn(conversation: string): Promise<KeptEvening | undefined> {
    const id = await store.evenings.latestIn(conversation);
    return id === undefined ? undefined : store.evenings.load(id);
  }

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
      const makesList = doing.kind === "start" || doing.kind === "again";
      const makeList = makesList
        ? await listMaker({ ...options, world: servedTo(user).world }, { id, evening: before }, atMs)
        : () => NO_LIST;
      const decided = decide(before, actor, doing, atMs, makeList);
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
    const isShown = isNews && evening.phase !== "stopped" && isForAll;
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
    if (isShown) outbox.announce([showing]);
    if (evening.phase === "voting") watch.expect();
    if (isForAll && kept?.message !== undefined)
      redrawing.redraw(
        [kept.message],
        isShown ? without(eveningCard(world, id, before)) : card,
        user,
        () => undefined,
      );
    const isTold = isShown && kept !== undefined;
    return { evening, member, whisper: isTold ? undefined : whisper };
  }

  async function take(incoming: Incoming, onCommitted: () => void): Promise<boolean> {
    const { did, conversation, user } = incoming;
    if (did.kind !== "said") return false;
    const addressed = readTogether(did.text);
    if (!addressed && (!isAtOneKeyboard || OF_THE_PROGRAM.test(did.text.trim()))) return false;
    const latest = addressed?.evening === undefined ? await latestIn(conversation) : undefined;
    const evening = stateOf(latest);
    const isUnderWay = latest !== undefined && (evening.phase === "gathering" || evening.phase === "voting");
    if (isAtOneKeyboard && isUnderWay && addressed?.command.kind !== "open") {
      await atKeyboard(incoming, latest.id, evening, onCommitted);
      return true;
    }
    if (!addressed || !isMeant(addressed, isUnderWay)) return false;
    const { command } = addressed;
    const told = command.kind === "join" ? command.name : undefined;
    const name = told ?? incoming.name ?? (isAtOneKeyboard ? user.id : undefined);
    const actor = { id: memberIdOf(user), name };
    const begins = command.kind === "open" || (addressed.isSure && !isUnderWay);
    const id = begins ? eveningIdOf(incoming.event) : (addressed.evening ?? latest?.id);
    if (begins && command.kind !== "open")
      await perform(
        id!,
        actor,
        { kind: "open" },
        { ...incoming, event: `${incoming.event}/open`, answers: incoming.event },
      );
    if (id === undefined || (command.kind !== "open" && !(await isHere(id, conversation)))) {
      onCommitted();
      await outbox.say({ ...destinationOf(incoming), private: true }, noEvening());
      return true;
    }
    const done = await perform(id, actor, command, incoming);
    onCommitted();
    await outbox.show(user, conversation);
    if (!isForAll) await show(incoming, id, done);
    else if (done.whisper && command.kind !== "open") await whisper(incoming, done);
    return true;
  }

  /** Nobody acts on an evening from elsewhere: it stands in the conversation, or in a thread of it. */
  async function isHere(id: EveningId, conversation: string): Promise<boolean> {
    const stands = (await store.evenings.load(id))?.conversation;
    return (
      stands !== undefined && (capabilities.apart === true || `${stands}:`.startsWith(`${conversation}:`))
    );
  }

  async function atKeyboard(
    incoming: Incoming,
    id: EveningId,
    evening: Evening,
    onCommitted: () => void,
  ): Promise<void> {
    const { did, user } = incoming;
    const text = did.kind === "said" ? did.text.replace(/^\s{0,9}together[:,]? /i, "") : "";
    const typed = readLine(evening, text, nameOf(evening, user));
    let done: Done | undefined;
    for (const [nth, { name, command }] of typed.entries()) {
      const known = evening.members.find((one) => one.name.toLowerCase() === name.toLowerCase());
      const actor = { id: known?.id ?? memberIdOf({ ...user, id: name }), name: known?.name ?? name };
      const step = await perform(id, actor, command, { ...incoming, event: `${incoming.event}/${nth}` });
      const isTold = step.whisper !== undefined && TOLD.has(step.whisper);
      done = { ...step, whisper: isTold ? step.whisper : done?.whisper };
    }
    onCommitted();
    if (done) await show(incoming, id, done);
  }

  const nameOf = ({ members }: Evening, user: UserKey): string =>
    members.find(({ id }) => id === memberIdOf(user))?.name ?? user.id;

  async function show(
    incoming: Incoming,
    id: EveningId,
    { evening, member, whisper: word }: Done,
  ): Promise<void> {
    const drawn = eveningCard(world, id, evening);
    const card = isAtOneKeyboard ? atOneKeyboard(drawn, evening) : drawn;
    const words =
      word && (TOLD.has(word) || !isAtOneKeyboard) ? whispered(world, evening, member, word).lines : [];
    await outbox.say(destinationOf(incoming), { ...card, lines: [...words, ...card.lines] });
  }

  async function whisper(incoming: Incoming, { evening, member, whisper: word }: Done): Promise<void> {
    if (word)
      await outbox.say(
        { ...destinationOf(incoming), private: true },
        whispered(world, evening, member, word),
      );
  }

  async function count(id: EveningId): Promise<void> {
    const kept = await store.evenings.load(id);
    const evening = stateOf(kept);
    const happened = due(evening, now());
    const somebody = kept?.people[0];
    if (!kept || !somebody || happened.length === 0) return;
    const at = { id, event: `${id}:${evening.round}:over`, atMs: now(), conversation: kept.conversation };
    await commit(at, kept, { happened }, memberIdOf(somebody));
    if (isForAll) await queue.run(keyOf(somebody), () => outbox.show(somebody, kept.conversation));
  }

  const watch = watchDue({ store, platform: adapter.name, now, count, onTrouble });

  return {
    take,
    watch: watch.look,
    close: watch.close,
  };
}

/** Means the same at any time. */
const OF_THE_PROGRAM = /^(?:quit|exit|bye|goodbye|help)$/i;

const NO_LIST = { films: [], expected: new Map<string, readonly number[]>() };

/** Said aloud where all sit at one keyboard. */
const TOLD: ReadonlySet<Whisper> = new Set([
  "over",
  "nobodyIn",
  "nothingLeft",
  "notVoting",
  "oldList",
  "notUnderstood",
  "notFound",
  "named",
]);

/** What is typed without an evening being under way, and could be anything, begins none. */
const isMeant = ({ command, evening, isSure }: Addressed, isUnderWay: boolean): boolean =>
  evening !== undefined ||
  isSure === true ||
  isUnderWay ||
  !["limit", "name", "approve", "veto", "seen"].includes(command.kind);

/** Short enough for a button, and not to be guessed. */
const eveningIdOf = (event: string): EveningId =>
  createHash("sha256").update(`evening ${event}`).digest("base64url").slice(0, 10);

const without = ({ actions: _, ...card }: ReturnType<typeof eveningCard>) => card;
