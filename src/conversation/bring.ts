/** What is brought along from elsewhere: told first, taken in by one word, and undone by one. */
import type { MovieId } from "../catalog/movie.ts";
import type { Brought, BroughtFilm, BroughtWord } from "./brought.ts";
import type { Dialogue } from "./dialogue.ts";
import { broughtEvent, entryId, isOf } from "./ids.ts";
import { lastingWishes, unsettle, withLasting } from "./lasting-list.ts";
import { isNoLastingWish, NO_LASTING_WISHES, newIn } from "./lasting-log.ts";
import { allSaid, isFeedback, type LogEntry, listedSince, type SaidEntry } from "./person.ts";
import { withAll } from "./remember.ts";
import { inDialogue, reply, say, type Turn, tell } from "./turn.ts";
import * as wording from "./wording.ts";

/** Says what would be noted, and asks whether it is to be. What is known already, or was answered later here, stays. */
export function showBrought(turn: Turn, brought: Brought): Turn {
  const said = saidByMovie(turn);
  const fresh = brought.films.flatMap((film): BroughtFilm[] => {
    const words = freshIn(film, said.get(film.movie) ?? []);
    return words.length > 0 ? [{ ...film, words }] : [];
  });
  const unclear = brought.unclear.filter(({ movies, words }) =>
    movies.every((movie) => freshIn({ movie, words }, said.get(movie) ?? []).length > 0),
  );
  const { forGood = NO_LASTING_WISHES } = brought;
  const refusing = newIn(forGood, turn.state.person.lasting);
  const labels = lastingWishes(turn.world, { lasting: refusing }).map(({ label }) => label);
  const card = wording.brought(brought, fresh, { asked: unclear.length, refused: labels });
  const waits = fresh.length > 0 || unclear.length > 0 || labels.length > 0;
  return say(waits ? inDialogue(turn, { bringing: fresh, refusing, unclear }) : turn, card);
}

export const cannotBring = (turn: Turn, why: string): Turn => say(turn, wording.cannotBring(why));

function saidByMovie({ state }: Turn): ReadonlyMap<MovieId, readonly SaidEntry[]> {
  const said = new Map<MovieId, SaidEntry[]>();
  for (const entry of allSaid(state.person)) {
    const entries = said.get(entry.movie);
    if (entries) entries.push(entry);
    else said.set(entry.movie, [entry]);
  }
  return said;
}

/** What of it is not known yet, and not older than what was said here of the same. */
function freshIn({ words }: BroughtFilm, said: readonly SaidEntry[]): BroughtWord[] {
  const opinions = said.filter(isFeedback);
  return words.filter((word) => {
    if (word.kind === "listing") return isNewlyListed(word, said);
    const isKnown =
      opinions.some((entry) => isSame(word, entry)) || (isSeenOnly(word) && opinions.length > 0);
    return !isKnown && isLater(word, opinions);
  });
}

function isNewlyListed(word: BroughtWord, said: readonly SaidEntry[]): boolean {
  return listedSince(said) === undefined && isLater(word, said);
}

/** Nothing was said, or before. */
const isLater = ({ atMs }: BroughtWord, said: readonly SaidEntry[]): boolean =>
  said.every((entry) => atMs !== undefined && atMs > entry.atMs);

type Opinion = Extract<BroughtWord, { kind: "feedback" }>;

const isSeenOnly = ({ verdict, rating }: Opinion): boolean => verdict === "seen" && rating === undefined;

/** The stars are what was said; what they come to for a taste may shift with the others. */
const isSame = (word: Opinion, { verdict, rating }: Pick<Opinion, "verdict" | "rating">): boolean =>
  word.rating || rating ? word.rating?.stars === rating?.stars : word.verdict === verdict;

export interface Bringing {
  readonly films: NonNullable<Dialogue["bringing"]>;
  readonly refusing?: Dialogue["refusing"];
  /** What is asked about next. */
  readonly unclear: NonNullable<Dialogue["unclear"]>;
}

/** All of it at once, in the order in which it was brought. */
export function takeIn(turn: Turn, { films, refusing = NO_LASTING_WISHES, unclear }: Bringing): Turn {
  const { event } = turn;
  const by = broughtEvent(event.id);
  const entries = films
    .flatMap(({ movie, words }) => words.map((word) => ({ movie, word })))
    .map(({ movie, word }, nth): SaidEntry => {
      const about = {
        id: entryId(by, nth),
        movie,
        source: "title",
        atMs: Math.min(word.atMs ?? event.atMs, event.atMs),
      } as const;
      return word.kind === "listing"
        ? { kind: "listing", isOn: true, ...about }
        : {
            kind: "feedback",
            verdict: word.verdict,
            ...(word.rating && { rating: word.rating }),
            ...about,
          };
    });
  const taken = withEntries(turn, entries);
  const noted = inDialogue(isNoLastingWish(refusing) ? taken : withLasting(taken, refusing), {
    phase: { kind: "suggesting" },
  });
  const labels = lastingWishes(turn.world, { lasting: refusing }).map(({ label }) => label);
  const said = films.length + labels.length > 0 ? [wording.takenIn(films.length, labels)] : [];
  if (unclear.length === 0) return reply(noted, ...said);
  return askWhich(said.length > 0 ? tell(noted, ...said) : noted, unclear);
}

/** Asks about the first of them; goes back to what was going on where none is left. */
export function askWhich(turn: Turn, unclear: NonNullable<Dialogue["unclear"]>): Turn {
  const [first] = unclear;
  if (!first) return reply(turn, wording.allAsked());
  const movies = first.movies.flatMap((id) => turn.world.catalog.byId(id) ?? []);
  return say(inDialogue(turn, { unclear }), wording.whichOne(first.said, "mention", movies));
}

export const leaveOut = (turn: Turn): Turn => tell(turn, wording.leftOut());

/** All that was taken in with this word, as far as it stands; undefined where it was not brought along. */
export function broughtWith(turn: Turn, { id }: SaidEntry): readonly SaidEntry[] | undefined {
  const by = id.slice(0, id.lastIndexOf("#"));
  if (broughtEvent(by) !== by) return undefined;
  return allSaid(turn.state.person).filter((entry) => isOf(entry.id, by));
}

/** Whether something was said of what holds from now on since all this was taken in. */
export function isSettledSince({ state }: Turn, { id }: SaidEntry): boolean {
  const settled = state.dialogue.settled?.at(-1);
  return settled?.behind === id && !isOf(id, broughtEvent(settled.by ?? ""));
}

/** With what came along of what is to hold from now on. */
export function undoBrought(turn: Turn, said: readonly SaidEntry[]): Turn {
  const { event } = turn;
  const taken = said.map(
    ({ id }, nth): LogEntry => ({
      kind: "retraction",
      id: entryId(event.id, nth),
      retracts: id,
      atMs: event.atMs,
    }),
  );
  const films = new Set(said.map(({ movie }) => movie));
  const without = withEntries(turn, taken);
  const by = turn.state.dialogue.settled?.at(-1)?.by;
  const isOfIt = by !== undefined && said.some(({ id }) => isOf(id, broughtEvent(by)));
  return reply(isOfIt ? unsettle(without) : without, wording.broughtUndone(films.size));
}

function withEntries(turn: Turn, entries: readonly LogEntry[]): Turn {
  const { world, state, effects } = turn;
  const person = withAll(world.recommender, state.person, entries);
  const logged = entries.map((entry) => ({ kind: "log", entry }) as const);
  return { ...turn, state: { ...state, person }, effects: [...effects, ...logged] };
}
