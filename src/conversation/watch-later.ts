/** What a person keeps to watch later: put on a list, looked at, taken off. It says nothing of their taste. */
import type { Movie, MovieId } from "../catalog/movie.ts";
import type { Rating } from "../intent/reading/command.ts";
import type { Verdict } from "../recommender/feedback.ts";
import type { Suggestion } from "./person.ts";
import { redraw } from "./redraw.ts";
import { offer, sorted, withTitle } from "./titles.ts";
import {
  currentSuggestion,
  goOn,
  inDialogue,
  isListed,
  recordListing,
  reply,
  say,
  type Turn,
  tableMovie,
  wishInForce,
} from "./turn.ts";
import { NO_WISH } from "./wish.ts";
import { partsOf } from "./wish-parts.ts";
import * as wording from "./wording.ts";

/** So many are shown at once. */
const SHOWN = 10;

/** @param suggestion by which it was saved */
export const save = (turn: Turn, { id }: Movie, suggestion?: Suggestion): Turn =>
  put(turn, id, true, suggestion);

/** @param suggestion by which it was taken off */
export const takeOff = (turn: Turn, { id }: Movie, suggestion?: Suggestion): Turn =>
  put(turn, id, false, suggestion);

function put(turn: Turn, movie: MovieId, isOn: boolean, suggestion?: Suggestion): Turn {
  const source = suggestion ? "suggestion" : "title";
  return recordListing(turn, { movie, isOn, source, ...(suggestion && { suggestion }) });
}

/** Films named to be watched later: what is clear is saved, and the first unclear one asked about. */
export function saveNamed(turn: Turn, titles: readonly string[]): Turn {
  const { clear, unclear } = sorted(turn, titles);
  const fresh = clear.filter(({ id }) => !isListed(turn, id));
  const saved = fresh.reduce((next, movie) => save(next, movie), turn);
  const said = [
    ...(fresh.length > 0 ? [wording.savedForLater(fresh)] : []),
    ...(fresh.length < clear.length
      ? [wording.listedBefore(clear.filter((movie) => !fresh.includes(movie)))]
      : []),
  ].join(" ");
  const [first, ...rest] = unclear;
  if (!first) return goOn(saved, clear, said);
  const others = rest.map((one) => one.said);
  return offer(saved, first.said, "later", first.movies, { others, ...(said !== "" && { noted: said }) });
}

/** By title, or the movie on the table. */
export function takeOffNamed(turn: Turn, title?: string): Turn {
  const table = tableMovie(turn);
  if (title === undefined) return table ? off(turn, table) : say(turn, wording.nothingToAnswer());
  return withTitle(turn, { text: title, purpose: "offList", among: listedIds(turn) }, off);
}

export function off(turn: Turn, movie: Movie): Turn {
  if (!isListed(turn, movie.id)) return reply(turn, wording.notListed(movie));
  const current = currentSuggestion(turn);
  const taken = takeOff(turn, movie);
  const drawn =
    current?.movie === movie.id ? redraw(taken, current, { taste: turn.state.person.taste }) : taken;
  return reply(drawn, wording.takenOff([movie]));
}

export const tellListed = (turn: Turn, movie: Movie): Turn =>
  reply(turn, isListed(turn, movie.id) ? wording.isListed(movie) : wording.notListed(movie));

function listedIds({ world, state }: Turn): ReadonlySet<MovieId> {
  return new Set([...state.person.away.listed.keys()].map((row) => world.recommender.movie(row).id));
}

/** All of the list, what fits tonight's wish first, and of that what fits the taste. */
export function watchLater({ world, state, ...turn }: Turn): readonly Movie[] {
  const { recommender } = world;
  const { taste, away } = state.person;
  const among = new Set(away.listed.keys());
  const { filters, near } = wishInForce({ world, state, ...turn }) ?? NO_WISH;
  const limit = Math.max(1, among.size);
  const fitting = recommender.rank(taste, {
    among,
    filters,
    near: near.flatMap((id) => recommender.rowOf(id) ?? []),
    limit,
  });
  const rows = new Set([...fitting, ...recommender.rank(taste, { among, limit })].map(({ row }) => row));
  return [...rows].map((row) => recommender.movie(row));
}

/** Shows the list; a number puts one of it on the table. */
export function showList(turn: Turn): Turn {
  const movies = watchLater(turn);
  if (movies.length === 0) return say(turn, wording.emptyList());
  const shown = movies.slice(0, SHOWN);
  const wish = wishInForce(turn);
  const parts = wish ? partsOf(turn.world, wish) : [];
  const choice = { said: "", purpose: "show" as const, movies: shown.map(({ id }) => id) };
  return say(
    shown.length > 1 ? inDialogue(turn, { choice, listed: choice.movies }) : turn,
    wording.watchLater(turn.world, shown, { parts, total: movies.length }),
  );
}

/** What is said where a verdict was noted, and that a movie is off the list by it. */
export function notedOf(
  before: Turn,
  after: Turn,
  { verdict, rating }: { readonly verdict: Verdict; readonly rating?: Rating | undefined },
  movie: Movie,
): string {
  const isOff = isListed(before, movie.id) && !isListed(after, movie.id);
  return [wording.noted(verdict, movie, rating), ...(isOff ? [wording.OFF_YOUR_LIST] : [])].join(" ");
}
