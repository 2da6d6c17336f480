/** From what somebody does on an evening to what happened by it. */
import type { Wish } from "../conversation/wish.ts";
import type { TogetherCommand } from "./command.ts";
import {
  ballotOf,
  type Compared,
  type Evening,
  type EveningEvent,
  eveningAfter,
  type Happened,
  type MemberId,
  memberOf,
  pressOf,
} from "./evening.ts";
import type { ShortList } from "./short-list.ts";

/** Somebody who does something. */
export interface Actor {
  readonly id: MemberId;
  /** Absent: not told this time. */
  readonly name?: string | undefined;
}

export type Doing =
  | Exclude<TogetherCommand, { kind: "limit" | "name" }>
  /** The limits as they are by now, and whether anything was made of the words. */
  | { readonly kind: "limit"; readonly wish: Wish | undefined }
  /** Titles that were found, and those that were not. */
  | { readonly kind: "name"; readonly movies: readonly string[]; readonly lost: readonly string[] };

/** What is said to whoever did it, and to nobody else. */
export type Whisper =
  | "over"
  | "nobodyIn"
  | "oneAlone"
  | "twoOnly"
  | "agreed"
  | "compared"
  | "nothingLeft"
  | "listIsOut"
  | "notVoting"
  | "oldList"
  | "notUnderstood"
  | "joined"
  | "left"
  | "notIn"
  | "limited"
  | "limitedNext"
  | "named"
  | "notFound"
  | "ballot"
  | "ready"
  | "counted"
  | "stopped";

/** What is made of the tastes of those who are in; looked up before, so that it is made without waiting. */
export interface Making {
  /** @param isMatch a longer list, for a match */
  list(evening: Evening, isMatch: boolean): ShortList;
  /** What each of two people shows the other, in the order of the members. */
  comparison(evening: Evening): readonly Compared[];
}

export interface Decided {
  readonly happened: readonly Happened[];
  /** Absent: what all see says it. */
  readonly whisper?: Whisper;
}

/** Votes are open for so long, unless it is said otherwise. */
const VOTES_OPEN_MINUTES = 30;
const NAMELESS = "somebody";
/** The same button again within this time is a double click. */
const DOUBLE_CLICK_MS = 1_000;

/** @param making asked only where something is wanted of it */
export function decide(evening: Evening, actor: Actor, doing: Doing, atMs: number, making: Making): Decided {
  const happens = (...events: EveningEvent[]): Happened[] =>
    events.map((event) => ({ member: actor.id, atMs, event }));
  const member = memberOf(evening, actor.id);
  const isIn = member !== undefined;
  const isNamed = isIn && (actor.name === undefined || actor.name === member.name);
  const joining: EveningEvent[] = isNamed ? [] : [{ kind: "joined", name: actor.name ?? NAMELESS }];
  const limited = evening.phase === "voting" ? "limitedNext" : "limited";
  if (evening.phase === "stopped") return { happened: [], whisper: "over" };
  if (evening.phase === "closed" && doing.kind !== "again") return { happened: [], whisper: "over" };
  switch (doing.kind) {
    case "open":
    case "join":
      return { happened: happens(...joining), whisper: "joined" };
    case "leave": {
      if (!isIn) return { happened: [], whisper: "notIn" };
      return withCount(evening, happens({ kind: "left" }), atMs, "left");
    }
    case "limit":
      if (!doing.wish) return { happened: [], whisper: "notUnderstood" };
      return { happened: happens({ kind: "limited", wish: doing.wish }), whisper: limited };
    case "unseen":
      return { happened: happens({ kind: "unseen", by: doing.by }), whisper: limited };
    case "name": {
      if (doing.movies.length === 0) return { happened: [], whisper: "notFound" };
      const named: EveningEvent = { kind: "named", movies: doing.movies };
      return { happened: happens(...joining, named), whisper: doing.lost.length > 0 ? "notFound" : "named" };
    }
    case "compare":
      return agreed(evening, actor, joining, atMs, making);
    case "start":
    case "again":
      if (evening.phase === "voting") return { happened: [], whisper: "listIsOut" };
      return listed(evening, atMs, making, doing.kind === "start" ? doing : { match: evening.isMatch });
    case "approve":
    case "veto":
    case "seen":
      return voted(evening, actor, joining, doing, atMs);
    case "ready": {
      if (evening.phase !== "voting") return { happened: [], whisper: "notVoting" };
      return withCount(evening, happens(...joining, { kind: "ready" }), atMs, "ready");
    }
    case "end":
      if (evening.phase !== "voting") return { happened: [], whisper: "notVoting" };
      if (!isIn) return { happened: [], whisper: "notIn" };
      return { happened: [{ atMs, event: { kind: "closed" } }] };
    case "stop":
      return { happened: [{ atMs, event: { kind: "stopped" } }] };
  }
}

/** What happens when the time for votes is over; nothing before. */
export function due(evening: Evening, atMs: number): Happened[] {
  const isOver = evening.phase === "voting" && atMs >= evening.endsMs;
  return isOver ? [{ atMs, event: { kind: "closed" } }] : [];
}

function listed(
  evening: Evening,
  atMs: number,
  making: Making,
  { minutes = VOTES_OPEN_MINUTES, match = false }: { readonly minutes?: number; readonly match?: boolean },
): Decided {
  if (evening.members.length === 0) return { happened: [], whisper: "nobodyIn" };
  if (match && evening.members.length < 2) return { happened: [], whisper: "oneAlone" };
  const { films, expected, turn } = making.list(evening, match);
  if (films.length === 0) return { happened: [], whisper: "nothingLeft" };
  const endsMs = atMs + minutes * 60_000;
  const ofEach = [...expected].map(
    ([member, of]): Happened => ({ member, atMs, event: { kind: "expected", of } }),
  );
  return {
    happened: [
      { atMs, event: { kind: "listed", films, endsMs, ...(match && { match }) } },
      ...ofEach,
      ...(turn === undefined ? [] : [{ member: turn, atMs, event: { kind: "turn" } } as const]),
    ],
  };
}

/** What tastes have in common is shown once both of two people want it, and not before. */
function agreed(
  evening: Evening,
  { id }: Actor,
  joining: readonly EveningEvent[],
  atMs: number,
  making: Making,
): Decided {
  const events: readonly EveningEvent[] = [...joining, { kind: "agreed" }];
  const happened = events.map((event): Happened => ({ member: id, atMs, event }));
  const now = eveningAfter(happened, evening);
  if (evening.phase !== "gathering") return { happened: [], whisper: "listIsOut" };
  if (now.members.length > 2) return { happened: [], whisper: "twoOnly" };
  if (now.members.length < 2 || now.members.some((one) => !now.agreed.has(one.id)))
    return { happened, whisper: "agreed" };
  const shown = making.comparison(now);
  const ofEach = now.members.map(
    (member, at): Happened => ({ member: member.id, atMs, event: { kind: "compared", ...shown[at]! } }),
  );
  return { happened: [...happened, ...ofEach], whisper: "compared" };
}

/** The votes are counted as soon as all who are in have theirs ready. */
function withCount(evening: Evening, happened: Happened[], atMs: number, whisper: Whisper): Decided {
  const now = eveningAfter(happened, evening);
  const all = now.members.length > 0 && now.members.every(({ id }) => ballotOf(now, id).isReady);
  if (now.phase !== "voting" || !all) return { happened, whisper };
  return { happened: [...happened, { atMs, event: { kind: "closed" } }], whisper: "counted" };
}

const EVENT = { approve: "approved", veto: "vetoed", seen: "seen" } as const;

/** The same again takes it back. Somebody who votes is in. */
function voted(
  evening: Evening,
  actor: Actor,
  joining: readonly EveningEvent[],
  { kind, film, round = evening.round }: Extract<Doing, { readonly film: number }>,
  atMs: number,
): Decided {
  if (evening.phase !== "voting") return { happened: [], whisper: "notVoting" };
  if (round !== evening.round || evening.films[film] === undefined)
    return { happened: [], whisper: "oldList" };
  const { approved, vetoed, seen, last } = ballotOf(evening, actor.id);
  const isOn = kind === "veto" ? vetoed === film : (kind === "seen" ? seen : approved).includes(film);
  const event = { kind: EVENT[kind], round, film, on: !isOn };
  if (last && last.what === pressOf(event) && atMs - last.atMs < DOUBLE_CLICK_MS)
    return { happened: [], whisper: "ballot" };
  const happened = [...joining, event].map((one): Happened => ({ member: actor.id, atMs, event: one }));
  if (!isMatched(eveningAfter(happened, evening), film)) return { happened, whisper: "ballot" };
  return { happened: [...happened, { atMs, event: { kind: "closed" } }], whisper: "counted" };
}

/** All who are in would watch it, and there are two of them at least. */
const isMatched = (evening: Evening, film: number): boolean =>
  evening.isMatch &&
  evening.members.length > 1 &&
  evening.members.every(({ id }) => ballotOf(evening, id).approved.includes(film));
