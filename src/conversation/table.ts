/** What lies before a person who comes back, and what would come next: looked at, and nothing is done. */
import type { Movie } from "../catalog/movie.ts";
import type { Action, Card } from "./card.ts";
import { type Dialogue, FAVOURITES_WANTED } from "./dialogue.ts";
import type { Event } from "./event.ts";
import type { Suggestion } from "./person.ts";
import { currentSuggestion, isListed, nextMovies, type Turn, wishBehind, wishInForce } from "./turn.ts";
import { watchLater } from "./watch-later.ts";
import { type Part, partsOf } from "./wish-parts.ts";
import * as wording from "./wording.ts";
import type { State, World } from "./world.ts";

/** Where a conversation stands. */
export interface Table {
  readonly phase: Dialogue["phase"]["kind"];
  /** The suggestion that waits for an answer. */
  readonly suggestion?: Suggestion & { readonly why: string };
  /** As it is shown. */
  readonly card?: Card;
  /** What was asked of the person last, and the next words answer. */
  readonly question?: Card;
  /** What is asked for, part by part, and the words that take it away. */
  readonly wish: readonly Action[];
}

/** @param atMs now, in milliseconds since 1970 */
export function tableOf(world: World, state: State, atMs: number): Table {
  const turn = lookingAt(world, state, atMs);
  const current = currentSuggestion(turn);
  const wish = wishInForce(turn);
  const parts = wish ? partsOf(world, wish) : [];
  const question = questionOf(turn, parts);
  const movie = current && world.catalog.byId(current.movie);
  return {
    phase: state.dialogue.phase.kind,
    ...(movie && {
      suggestion: {
        ...current,
        why: wording.why(world, state.person.taste, movie, wishBehind(turn, current)),
      },
    }),
    ...(current && { card: suggestionCard(turn, current) }),
    ...(question && { question }),
    wish: parts.map(({ label }) => ({ label, says: wording.dropping(label) })),
  };
}

/** What would be suggested next, best first, as far as that can be known before the next answer. */
export const upcoming = (
  world: World,
  state: State,
  when: Pick<Event, "atMs" | "timeZone" | "offers">,
  limit: number,
): readonly Movie[] => {
  const turn = lookingAt(world, state, when.atMs);
  return nextMovies({ ...turn, event: { ...turn.event, ...when } }, limit).ranked;
};

/** What they keep to watch later, the best for them and for what they are after now first. */
export const keptForLater = (world: World, state: State, atMs: number): readonly Kept[] =>
  watchLater(lookingAt(world, state, atMs)).map((movie) => ({
    movie,
    sinceMs: state.person.away.listed.get(world.recommender.rowOf(movie.id)!)!,
  }));

export interface Kept {
  readonly movie: Movie;
  /** When it was put on the list: milliseconds since 1970. */
  readonly sinceMs: number;
}

/** A turn of which nothing comes. */
const lookingAt = (world: World, state: State, atMs: number): Turn => ({
  world,
  state,
  event: { id: "", atMs, kind: "opened" },
  effects: [],
});

/** What the next words answer. */
function questionOf({ world, state }: Turn, parts: readonly Part[]): Card | undefined {
  const { phase, choice, confirmingForget, offered, bringing, unclear } = state.dialogue;
  const moviesOf = (ids: readonly string[]) => ids.flatMap((id) => world.catalog.byId(id) ?? []);
  if (bringing) return wording.stillBringing(bringing.length);
  const [asked] = unclear ?? [];
  if (asked) return wording.whichOne(asked.said, "mention", moviesOf(asked.movies));
  if (confirmingForget) return wording.confirmForget();
  if (choice?.purpose === "show") {
    const movies = moviesOf(choice.movies);
    return wording.severalSuggestions(world, movies, { parts, notes: [], wanted: movies.length });
  }
  if (choice) return wording.whichOne(choice.said, choice.purpose, moviesOf(choice.movies));
  if (offered) return wording.offerFavourites(moviesOf(offered.movies));
  if (phase.kind !== "favourites") return undefined;
  const named = state.person.taste.evidence.filter(({ verdict }) => verdict === "favourite").length;
  return named === 0 || named >= FAVOURITES_WANTED ? wording.welcome() : wording.moreFavourites([], named);
}

const suggestionCard = (turn: Turn, current: Suggestion): Card =>
  wording.suggestion(turn.world, turn.state.person.taste, current, {
    wish: wishBehind(turn, current),
    isListed: isListed(turn, current.movie),
  });
