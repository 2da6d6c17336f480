/**
 * An evening of several people who look for one film: a fold over its events, as one pure function.
 *
 * Nothing in this folder reads a clock, a file or a random source. An event that concerns a person belongs to them: without
 * the events of somebody who is forgotten, the others' evening is as though that person had never come.
 */
import { z } from "zod";
import { NO_WISH, type Wish, wishSchema } from "../conversation/wish.ts";

/** Names a person: the same on every evening. */
export type MemberId = string;
export type EveningId = string;

const movieId = z.string().min(1);

export const SEEN_BY = ["nobody", "most"] as const;

const ofFilm = { round: z.int(), film: z.int(), on: z.boolean() };

/** What happened on an evening. Kept as JSON, so it is checked when it comes back. */
export const eveningEventSchema = z.discriminatedUnion("kind", [
  /** Again under another name: they are called that from now on. */
  z.object({ kind: z.literal("joined"), name: z.string() }),
  /** Films that stand for the taste of somebody who is not known by more. */
  z.object({ kind: z.literal("named"), movies: z.array(movieId).readonly() }),
  z.object({ kind: z.literal("left") }),
  /** `wish` is what films must be from now on. */
  z.object({ kind: z.literal("limited"), wish: wishSchema }),
  /** No film that anybody has seen; "most": none that most have. */
  z.object({ kind: z.literal("unseen"), by: z.enum(SEEN_BY) }),
  z.object({
    kind: z.literal("listed"),
    films: z.array(movieId).readonly(),
    endsMs: z.number(),
    /** The first film that all would watch ends it. */
    match: z.literal(true).exactOptional(),
  }),
  /** How much each film of the list is expected to satisfy the person, in the unit of `Group`. */
  z.object({ kind: z.literal("expected"), of: z.array(z.number()).readonly() }),
  /** Evenings before did less for the person than for the others: the list favours them. */
  z.object({ kind: z.literal("turn") }),
  /** They want to know how alike their taste and that of the other is, and to let the other know. */
  z.object({ kind: z.literal("agreed") }),
  /** What one of two who agreed shows the other, and films for both. */
  z.object({
    kind: z.literal("compared"),
    likeness: z.number().nullable(),
    genres: z.record(z.string(), z.number()).readonly(),
    films: z.array(movieId).readonly(),
  }),
  z.object({ kind: z.literal("approved"), ...ofFilm }),
  z.object({ kind: z.literal("vetoed"), ...ofFilm }),
  z.object({ kind: z.literal("seen"), ...ofFilm }),
  z.object({ kind: z.literal("ready") }),
  /** The votes are counted. */
  z.object({ kind: z.literal("closed") }),
  z.object({ kind: z.literal("stopped") }),
]);
export type EveningEvent = z.infer<typeof eveningEventSchema>;

/** An event, whose it is, and when it happened (milliseconds since 1970). */
export interface Happened {
  /** Absent: of nobody in particular. */
  readonly member?: MemberId;
  readonly atMs: number;
  readonly event: EveningEvent;
}

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  /** Films that they named for this evening. */
  readonly named: readonly string[];
}

/** What one person says of the films of a list, by their places in it. */
export interface Ballot {
  readonly approved: readonly number[];
  readonly vetoed?: number;
  readonly seen: readonly number[];
  readonly isReady: boolean;
  /** The press that was heard last, so that a double click is one. */
  readonly last?: { readonly what: string; readonly atMs: number };
}

export type Compared = Omit<Extract<EveningEvent, { kind: "compared" }>, "kind">;

export interface Evening {
  readonly phase: "gathering" | "voting" | "closed" | "stopped";
  readonly members: readonly Member[];
  readonly wish: Wish;
  readonly seenBy: (typeof SEEN_BY)[number];
  /** What held when the list was made: what is said while there are votes holds for the next. */
  readonly listedBy?: Pick<Evening, "wish" | "seenBy">;
  /** Counts short lists, from 1 on; 0 before the first. */
  readonly round: number;
  /** The short list, the best for all together first. */
  readonly films: readonly string[];
  /** What each film of it is expected to give to each. */
  readonly expected: ReadonlyMap<MemberId, readonly number[]>;
  /** When the votes are counted at the latest. */
  readonly endsMs: number;
  /** It is over with the first film of the list that all would watch. */
  readonly isMatch: boolean;
  /** Whose turn it is to be favoured. */
  readonly turn?: MemberId | undefined;
  readonly ballots: ReadonlyMap<MemberId, Ballot>;
  /** Who wants tastes to be compared. */
  readonly agreed: ReadonlySet<MemberId>;
  /** What each of the two who agreed shows the other. */
  readonly compared: ReadonlyMap<MemberId, Compared>;
  /** Of rounds before: they do not come again. */
  readonly out: readonly string[];
}

const NO_BALLOT: Ballot = { approved: [], seen: [], isReady: false };

export const newEvening: Evening = {
  phase: "gathering",
  members: [],
  wish: NO_WISH,
  seenBy: "nobody",
  round: 0,
  films: [],
  expected: new Map(),
  endsMs: 0,
  isMatch: false,
  ballots: new Map(),
  agreed: new Set(),
  compared: new Map(),
  out: [],
};

export const ballotOf = ({ ballots }: Evening, member: MemberId): Ballot => ballots.get(member) ?? NO_BALLOT;

export const memberOf = ({ members }: Evening, id: MemberId | undefined): Member | undefined =>
  members.find((member) => member.id === id);

/** @param happened oldest first */
export const eveningAfter = (happened: readonly Happened[], before = newEvening): Evening =>
  happened.reduce(after, before);

function after(evening: Evening, { member = "", atMs, event }: Happened): Evening {
  switch (event.kind) {
    case "joined": {
      const { members } = evening;
      const { name } = event;
      const isThere = memberOf(evening, member) !== undefined;
      return {
        ...evening,
        ...(!isThere && { compared: new Map() }),
        members: isThere
          ? members.map((one) => (one.id === member ? { ...one, name } : one))
          : [...members, { id: member, name, named: [] }],
      };
    }
    case "named":
      return {
        ...evening,
        compared: new Map(),
        members: evening.members.map((one) => (one.id === member ? { ...one, named: event.movies } : one)),
      };
    case "left": {
      const ballots = new Map(evening.ballots);
      ballots.delete(member);
      const agreed = new Set([...evening.agreed].filter((id) => id !== member));
      const members = evening.members.filter(({ id }) => id !== member);
      return { ...evening, ballots, members, agreed, compared: new Map() };
    }
    case "limited":
      return { ...evening, wish: event.wish };
    case "unseen":
      return { ...evening, seenBy: event.by };
    case "listed":
      return {
        ...evening,
        phase: "voting",
        listedBy: { wish: evening.wish, seenBy: evening.seenBy },
        round: evening.round + 1,
        out: [...evening.out, ...notAgain(evening)],
        films: event.films,
        expected: new Map(),
        endsMs: event.endsMs,
        isMatch: event.match === true,
        turn: undefined,
        ballots: new Map(),
      };
    case "expected":
      return { ...evening, expected: new Map(evening.expected).set(member, event.of) };
    case "turn":
      return { ...evening, turn: member };
    case "approved":
    case "seen": {
      const ballot = ballotOf(evening, member);
      const places = event.kind === "seen" ? ballot.seen : ballot.approved;
      const next = event.on ? [...places, event.film] : places.filter((film) => film !== event.film);
      return withBallot(evening, member, {
        ...ballot,
        [event.kind]: next,
        last: { what: pressOf(event), atMs },
      });
    }
    case "vetoed": {
      const { vetoed: _, ...ballot } = ballotOf(evening, member);
      const approved = ballot.approved.filter((film) => film !== event.film);
      return withBallot(evening, member, {
        ...ballot,
        approved,
        ...(event.on && { vetoed: event.film }),
        last: { what: pressOf(event), atMs },
      });
    }
    case "agreed":
      return { ...evening, agreed: new Set([...evening.agreed, member]) };
    case "compared": {
      const { kind: _, ...shown } = event;
      return { ...evening, compared: new Map(evening.compared).set(member, shown) };
    }
    case "ready":
      return withBallot(evening, member, { ...ballotOf(evening, member), isReady: true });
    case "closed":
      return { ...evening, phase: "closed" };
    case "stopped":
      return { ...evening, phase: "stopped" };
  }
}

/** Names what a press is of, whichever way it turned it. */
export const pressOf = ({ kind, film }: { readonly kind: string; readonly film: number }): string =>
  `${kind} ${film}`;

const withBallot = (evening: Evening, member: MemberId, ballot: Ballot): Evening => ({
  ...evening,
  ballots: new Map(evening.ballots).set(member, ballot),
});

/** The films that were vetoed of the list that stands. */
export function vetoedIn(evening: Evening): string[] {
  const places = evening.members.flatMap(({ id }) => ballotOf(evening, id).vetoed ?? []);
  return [...new Set(places)].flatMap((film) => evening.films[film] ?? []);
}

/** The films of the list that stands which are out: vetoed, seen by more than will do, or nobody's choice though all have chosen. */
export function goneFrom(evening: Evening): string[] {
  const { films, members, seenBy } = evening;
  const ballots = members.map(({ id }) => ballotOf(evening, id));
  const mostSeen = seenBy === "nobody" ? 0 : members.length / 2;
  const haveChosen = ballots.length > 0 && ballots.every(({ isReady }) => isReady);
  const isOut = (film: number): boolean =>
    ballots.filter(({ seen }) => seen.includes(film)).length > mostSeen ||
    (haveChosen && ballots.every(({ approved }) => !approved.includes(film)));
  return [...new Set([...vetoedIn(evening), ...films.filter((_, film) => isOut(film))])];
}

/** What does not come again on the next list: what is out of this one; where nothing is, all of it, or it would be the same list. */
export function notAgain(evening: Evening): readonly string[] {
  const gone = goneFrom(evening);
  return gone.length > 0 ? gone : evening.films;
}

/** Films are for whoever is expected to like them so much more than the average of those who are in. */
const FOR_SOMEBODY = 0.35;
/** Named at most, where a group is large. */
const NAMED = 3;

/** Whom a film of the list is for more than for the others; nobody: it is for all alike. */
export function forWhom({ members, expected }: Evening, film: number): Member[] {
  const known = members.flatMap((member) => {
    const of = expected.get(member.id)?.[film];
    return of === undefined ? [] : [{ member, of }];
  });
  const mean = known.reduce((sum, { of }) => sum + of, 0) / known.length;
  return known
    .filter(({ of }) => of - mean > FOR_SOMEBODY)
    .sort((a, b) => b.of - a.of)
    .slice(0, NAMED)
    .map(({ member }) => member);
}
