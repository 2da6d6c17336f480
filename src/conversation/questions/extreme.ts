/** The film at one end of what is known: the oldest, the longest, the worst rated, of those that are asked for. */
import type { Measure } from "../../intent/reading/questions/measures.ts";
import { NO_FILTERS } from "../../recommender/filters.ts";
import { chat, suggest, type Turn, wishInForce } from "../turn.ts";
import * as wording from "../wording.ts";
import { measured } from "./compare.ts";

/** Among those that nearly everybody has heard of, where there are any: what hardly anybody rated tells nothing. */
export function extreme(turn: Turn, by: Measure): Turn {
  const { recommender, catalog } = turn.world;
  const filters = wishInForce(turn)?.filters ?? NO_FILTERS;
  const asked = catalog.movies.filter(({ id }) => {
    const row = recommender.rowOf(id);
    return row !== undefined && recommender.passes(row, filters);
  });
  const known = asked.filter((movie) => catalog.isWellKnown(movie));
  const { ranked } = measured(turn, known.length > 0 ? known : asked, by);
  const [first] = ranked;
  if (!first) return chat(turn, wording.NO_FILM_QUESTION);
  return suggest(turn, first.movie.id, {
    wish: wishInForce(turn),
    notes: [wording.extreme(by, first, known.length > 0)],
    isNamed: true,
  });
}
