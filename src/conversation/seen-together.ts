import type { MovieId } from "../catalog/movie.ts";
import { isOfTogether } from "./ids.ts";
import { feedbackOn } from "./person.ts";
import { record, retract, type Turn } from "./turn.ts";

/** That somebody has seen a film, said by a button on an evening of several: once, and no more once it is taken back there. */
export function noteSeenTogether(turn: Turn, movie: MovieId, isSeen: boolean): Turn {
  const noted = feedbackOn(turn.state.person, movie).filter(({ id }) => isOfTogether(id));
  if (!isSeen) return noted.reduce(retract, turn);
  return noted.length > 0 ? turn : record(turn, { movie, verdict: "seen", source: "title" });
}
