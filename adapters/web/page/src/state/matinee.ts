/** All that the page knows, and all that can be done on it. Views read it with useMatinee. */
import { useSyncExternalStore } from "react";
import type {
  ToldCard,
  ToldFilm,
  ToldSuggestion,
  ToldTable,
  ToldTurn,
  ToldVerdict,
  ToldWelcome,
} from "../../../told.ts";
import { ask, Refused, Unreachable } from "../api/ask.ts";
import { forgetKept, keep, kept } from "./kept.ts";
import { addressOf } from "./looks.ts";
import { createOutbox, type Deed } from "./outbox.ts";

/** What a film in front is answered with. "later" keeps it to be watched, and is no verdict. */
export type Answer = Exclude<ToldVerdict, "favourite" | "never"> | "later";

/** A film that waits for an answer. Without an id where the server does not yet know that it is shown. */
export type OnTable = Omit<ToldSuggestion, "id"> & { readonly id?: string };

/** An answer given here, to be taken back by its event. */
interface Given {
  readonly event: string;
  readonly verdict: Answer;
  readonly card: OnTable;
}

export interface Exchange {
  readonly event: string;
  readonly said: string;
  /** Empty while the answer is on its way. */
  readonly cards: readonly ToldCard[];
}

export interface State {
  readonly isReady: boolean;
  readonly table: ToldTable | undefined;
  /** Cards that came back by undo, the last in front, before what is on the table. */
  readonly returned: readonly OnTable[];
  /** What comes next, as far as that is known. */
  readonly ahead: readonly ToldFilm[];
  readonly given: readonly Given[];
  /** Films that were taken off the list of what to watch later, though the server may not know it yet. */
  readonly takenOff: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** What was said before, the latest first. */
  readonly spoken: readonly string[];
  readonly isOffline: boolean;
  /** What those want said whose pictures are shown; empty where all are drawn. */
  readonly notices: readonly string[];
  readonly waiting: number;
  /** One sentence on what has just happened. */
  readonly notice: string;
  /** Rises with everything the server has recorded: lists that were read before are old. */
  readonly revision: number;
}

/** What an exchange begins with that is about a file. */
export const BROUGHT = "import";
const LONGEST_NAME = 200;
const MOST_GIVEN = 500;
const MOST_EXCHANGES = 20;
const MOST_SPOKEN = 12;
const AHEAD = 4;

let state: State = {
  isReady: false,
  table: kept<ToldTable | undefined>("table", undefined),
  returned: kept<readonly OnTable[]>("returned", []),
  ahead: kept<readonly ToldFilm[]>("ahead", []),
  given: kept<readonly Given[]>("given", []),
  takenOff: kept<readonly string[]>("takenOff", []),
  exchanges: [],
  spoken: kept<readonly string[]>("spoken", []),
  isOffline: false,
  notices: kept<readonly string[]>("notices", []),
  waiting: 0,
  notice: "",
  revision: 0,
};

const KEPT = ["table", "returned", "ahead", "given", "takenOff", "spoken", "notices"] as const;
const listeners = new Set<() => void>();

function set(change: Partial<State>): void {
  state = { ...state, ...change, waiting: outbox.waiting.length };
  for (const name of KEPT) if (name in change) keep(name, state[name] ?? null);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useMatinee = (): State => useSyncExternalStore(subscribe, () => state);

/** What is in front now. */
export const inFront = ({ returned, table }: State): OnTable | undefined =>
  returned.at(-1) ?? table?.suggestion ?? undefined;

const newEvent = (): string => crypto.randomUUID();
const me = (path: string): string => `/people/me/${path}`;

/** The suggestion that the server has on the table, as far as it told. */
let suggested: ToldSuggestion | null = null;

/** An answer to a film that was shown before the server suggested it. */
interface Early {
  readonly film: string;
  readonly verdict: Answer;
}
const isEarly = (body: unknown): body is Early => typeof body === "object" && body !== null && "film" in body;

const outbox = createOutbox({
  readied(deed) {
    if (!isEarly(deed.body)) return deed;
    const { film, verdict } = deed.body;
    if (suggested?.film.id === film) return { ...deed, body: { suggestion: suggested.id, verdict } };
    return verdict === "skip" ? undefined : deed;
  },
  done(deed, turn, isLast) {
    suggested = turn.table.suggestion;
    const isExchange = state.exchanges.some(({ event }) => event === deed.event);
    const said = turn.cards.filter(({ suggestion }) => suggestion === undefined);
    const exchanges = state.exchanges.map((one) =>
      one.event === deed.event ? { ...one, cards: turn.cards } : one,
    );
    set({
      exchanges,
      revision: state.revision + 1,
      ...(isLast && { table: turn.table }),
      ...(said.length > 0 && !isExchange && { notice: said.flatMap(({ lines }) => lines).join(" ") }),
    });
    if (isLast) void lookAhead();
  },
  refused(deed, reason) {
    set({
      notice: reason,
      given: state.given.filter(({ event }) => event !== deed.event),
      exchanges: state.exchanges.map((one) =>
        one.event === deed.event ? { ...one, cards: [{ lines: [reason] }] } : one,
      ),
    });
    void readTable();
  },
  reachable(is) {
    if (state.isOffline === is) set({ isOffline: !is });
  },
});

const send = (deed: Deed): void => {
  outbox.add(deed);
  set({});
};

/** Comes in: as whom the cookie names, or for the first time. */
export async function comeIn(): Promise<void> {
  try {
    const { table, cards, notices } = await ask<ToldWelcome>("POST", "/people", {});
    suggested = table.suggestion;
    set({
      isReady: true,
      isOffline: false,
      notices,
      ...(outbox.waiting.length === 0 && { table }),
      ...(cards.length > 0 && { returned: [], given: [] }),
    });
    void outbox.flush();
    void lookAhead();
    listen();
  } catch (error) {
    if (error instanceof Unreachable) {
      set({ isReady: true, isOffline: true });
      addEventListener("online", () => void comeIn(), { once: true });
    } else set({ isReady: true, notice: (error as Error).message });
  }
}

async function readTable(): Promise<void> {
  try {
    set({ table: await ask<ToldTable>("GET", me("conversation")) });
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
  }
}

/** Has the next films ready, their posters too. */
async function lookAhead(): Promise<void> {
  if (state.table?.phase !== "suggesting") return;
  try {
    const { films } = await ask<{ films: readonly ToldFilm[] }>("GET", me(`upcoming?limit=${AHEAD}`));
    set({ ahead: films });
    for (const poster of films.flatMap(({ posters }) => posters)) {
      new Image().src = addressOf(poster, state.notices.length === 0);
    }
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
  }
}

const eveningListeners = new Set<(evening: string) => void>();
/** Tells when an evening went on that the person is in on. @returns what ends that */
export function onEvening(wentOn: (evening: string) => void): () => void {
  eveningListeners.add(wentOn);
  return () => void eveningListeners.delete(wentOn);
}

let stream: EventSource | undefined;
/** What is done in another window of the same person shows here as well. */
function listen(): void {
  if (stream) return;
  stream = new EventSource(me("events"));
  stream.addEventListener("turn", ({ data }) => {
    const turn = JSON.parse(data) as ToldTurn;
    const isOurs =
      outbox.waiting.length > 0 ||
      state.given.some(({ event }) => event === turn.event) ||
      state.exchanges.some(({ event }) => event === turn.event);
    if (!isOurs) set({ table: turn.table, takenOff: [], revision: state.revision + 1 });
  });
  stream.addEventListener("evening", ({ data }) => {
    const { evening } = JSON.parse(data) as { readonly evening: string };
    for (const wentOn of eveningListeners) wentOn(evening);
  });
  stream.addEventListener("forgotten", () => {
    forgetKept();
    location.assign("/");
  });
}

/** Answers what is in front; once, however often the key repeats, since the next card is in front at once. */
export function answer(verdict: Answer): void {
  const card = inFront(state);
  if (!card) return;
  const event = newEvent();
  const isUnknown = card.id === undefined;
  const given = [...state.given, { event, verdict, card }].slice(-MOST_GIVEN);
  const takenOff = state.takenOff.filter((film) => film !== card.film.id);
  set({ ...moveOn(), given, takenOff, notice: "", exchanges: [] });
  const body = isUnknown ? { film: card.film.id, verdict } : { suggestion: card.id, verdict };
  send({ event, method: "PUT", path: me(`answers/${event}`), body });
}

/** What is in front after what was. */
function moveOn(): Partial<State> {
  if (state.returned.length > 0) return { returned: state.returned.slice(0, -1) };
  if (!state.table) return {};
  const [film, ...ahead] = state.ahead;
  return {
    ahead,
    table: { ...state.table, suggestion: film ? ({ film, why: "" } as ToldSuggestion) : null },
  };
}

/** Takes the last answer back, and again the one before it. */
export function undo(): void {
  const last = state.given.at(-1);
  if (!last) {
    say("undo");
    return;
  }
  set({
    given: state.given.slice(0, -1),
    returned: [...state.returned, last.card],
    notice: `Taken back: ${last.card.film.title}.`,
  });
  if (outbox.withdraw(last.event)) set({});
  else send({ event: newEvent(), method: "DELETE", path: me(`answers/${last.event}`) });
}

/**
 * Says words, as in any chat.
 *
 * @param isHeard whether the words and the answer are shown as an exchange
 */
export function say(text: string, isHeard = true): void {
  const said = text.trim();
  if (said === "") return;
  const event = newEvent();
  set({
    exchanges: isHeard
      ? [...state.exchanges, { event, said, cards: [] }].slice(-MOST_EXCHANGES)
      : state.exchanges,
    returned: [],
    takenOff: [],
    notice: "",
  });
  send({ event, method: "PUT", path: me(`conversation/${event}`), body: { kind: "said", text: said } });
}

/** Says words of one's own, which are offered again later. */
export function speak(text: string): void {
  const spoken = [text.trim(), ...state.spoken.filter((one) => one !== text.trim())].slice(0, MOST_SPOKEN);
  set({ spoken });
  say(text);
}

/** Takes a film off the list of what to watch later: at once here, and there when the network is. */
export function takeOff({ id, title }: ToldFilm): void {
  set({ takenOff: [...state.takenOff, id], notice: `Off your list: ${title}.` });
  send({ event: newEvent(), method: "DELETE", path: me(`watch-later/${encodeURIComponent(id)}`) });
}

/** Marks a film that is not in front, or takes that back. @throws Refused, Unreachable */
export async function change(
  method: "PUT" | "DELETE",
  list: "favourites" | "hidden" | "watch-later",
  film: string,
): Promise<void> {
  const turn = await ask<ToldTurn>(method, me(`${list}/${encodeURIComponent(film)}`));
  set({
    table: turn.table,
    takenOff: state.takenOff.filter((one) => one !== film),
    revision: state.revision + 1,
    notice: turn.cards.flatMap(({ lines }) => lines).join(" "),
  });
  void lookAhead();
}

/** Brings a file of another service along: what is said to it is an exchange, and nothing is kept to be sent later. */
export async function bring(file: File): Promise<void> {
  const event = newEvent();
  const exchange = { event, said: `${BROUGHT} ${file.name}`, cards: [] };
  set({ exchanges: [...state.exchanges, exchange].slice(-MOST_EXCHANGES), returned: [], notice: "" });
  const answered = (cards: readonly ToldCard[]) =>
    state.exchanges.map((one) => (one.event === event ? { ...one, cards } : one));
  try {
    const path = me(`brought/${event}?name=${encodeURIComponent(file.name.slice(-LONGEST_NAME))}`);
    const turn = await ask<ToldTurn>("PUT", path, file);
    set({ exchanges: answered(turn.cards), table: turn.table, revision: state.revision + 1 });
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    set({ exchanges: answered([{ lines: [error.message] }]) });
  }
}

/** Deletes everything about the person, here and on the server. @throws Refused, Unreachable */
export async function forgetMe(): Promise<void> {
  stream?.close();
  await ask("DELETE", "/people/me");
  forgetKept();
  location.assign("/");
}
