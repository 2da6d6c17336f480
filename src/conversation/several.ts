/** Several movies on one card. */
import type { Movie } from "../catalog/movie.ts";
import { suggestionId } from "./ids.ts";
import {
  inDialogue,
  isAimless,
  nextMovies,
  say,
  suggestNext,
  type Turn,
  used,
  wishInForce,
  withShown,
} from "./turn.ts";
import { partsOf, relaxationOf } from "./wish-parts.ts";
import * as wording from "./wording.ts";

/**
 * Lays several movies side by side, of which one can be picked to lie on the table; one where no more are left. Those of
 * a series come in its order.
 *
 * @param notes are said on the card
 */
export function suggestSeveral(turn: Turn, howMany: number, notes: readonly string[] = []): Turn {
  const { world } = turn;
  const wish = wishInForce(turn);
  const { relaxed, ranked: best } = nextMovies(turn, howMany);
  const isSeries = wish?.filters.peopleIn.some((name) => world.catalog.wholeSeries(name)) ?? false;
  const ranked = isSeries ? [...best].sort((a, b) => (a.year ?? 0) - (b.year ?? 0)) : best;
  if (ranked.length < 2 || (wish && isAimless(wish, relaxed))) return suggestNext(turn, notes);
  const shown = asShown(used(turn), ranked);
  return layList(shown, ranked, [...notes, ...wording.relaxed(relaxationOf(world, relaxed))], howMany);
}

/** They count as suggested. */
export const asShown = (turn: Turn, movies: readonly Movie[]): Turn =>
  movies.reduce(
    (shown, movie, nth) =>
      withShown(shown, { id: suggestionId(turn.event.id, nth), movie: movie.id, atMs: turn.event.atMs }),
    turn,
  );

/** @param wanted how many were asked for */
export function layList(
  turn: Turn,
  movies: readonly Movie[],
  notes: readonly string[],
  wanted: number,
): Turn {
  const wish = wishInForce(turn);
  const choice = { said: "", purpose: "show" as const, movies: movies.map(({ id }) => id) };
  return say(
    inDialogue(turn, {
      phase: { kind: "suggesting" },
      current: undefined,
      shown: movies.at(-1)!.id,
      choice,
      listed: choice.movies,
    }),
    wording.severalSuggestions(turn.world, movies, {
      parts: wish ? partsOf(turn.world, wish) : [],
      notes,
      wanted,
    }),
  );
}
