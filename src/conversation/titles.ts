/** From a title as somebody types it to the movie they mean, asking where several fit. */
import type { TitleMatch } from "../catalog/catalog.ts";
import type { Movie, MovieId } from "../catalog/movie.ts";
import { findTitle } from "../catalog/naming.ts";
import { moviesIn } from "../catalog/title-match.ts";
import type { Rating } from "../intent/reading/command.ts";
import type { Card } from "./card.ts";
import type { Purpose } from "./dialogue.ts";
import { inDialogue, notUnderstood, say, type Turn } from "./turn.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

export interface TitleRequest {
  readonly text: string;
  readonly purpose: Purpose;
  /** In which a verdict was said. */
  readonly rating?: Rating | undefined;
  /** Movies that it can be about; of several that fit the text, others are not asked about. */
  readonly among?: ReadonlySet<MovieId>;
}

/** What notes something of the movie at once, so that "seen the light" must not be taken for "The Light". */
const NOTES: ReadonlySet<Purpose> = new Set(["favourite", "like", "dislike", "seen", "never", "later"]);

/** Does `then` with the movie meant, at once or after the person has picked it. */
export function withTitle(
  turn: Turn,
  { text, purpose, among, rating }: TitleRequest,
  then: (turn: Turn, movie: Movie) => Turn,
): Turn {
  const found = findTitle(turn.world.catalog, text);
  if (found.kind === "one" && !(NOTES.has(purpose) && found.loosely)) return then(turn, found.movie);
  const movies = moviesOf(found);
  const fitting = among ? movies.filter(({ id }) => among.has(id)) : movies;
  const [only, ...others] = fitting;
  if (found.kind === "several" && among && only && others.length === 0) return then(turn, only);
  return offer(turn, text, purpose, fitting.length > 0 ? fitting : movies, { rating });
}

/** Whom a title may name, best first; nobody where it names a film that cannot be suggested. */
export function moviesOf(found: TitleMatch): readonly Movie[] {
  return found.kind === "none" && !found.unknownPart ? found.suggestions : moviesIn(found);
}

/** Titles by whether it is clear which movie each of them means. */
export function sorted(turn: Turn, titles: readonly string[]) {
  const clear: Movie[] = [];
  const unclear: { said: string; movies: readonly Movie[] }[] = [];
  for (const said of titles) {
    const found = findTitle(turn.world.catalog, said);
    if (found.kind === "one" && !found.loosely) clear.push(found.movie);
    else unclear.push({ said, movies: moviesOf(found) });
  }
  return { clear, unclear };
}

interface Beside {
  /** What is said before the question, on the same card. */
  readonly noted?: string;
  /** What was named besides in the same message, to be gone on with when this one is settled. */
  readonly others?: readonly string[];
  readonly rating?: Rating | undefined;
}

/** Asks which of several was meant; says so where there is none. */
export function offer(
  turn: Turn,
  said: string,
  purpose: Purpose,
  movies: readonly Movie[],
  { noted, others = [], rating }: Beside = {},
): Turn {
  const noticed = (card: Card): Card =>
    noted === undefined ? card : { ...card, lines: [noted, ...card.lines] };
  const { kind } = findTitle(turn.world.catalog, said);
  if (movies.length === 0)
    return say(kind === "none" ? notUnderstood(turn) : turn, noticed(unknown(turn.world, said, purpose)));
  const choice = {
    said,
    purpose,
    movies: movies.map(({ id }) => id),
    ...(rating && { rating }),
    ...(others.length > 0 && { others: [...others] }),
  };
  const isGuess = kind === "none"; // what was said may be a film that is not known here
  const card = { ...wording.whichOne(said, purpose, movies), ...(isGuess && wording.soughtElsewhere(said)) };
  return say(inDialogue(turn, { choice }), noticed(card));
}

/** Of a title that no movie of the catalogue has. */
function unknown(world: World, said: string, purpose: Purpose): Card {
  const found = findTitle(world.catalog, said);
  return found.kind === "named"
    ? wording.knownByName(found.films[0]!, purpose, found.suggestions)
    : wording.unknownTitle(said, purpose, {
        completeTo: world.catalog.names.completeTo,
        nearest: found.kind === "none" && found.unknownPart ? found.suggestions : [],
      });
}
