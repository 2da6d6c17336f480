import type { MovieId } from "../catalog/movie.ts";
import type { SaidTogether } from "./event.ts";
import { isOfTogether } from "./ids.ts";
import { feedbackOn } from "./person.ts";
import { record, retract, type Turn } from "./turn.ts";

/** What somebody's presses on an evening of several say of films: once, no more once it is taken back there, and less than what they have said of a film elsewhere. */
export function noteSaidTogether(turn: Turn, { verdict, of, notOf }: SaidTogether): Turn {
  const saidOn = (movie: MovieId) => feedbackOn(turn.state.person, movie);
  const gone = notOf.flatMap((movie) =>
    saidOn(movie).filter((entry) => isOfTogether(entry.id) && entry.verdict === verdict),
  );
  const fresh = of.filter((movie) =>
    saidOn(movie).every((entry) => entry.verdict === "skip" && verdict === "seen"),
  );
  return fresh.reduce(
    (next, movie) => record(next, { movie, verdict, source: "title" }),
    gone.reduce(retract, turn),
  );
}
