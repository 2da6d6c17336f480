/** What somebody would be suggested next, for whoever asks outside a conversation. */
import type { Movie } from "../catalog/movie.ts";
import { newDialogue } from "./dialogue.ts";
import type { Person } from "./person.ts";
import { nextMovies } from "./turn.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

export interface Listed {
  readonly movie: Movie;
  /** Why, in a sentence or two. */
  readonly reason: string;
}

/**
 * The films that are suggested to a person who asks for nothing in particular, best first. None of them counts as shown.
 *
 * @param atMs now: what was skipped or shown long ago may be on it again
 */
export function topList(world: World, person: Person, limit: number, atMs: number): Listed[] {
  const event = { kind: "opened", id: "top list", atMs } as const;
  const turn = { world, event, state: { person, dialogue: newDialogue }, effects: [] };
  return nextMovies(turn, limit).ranked.map((movie) => ({
    movie,
    reason: wording.why(world, person.taste, movie),
  }));
}
