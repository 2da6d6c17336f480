/** From a title as somebody types it to the movie they mean, asking where several fit. */
import type { TitleMatch } from "../catalog/catalog.ts";
import type { Movie, MovieId } from "../catalog/movie.ts";
import type { Purpose } from "./dialogue.ts";
import { inDialogue, say, type Turn } from "./turn.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

/** Looks a title up; buttons name movies by id. */
export function findTitle({ catalog }: World, text: string): TitleMatch {
  const movie = catalog.byId(text.trim());
  return movie ? { kind: "one", movie } : catalog.find(text);
}

export interface TitleRequest {
  readonly text: string;
  readonly purpose: Purpose;
  /** Movies that it can be about; of several that fit the text, others are not asked about. */
  readonly among?: ReadonlySet<MovieId>;
}

/** Does `then` with the movie meant, at once or after the person has picked it. */
export function withTitle(
  turn: Turn,
  { text, purpose, among }: TitleRequest,
  then: (turn: Turn, movie: Movie) => Turn,
): Turn {
  const found = findTitle(turn.world, text);
  if (found.kind === "one") return then(turn, found.movie);
  const movies = found.kind === "several" ? found.movies : found.suggestions;
  const fitting = among ? movies.filter(({ id }) => among.has(id)) : movies;
  const [only, ...others] = fitting;
  if (found.kind === "several" && among && only && others.length === 0) return then(turn, only);
  return offer(turn, text, purpose, fitting.length > 0 ? fitting : movies);
}

/** Asks which of several was meant; says so where there is none. */
export function offer(turn: Turn, text: string, purpose: Purpose, movies: readonly Movie[]): Turn {
  return movies.length > 0 ? askWhich(turn, text, purpose, movies) : say(turn, wording.unknownTitle(text));
}

function askWhich(turn: Turn, said: string, purpose: Purpose, movies: readonly Movie[]): Turn {
  const choice = { said, purpose, movies: movies.map(({ id }) => id) };
  return say(inDialogue(turn, { choice }), wording.whichOne(said, purpose, movies));
}

/**
 * The movie picked from a list by its number ("2"), its year ("1995"), or its title with the year;
 * undefined where the text picks none.
 */
export function pick(world: World, movies: readonly Movie[], text: string): Movie | undefined {
  const said = text.trim().replace(/^#|[.)]$/g, "");
  if (/^\d{1,2}$/.test(said)) return movies[Number(said) - 1];
  if (/^\d{4}$/.test(said)) return only(movies.filter(({ year }) => year === Number(said)));
  const found = findTitle(world, said);
  return found.kind === "one" && movies.includes(found.movie) ? found.movie : undefined;
}

/** The titles in a message: the whole of it where that is a title, else its parts between commas, semicolons or lines. */
export function titlesIn(world: World, text: string): string[] {
  if (findTitle(world, text).kind !== "none") return [text];
  const parts = text
    .split(/[,;\n]|\band\b/i)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length > 1 ? parts : [text];
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
