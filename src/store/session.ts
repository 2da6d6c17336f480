/** What somebody does without a long pause, as far as it is counted. Pure. */
import { z } from "zod";
import type { Verdict } from "../recommender/feedback.ts";

/** After so long a silence another session begins, as the conversation takes it. */
const PAUSE_MS = 6 * 3_600_000;
/** The last place in a session that is told of by itself; all behind it are counted with it. */
export const LAST_TURN = 20;
/** Seconds until a session ends well, rounded up to one of these. */
export const WITHIN_SECONDS = [15, 30, 60, 120, 180, 300, 600, 1_200, 3_600, 21_600] as const;
/** Something to watch was found. */
const IS_FOUND: ReadonlySet<string> = new Set<Verdict | "later">(["favourite", "like", "later"]);

/** What was counted of the session that a user is in. Gone with them. */
const sessionSchema = z.object({
  fromMs: z.number(),
  lastMs: z.number(),
  suggestions: z.int(),
  /** Likes that stand, and what is kept for later. */
  likes: z.int(),
  /** As it was counted to end well: after so many suggestions, and within so many seconds. */
  well: z.object({ turn: z.int(), within: z.int() }).optional(),
  /** The farthest place that was counted of the person on the day. */
  reached: z.int(),
});
export type Session = z.infer<typeof sessionSchema>;

/** @returns undefined where another program wrote it, or none did */
export function sessionOf(stored: string | null): Session | undefined {
  if (stored === null) return undefined;
  try {
    return sessionSchema.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
}

interface Done {
  readonly atMs: number;
  readonly isFirstOfDay: boolean;
  readonly suggestions: number;
  /** By -1 for what is taken back. */
  readonly answers: readonly {
    readonly what: Verdict | "later";
    readonly atMs: number;
    readonly by: 1 | -1;
  }[];
}

export interface SessionTurn {
  readonly session: Session;
  /** The places of the suggestions made, in their order. */
  readonly turns: readonly number[];
  /** Each on the day of a moment: sessions on that on which they began. */
  readonly counted: readonly { readonly atMs: number; readonly what: string; readonly by: number }[];
}

export function sessionAfter(before: Session | undefined, done: Done): SessionTurn {
  const { atMs, isFirstOfDay, suggestions, answers } = done;
  const goesOn = before !== undefined && atMs - before.lastMs <= PAUSE_MS;
  const { fromMs, lastMs, suggestions: made, likes: liked, well: was } = goesOn ? before : begun(atMs);
  const turns = Array.from({ length: suggestions }, (_, nth) => made + nth + 1);
  const likes = answers
    .filter((answer) => IS_FOUND.has(answer.what) && answer.atMs >= fromMs)
    .reduce((sum, { by }) => sum + by, liked);
  const shown = made + suggestions;
  const seconds = (atMs - fromMs) / 1_000;
  const within = WITHIN_SECONDS.find((most) => seconds <= most) ?? WITHIN_SECONDS.at(-1)!;
  // what was suggested with the very answer is not what was liked
  const found =
    likes > 0 && shown > 0 ? (was ?? { turn: Math.min(Math.max(1, made), LAST_TURN), within }) : undefined;
  const counted = [
    ...(made === 0 && shown > 0 ? [{ what: "sessions", by: 1 }] : []),
    ...(found && !was ? namesOf(found).map((what) => ({ what, by: 1 })) : []),
    ...(was && !found ? namesOf(was).map((what) => ({ what, by: -1 })) : []),
  ];
  const reachedBefore = isFirstOfDay ? 0 : (before?.reached ?? 0);
  const reached = Math.max(reachedBefore, ...turns.map((turn) => Math.min(turn, LAST_TURN)));
  const places = Array.from({ length: reached - reachedBefore }, (_, nth) => reachedBefore + nth + 1);
  return {
    session: {
      fromMs,
      lastMs: Math.max(lastMs, atMs),
      suggestions: shown,
      likes,
      reached,
      ...(found && { well: found }),
    },
    turns,
    counted: [
      ...counted.map((one) => ({ ...one, atMs: fromMs })),
      ...places.map((place) => ({ atMs, what: `turn/${place}/people`, by: 1 })),
    ],
  };
}

const begun = (atMs: number): Session => ({
  fromMs: atMs,
  lastMs: atMs,
  suggestions: 0,
  likes: 0,
  reached: 0,
});

const namesOf = ({ turn, within }: NonNullable<Session["well"]>): string[] => [
  "sessions/well",
  `sessions/well/turn/${turn}`,
  `sessions/well/within/${within}`,
];
