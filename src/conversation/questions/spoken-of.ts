import type { Movie } from "../../catalog/movie.ts";
import { inDialogue, type Turn, tableMovie } from "../turn.ts";

/** "It" in what is asked next means this film, while the one on the table lies there. */
export function spokenOf(turn: Turn, movie: Movie): Turn {
  const { current } = turn.state.dialogue;
  const isOfTable = movie.id === tableMovie(turn)?.id;
  return inDialogue(turn, {
    spokenOf: isOfTable ? undefined : { movie: movie.id, ...(current !== undefined && { during: current }) },
  });
}
