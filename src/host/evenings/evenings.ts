/** Evenings of several people: what somebody does is committed first, then what all see is drawn, and what they alone see is said. */
import { createHash } from "node:crypto";
import { deliveryId, togetherEvent } from "../../conversation/ids.ts";
import { type KeptEvening, memberIdOf, userOf } from "../../store/evenings.ts";
import type { UserKey } from "../../store/store.ts";
import { eveningCard, noEvening, whispered } from "../../together/cards.ts";
import { type Addressed, readTogether, type TogetherCommand } from "../../together/command.ts";
import type { Whisper } from "../../together/decide.ts";
import { ballotOf, type Evening, type EveningId } from "../../together/evening.ts";
import { atOneKeyboard, readLine } from "../../together/keyboard.ts";
import { resultOf } from "../../together/result.ts";
import type { Incoming } from "../adapter.ts";
import { recall } from "../at-hand.ts";
import type { KeyedQueue } from "../keyed-queue.ts";
import { keyOf } from "../outbox.ts";
import { destinationOf } from "../showings.ts";
import { watchDue } from "./due.ts";
import { createPerforming, type Done, isForAll, type PerformingOptions, stateOf } from "./performing.ts";

export interface EveningsOptions extends PerformingOptions {
  readonly queue: KeyedQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Notes what somebody said of a film, beside any conversation. @throws where it was not kept */
  readonly note: (incoming: Incoming) => Promise<void>;
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

export function createEvenings(options: EveningsOptions): EveningsHost {
  const { world, store, adapter, outbox, queue, now, note, onTrouble } = options;
  const { capabilities } = adapter;
  const isAtOneKeyboard = !capabilities.buttons;
  const { perform, count } = createPerforming(options, () => watch.expect());
  const watch = watchDue({ store, platform: adapter.name, now, count: countDue, onTrouble });

  async function latestIn(conversation: string): Promise<KeptEvening | undefined> {
    const id = await store.evenings.latestIn(conversation);
    return id === undefined ? undefined : store.evenings.load(id);
  }

  async function take(incoming: Incoming, onCommitted: () => void): Promise<boolean> {
    const { did, conversation, user } = incoming;
    const isOpened = isAtOneKeyboard && did.kind === "opened";
    if (did.kind !== "said" && !isOpened) return false;
    const text = did.kind === "said" ? did.text.trim() : "";
    const addressed = readTogether(text);
    if (!addressed && (!isAtOneKeyboard || OF_THE_PROGRAM.test(text))) return false;
    const latest = addressed?.evening === undefined ? await latestIn(conversation) : undefined;
    const evening = stateOf(latest);
    const isUnderWay = latest !== undefined && (evening.phase === "gathering" || evening.phase === "voting");
    if (isAtOneKeyboard && isUnderWay && !isLeft(latest, incoming.atMs)) {
      if (isOpened || addressed?.command.kind === "open") {
        onCommitted();
        await show(incoming, latest.id, { evening, member: memberIdOf(user) });
      } else await atKeyboard(incoming, latest.id, evening, onCommitted);
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
    await noteSaid(incoming, command, done);
    await notePicked(id, done.evening, incoming);
    onCommitted();
    await outbox.show(user, conversation);
    if (!isForAll(capabilities)) await show(incoming, id, done);
    if (isForAll(capabilities) ? command.kind !== "open" : !isAtOneKeyboard) await whisper(incoming, done);
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
      const by = { ...incoming, event: `${incoming.event}/${nth}` };
      const step = await perform(id, actor, command, by);
      await noteSaid(by, command, step);
      const isTold = step.whisper !== undefined && TOLD.has(step.whisper);
      done = { ...step, whisper: isTold ? step.whisper : done?.whisper };
    }
    if (done) await notePicked(id, done.evening, incoming);
    onCommitted();
    if (done) await show(incoming, id, done);
  }

  const nameOf = ({ members }: Evening, user: UserKey): string =>
    members.find(({ id }) => id === memberIdOf(user))?.name ?? user.id;

  /** What somebody presses of a film they have said of it, as anywhere else: as their ballot has it by now. */
  async function noteSaid(
    { event, atMs, conversation }: Incoming,
    { kind }: TogetherCommand,
    { evening, member, whisper: word = "ballot" }: Done,
  ): Promise<void> {
    if ((kind !== "seen" && kind !== "veto") || word !== "ballot") return;
    const { seen, vetoed } = ballotOf(evening, member);
    const holds = (film: number) => (kind === "seen" ? seen.includes(film) : vetoed === film);
    const did = {
      kind: "saidTogether",
      verdict: kind === "seen" ? "seen" : "skip",
      of: evening.films.filter((_, film) => holds(film)),
      notOf: evening.films.filter((_, film) => !holds(film)),
    } as const;
    await note({ user: userOf(member), conversation, event: togetherEvent(event), atMs, did });
  }

  /** Whoever was in on it is asked tomorrow whether they have seen it, where they want that. */
  async function notePicked(
    id: EveningId,
    evening: Evening,
    { atMs, conversation }: Pick<Incoming, "atMs" | "conversation">,
  ): Promise<void> {
    const movie = evening.phase === "closed" ? resultOf(evening).pick : undefined;
    if (movie === undefined) return;
    const event = togetherEvent(`${id}:${evening.round}:picked`);
    for (const user of evening.members.map((one) => userOf(one.id))) {
      const { lasting } = await recall(options, { user, conversation });
      const did = { kind: "pickedTogether", movie } as const;
      if (lasting.reminds === true) await note({ user, conversation, event, atMs, did });
    }
  }

  async function show(
    incoming: Incoming,
    id: EveningId,
    { evening, member, whisper: word }: Done,
  ): Promise<void> {
    const drawn = eveningCard(world, id, evening);
    const card = isAtOneKeyboard ? atOneKeyboard(drawn, evening) : drawn;
    const isTold = isAtOneKeyboard && word && TOLD.has(word);
    const words = isTold ? whispered(world, evening, member, word).lines : [];
    await outbox.say(destinationOf(incoming), { ...card, lines: [...words, ...card.lines] });
  }

  async function whisper(incoming: Incoming, { evening, member, whisper: word }: Done): Promise<void> {
    if (!word) return;
    const delivery = deliveryId(incoming.event, "whisper");
    await outbox.say(
      { ...destinationOf(incoming), private: true, delivery },
      whispered(world, evening, member, word),
    );
  }

  async function countDue(id: EveningId): Promise<void> {
    const counted = await count(id, now());
    if (counted) await notePicked(id, stateOf(await store.evenings.load(id)), { ...counted, atMs: now() });
    if (counted && isForAll(capabilities))
      await queue.run(keyOf(counted.user), () => outbox.show(counted.user, counted.conversation));
  }

  return {
    take,
    watch: watch.look,
    close: watch.close,
  };
}

/** As long as anything that was asked for holds. */
const LEFT_AFTER_MS = 6 * 3_600_000;

/** Nobody has sat at the keyboard for so long that the next line is hardly of that evening. */
const isLeft = ({ happened }: KeptEvening, atMs: number): boolean =>
  atMs - (happened.at(-1)?.atMs ?? 0) > LEFT_AFTER_MS;

/** Means the same at any time. */
const OF_THE_PROGRAM = /^(?:quit|exit|bye|goodbye|help)$/i;

/** Said aloud where all sit at one keyboard. */
const TOLD: ReadonlySet<Whisper> = new Set([
  "over",
  "nobodyIn",
  "oneAlone",
  "twoOnly",
  "agreed",
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
