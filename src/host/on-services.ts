/** Finds out where films can be watched before they are suggested to somebody who has named the services that they have. */
import type { FilmDetailsSource } from "../catalog/film-details.ts";
import type { Movie, MovieId } from "../catalog/movie.ts";
import type { Effect, Event } from "../conversation/event.ts";
import { isOffered, type Offers } from "../conversation/offers.ts";
import { nextMovies } from "../conversation/turn.ts";
import type { State, World } from "../conversation/world.ts";

/** Looked up at once, and how often: what is found is at hand the next time. */
const AT_ONCE = 24;
const TIMES = 3;
/** For so long a turn waits for each. */
const WITHIN_MS = 2_500;

export interface Stepped {
  readonly state: State;
  readonly effects: readonly Effect[];
  readonly happened: Event;
}

const suggests = ({ effects }: Stepped): boolean => effects.some(({ kind }) => kind === "suggest");

/**
 * Steps with what is known, and again while a film is suggested of which it is not. A turn that suggests nothing is stepped once.
 *
 * @param stepWith pure: the same offers, the same turn
 */
export async function steppedOnServices<Turn extends Stepped>(
  { details, world }: { readonly details: FilmDetailsSource; readonly world: World },
  services: readonly string[],
  stepWith: (offers: Offers) => Promise<Turn>,
): Promise<Turn> {
  const known = new Map<MovieId, boolean>();
  const step = (isGivenUp: boolean) => stepWith({ known: new Map(known), isGivenUp });
  const unknownIn = ({ effects }: Stepped): MovieId[] =>
    effects.flatMap((effect) =>
      effect.kind === "suggest" && !known.has(effect.suggestion.movie) ? [effect.suggestion.movie] : [],
    );
  let turn = await step(false);
  for (let nth = 0; nth < TIMES; nth++) {
    const unknown = unknownIn(turn);
    if (unknown.length === 0) return nth === 0 || suggests(turn) ? turn : step(true);
    const { state, happened: event } = turn;
    const { ranked } = nextMovies({ world, state, event, effects: [] }, AT_ONCE);
    const asked = [...new Set([...unknown, ...ranked.map(({ id }) => id)])].filter((id) => !known.has(id));
    const before = known.size;
    await lookUp({ details, world }, services, asked.slice(0, AT_ONCE), known);
    if (known.size === before) break;
    turn = await step(false);
  }
  return suggests(turn) && unknownIn(turn).length === 0 ? turn : step(true);
}

/**
 * What would be suggested next, on the services that somebody has, where there are such films: nothing is recorded of it.
 *
 * @param next best first, by these offers, at most so many
 */
export async function upcomingOnServices(
  { details, world }: { readonly details: FilmDetailsSource; readonly world: World },
  services: readonly string[],
  limit: number,
  next: (offers: Offers, limit: number) => Promise<readonly Movie[]>,
): Promise<readonly Movie[]> {
  const known = new Map<MovieId, boolean>();
  for (let nth = 0; nth < TIMES; nth++) {
    const movies = await next({ known: new Map(known), isGivenUp: false }, AT_ONCE);
    if (movies.slice(0, limit).every(({ id }) => known.has(id))) break;
    const unknown = movies.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    await lookUp({ details, world }, services, unknown, known);
  }
  const offered = await next({ known, isGivenUp: false }, AT_ONCE);
  const found = offered.filter(({ id }) => known.get(id) === true).slice(0, limit);
  return found.length > 0 ? found : next({ known, isGivenUp: true }, limit);
}

/** Adds to what is known as much as is found in time. */
async function lookUp(
  { details, world }: { readonly details: FilmDetailsSource; readonly world: World },
  services: readonly string[],
  movies: readonly MovieId[],
  known: Map<MovieId, boolean>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS);
  });
  const looking = movies.map(async (id) => {
    const movie = world.catalog.byId(id);
    const found = movie && (await details.detailsOf(movie));
    if (found) known.set(id, found.watch !== undefined && isOffered(found.watch, services));
  });
  await Promise.race([Promise.all(looking), late]);
  clearTimeout(timer);
}
