/** The list shown last again: in another order, with one film less, or with another in its place. */
import type { Act } from "../intent/acts.ts";
import { measured } from "./questions/compare.ts";
import { asShown, layList } from "./several.ts";
import { nextMovies, suggest, type Turn, wishInForce } from "./turn.ts";

export function relist(turn: Turn, { without, isSwapped, by }: Extract<Act, { kind: "relist" }>): Turn {
  const listed = (turn.state.dialogue.listed ?? []).flatMap((id) => turn.world.catalog.byId(id) ?? []);
  if (by) {
    const { ranked, unknown } = measured(turn, listed, by);
    const movies = [...ranked.map(({ movie }) => movie), ...unknown];
    return layList(turn, movies, [], movies.length);
  }
  const [other] = isSwapped ? nextMovies(turn, 1).ranked : [];
  const movies = listed.flatMap((movie) => (movie.id !== without ? [movie] : other ? [other] : []));
  const [only, ...rest] = movies;
  if (only && rest.length === 0) return suggest(turn, only.id, { wish: wishInForce(turn) });
  return layList(other ? asShown(turn, [other]) : turn, movies, [], movies.length);
}
