/** "Did you see it?", once, a day after somebody meant to: where they have asked for it, and at no hour at which people sleep. */
import type { Movie, MovieId } from "../catalog/movie.ts";
import type { Hours } from "../intent/acts.ts";
import { feedbackOn } from "./person.ts";
import { isWithinHours, minuteOfDay } from "./times.ts";
import { reply, say, suggest, type Turn, zoneOf } from "./turn.ts";
import * as wording from "./wording.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 24 * 60;
/** At which nobody is asked anything, unless they name others. */
export const QUIET: Hours = { from: 22 * 60, to: 9 * 60 };

/** Asks a day from now, once for a film and day. */
export function remind(turn: Turn, movie: Movie): Turn {
  const { event, state } = turn;
  const { timeZone = zoneOf(event), quiet = QUIET } = state.person.lasting;
  const dueMs = notQuiet(event.atMs + DAY_MS, quiet, timeZone);
  const isAsked = turn.effects.some((effect) => effect.kind === "remind" && effect.movie === movie.id);
  return isAsked
    ? turn
    : { ...turn, effects: [...turn.effects, { kind: "remind", movie: movie.id, dueMs, quiet, timeZone }] };
}

/** Somebody means to watch a film. */
export function willWatch(turn: Turn, movie: Movie): Turn {
  if (turn.state.person.lasting.reminds !== true) return say(turn, wording.enjoy(movie));
  return remind(reply(turn, wording.enjoyAndAsked()), movie);
}

/** Nothing is said of it now. */
export function remindIfWanted(turn: Turn, id: MovieId): Turn {
  const movie = turn.world.catalog.byId(id);
  return movie && turn.state.person.lasting.reminds === true ? remind(turn, movie) : turn;
}

/** They ask to be asked of this one. */
export const remindOf = (turn: Turn, movie: Movie): Turn =>
  reply(remind(turn, movie), wording.willAsk(movie, turn.state.person.lasting.reminds === true));

/** The day is over: asks, unless they have said how it was by now, or want to be asked no more. */
export function askWhetherSeen(
  turn: Turn,
  { movie: id, meantMs }: { readonly movie: MovieId; readonly meantMs: number },
): Turn {
  const { world, state } = turn;
  const movie = world.catalog.byId(id);
  const isAnswered = feedbackOn(state.person, id).some((entry) => entry.atMs >= meantMs);
  if (!movie || isAnswered || state.person.lasting.reminds === false) return turn;
  return suggest(turn, id, { notes: [wording.didYouSeeIt()], isNamed: true });
}

/** The first moment from then on that is not quiet. */
export function notQuiet(atMs: number, quiet: Hours, timeZone: string): number {
  if (!isWithinHours(quiet, atMs, timeZone)) return atMs;
  const minutes = (quiet.to - minuteOfDay(atMs, timeZone) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return atMs - (atMs % MINUTE_MS) + minutes * MINUTE_MS;
}
