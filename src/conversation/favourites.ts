/** The first meeting: up to four favourite movies, named by title, or none. */
import type { Movie } from "../catalog/movie.ts";
import { FAVOURITES_WANTED } from "./dialogue.ts";
import { offer, sorted } from "./titles.ts";
import { inDialogue, noteAndSuggest, record, reply, say, type Turn, tableMovie, tell } from "./turn.ts";
import * as wording from "./wording.ts";

export function askForFavourites(turn: Turn): Turn {
  const asking = inDialogue(turn, { phase: { kind: "favourites" } });
  const named = favouritesOf(turn).length;
  return say(asking, named === 0 ? wording.welcome() : wording.moreFavourites([], named));
}

/** Titles named as favourites: what is clear is noted, and the first unclear one asked about. */
function nameFavourites(turn: Turn, titles: readonly string[]): Turn {
  const { clear, unclear } = sorted(turn, titles);
  const next = addFavourites(turn, clear);
  const [first, ...rest] = unclear;
  if (!first) return clear.length > 0 ? afterNaming(next, clear) : next;
  const others = rest.map(({ said }) => said);
  return offer(next, first.said, "favourite", first.movies, {
    others,
    ...(clear.length > 0 && { noted: wording.favouritesNoted(clear) }),
  });
}

/**
 * Movies spoken of as loved, in passing: they become favourites, all together, when the person says so. Where it is
 * unclear which movie is meant, that is asked first.
 *
 * @param aside a suggestion was made as well, and "y" answers that
 */
export function offerFavourites(turn: Turn, titles: readonly string[], aside = false): Turn {
  const { clear, unclear } = sorted(turn, titles);
  const [first] = unclear;
  // beside a suggestion those that are clear are enough
  if (first && !(aside && clear.length > 0)) {
    const others = titles.filter((said) => said !== first.said);
    const asked = offer(turn, first.said, "favourite", first.movies, { others });
    return first.movies.length === 0 && others.length > 0 ? offerFavourites(asked, others, aside) : asked;
  }
  const known = favouritesOf(turn);
  const fresh = clear.filter(({ id }) => !known.includes(id)).slice(0, FAVOURITES_WANTED);
  if (fresh.length === 0) return reply(turn, wording.knownFavourites(clear));
  const movies = fresh.map(({ id }) => id);
  return say(inDialogue(turn, { offered: { movies, aside } }), wording.offerFavourites(fresh));
}

/** Goes on with favourites named in one message, when one of them that was unclear is settled. */
export function goOnWithFavourites(turn: Turn, titles: readonly string[]): Turn {
  return turn.state.dialogue.phase.kind === "favourites"
    ? nameFavourites(turn, titles)
    : offerFavourites(turn, titles);
}

/** Favourites named by a command: asked for or not, and answered in one message. */
export function favouritesByCommand(turn: Turn, titles: readonly string[]): Turn {
  if (turn.state.dialogue.phase.kind !== "suggesting")
    return nameFavourites(inDialogue(turn, { phase: { kind: "favourites" } }), titles);
  const { clear, unclear } = sorted(turn, titles);
  return unclear.length > 0
    ? nameFavourites(turn, titles)
    : afterOffer(addFavourites(turn, clear), clear, wording.favouritesNoted(clear));
}

/** "Yes": what was offered becomes favourites. */
export function takeOffer(turn: Turn): Turn {
  return favouritesFromButton(turn, turn.state.dialogue.offered!.movies);
}

/** @param movies by id; what is said of a movie that this model does not know is passed over */
export function favouritesFromButton(turn: Turn, movies: readonly string[]): Turn {
  const settled = inDialogue(turn, { offered: undefined });
  const known = movies.flatMap((id) => turn.world.catalog.byId(id) ?? []);
  if (known.length === 0) return tell(settled, wording.notInCatalogue());
  return afterOffer(addFavourites(settled, known), known, wording.favouritesNoted(known));
}

export function noFavourites(turn: Turn): Turn {
  return reply(inDialogue(turn, { offered: undefined }), wording.notFavourites());
}

/** The next suggestion where one of them was on the table or nothing was. */
function afterOffer(turn: Turn, movies: readonly Movie[], said: string): Turn {
  const table = tableMovie(turn);
  return table && !movies.includes(table) ? reply(turn, said) : noteAndSuggest(turn, said);
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
    : noteAndSuggest(turn, wording.favouritesNoted(added));
}

function favouritesOf({ world, state }: Turn): string[] {
  return state.person.taste.evidence
    .filter(({ verdict }) => verdict === "favourite")
    .map(({ row }) => world.recommender.movie(row).id);
}
