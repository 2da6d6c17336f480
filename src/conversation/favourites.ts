/** The first meeting: up to four favourite movies, named by title, or none. */
import type { Movie } from "../catalog/movie.ts";
import { FAVOURITES_WANTED } from "./dialogue.ts";
import { standingFeedback } from "./person.ts";
import { findTitle, offer, titlesIn } from "./titles.ts";
import { inDialogue, record, say, suggestNext, type Turn, tell } from "./turn.ts";
import * as wording from "./wording.ts";

export function askForFavourites(turn: Turn): Turn {
  const asking = inDialogue(turn, { phase: { kind: "favourites" } });
  const named = favouritesOf(turn).length;
  return say(asking, named === 0 ? wording.welcome() : wording.moreFavourites([], named));
}

/** A message while favourites are asked for: one title or several. What is clear is noted, then the first unclear one is asked about. */
export function nameFavourites(turn: Turn, text: string): Turn {
  const clear: Movie[] = [];
  const unclear: { said: string; movies: readonly Movie[] }[] = [];
  for (const said of titlesIn(turn.world, text)) {
    const found = findTitle(turn.world, said);
    if (found.kind === "one") clear.push(found.movie);
    else unclear.push({ said, movies: found.kind === "several" ? found.movies : found.suggestions });
  }
  let next = addFavourites(turn, clear);
  const [first] = unclear;
  if (!first) return clear.length > 0 ? afterNaming(next, clear) : next;
  if (clear.length > 0) next = tell(next, wording.favouritesNoted(clear));
  return offer(next, first.said, "favourite", first.movies);
}

export function addFavourites(turn: Turn, movies: readonly Movie[]): Turn {
  let next = turn;
  for (const { id } of movies) {
    if (!favouritesOf(next).includes(id))
      next = record(next, { movie: id, verdict: "favourite", source: "favourites" });
  }
  return next;
}

/** Asks for more, or starts suggesting when four are named. */
export function afterNaming(turn: Turn, added: readonly Movie[]): Turn {
  const named = favouritesOf(turn).length;
  return named < FAVOURITES_WANTED
    ? say(turn, wording.moreFavourites(added, named))
    : suggestNext(tell(turn, wording.favouritesNoted(added)));
}

function favouritesOf({ state }: Turn): string[] {
  return standingFeedback(state.person.log)
    .filter(({ verdict }) => verdict === "favourite")
    .map(({ movie }) => movie);
}
