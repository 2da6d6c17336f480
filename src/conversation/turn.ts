import type { Movie, MovieId } from "../catalog/movie.ts";
import type { Rating } from "../intent/reading/command.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import { moreObvious } from "../recommender/obviousness.ts";
import type { Relaxed } from "../recommender/relax.ts";
import { isWithin } from "../recommender/standing.ts";
import { apart, MOST_IN_A_ROW } from "./apart.ts";
import { isAway } from "./away.ts";
import type { Card } from "./card.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Effect, Event } from "./event.ts";
import { heldTo } from "./held-to.ts";
import { entryId, seedOf, suggestionId } from "./ids.ts";
import { notThemselves } from "./not-themselves.ts";
import {
  type EntryId,
  type FeedbackEntry,
  type ListingEntry,
  type Person,
  type SaidEntry,
  type Source,
  type Suggestion,
  suggestionMade,
} from "./person.ts";
import { withRetraction, withSaid, withSuggestion } from "./remember.ts";
import { latestRows, timeAt } from "./row-times.ts";
import { hasLapsed, LAPSES_AFTER_MS, type Wish, type WishInForce } from "./wish.ts";
import { partsOf, relaxationOf } from "./wish-parts.ts";
import * as wording from "./wording.ts";
import type { State, World } from "./world.ts";

/** A turn under way: the state so far, and what is to be done about it so far, in order. */
export interface Turn {
  readonly world: World;
  readonly event: Event;
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function say(turn: Turn, card: Card): Turn {
  return { ...turn, effects: [...turn.effects, { kind: "say", card }] };
}

export function tell(turn: Turn, ...lines: string[]): Turn {
  return say(turn, { lines });
}

/** Marks words that nothing could be made of; what is said to them is for the caller to say. */
export const notUnderstood = (turn: Turn): Turn => ({
  ...turn,
  effects: [...turn.effects, { kind: "notUnderstood" }],
});

/** Answers something besides, and reminds of the movie on the table, which the conversation goes on with. */
export function reply(turn: Turn, ...lines: string[]): Turn {
  const table = tableMovie(turn);
  return tell(turn, ...lines, ...(table ? [wording.stillOnTheTable(table)] : []));
}

/** Says one of these besides: another than the last time. */
export function chat(turn: Turn, sayings: readonly string[]): Turn {
  const { aside } = turn.state.dialogue;
  const last = sayings.indexOf(aside ?? "");
  const said = sayings[(last + 1) % sayings.length]!;
  return reply(inDialogue(turn, { aside: said }), said);
}

export function inDialogue(turn: Turn, change: Partial<Dialogue>): Turn {
  return { ...turn, state: { ...turn.state, dialogue: { ...turn.state.dialogue, ...change } } };
}

interface Word {
  readonly movie: MovieId;
  readonly source: Source;
  /** The suggestion it answers. */
  readonly suggestion?: Suggestion;
}

/** Logs a verdict, and the taste moves with it at once. */
export function record(
  turn: Turn,
  { verdict, rating, ...word }: Word & { readonly verdict: Verdict; readonly rating?: Rating | undefined },
): Turn {
  const entry: FeedbackEntry = {
    kind: "feedback",
    verdict,
    ...entryOf(turn, word),
    ...(rating && { rating }),
  };
  return withEntry(turn, entry, withSaid(turn.world.recommender, turn.state.person, entry));
}

/** Puts a movie on the list of what to watch later, or takes it off. */
export function recordListing(turn: Turn, { isOn, ...word }: Word & { readonly isOn: boolean }): Turn {
  const entry: ListingEntry = { kind: "listing", isOn, ...entryOf(turn, word) };
  return withEntry(turn, entry, withSaid(turn.world.recommender, turn.state.person, entry));
}

const entryOf = (turn: Turn, { movie, source, suggestion }: Word) => ({
  id: nextEntryId(turn),
  movie,
  source,
  atMs: turn.event.atMs,
  ...(suggestion && { suggestion: suggestion.id }),
});

/** Takes a word back: the taste is then what it would be had it never been said. */
export function retract(turn: Turn, said: SaidEntry): Turn {
  const { person } = turn.state;
  const entry = {
    kind: "retraction",
    id: nextEntryId(turn),
    retracts: said.id,
    atMs: turn.event.atMs,
  } as const;
  return withEntry(turn, entry, withRetraction(turn.world.recommender, person, entry, said));
}

/**
 * Puts the next movie on the table: one that fits what is asked for, or where none is left, most of it, saying what
 * was left out.
 *
 * @param notes are said on its card
 */
export function suggestNext(turn: Turn, notes: readonly string[] = []): Turn {
  const { world } = turn;
  const wish = wishInForce(turn);
  const { relaxed, ranked } = nextMovies(turn, 1);
  const [best] = ranked;
  const isOver = wish && (isAimless(wish, relaxed) || isThrough(turn, wish, relaxed));
  if (!best || isOver) {
    const told = inDialogue(notes.length > 0 ? tell(turn, ...notes) : turn, {
      phase: { kind: "suggesting" },
    });
    const parts = wish ? partsOf(world, wish) : [];
    const isEmpty = turn.state.person.away.listed.size === 0;
    return say(told, wish?.isOfList ? wording.listIsThrough(parts, isEmpty) : wording.nothingLeft(parts));
  }
  const givenUp = wording.relaxed(relaxationOf(world, relaxed));
  const { services = [] } = turn.state.person.lasting;
  const elsewhere = turn.event.offers?.isGivenUp ? [wording.onNone(services)] : [];
  return suggest(used(turn), best.id, { wish, notes: [...notes, ...givenUp, ...elsewhere] });
}

/** Nothing that was wanted could be held to: what is left is anything at all, and not suggested for it. */
export const isAimless = ({ filters, near, isOfList }: Wish, relaxed: Relaxed): boolean =>
  near.length === 0 && !isOfList && isAsking(filters) && !isAsking(relaxed.filters);

/**
 * What the film that was shown last has, and none that is left: what it is about, who is in it, where it is from or its genre. The first that
 * is shown for a wish may be the nearest there is; of these nobody wants more.
 */
function isThrough({ world, state }: Turn, { near, isOfList }: Wish, { filters, givenUp }: Relaxed): boolean {
  const { genresIn, peopleIn, languages, countries } = givenUp;
  const about = filters.about.length > 0 ? [] : givenUp.about;
  const isHeld = [genresIn, peopleIn, languages, countries, about].every((list) => list.length === 0);
  if (isHeld || near.length > 0 || isOfList || state.dialogue.shown === undefined) return false;
  const last = world.recommender.rowOf(state.dialogue.shown);
  const inPart = { mayBeInPart: true, aboutSomewhat: about };
  const lost = { ...NO_FILTERS, genresIn, peopleIn, languages, countries, about, ...inPart };
  return last !== undefined && world.recommender.passes(last, lost);
}

const isAsking = (filters: Filters): boolean =>
  [
    filters.genresIn,
    filters.traitsIn,
    filters.peopleIn,
    filters.languages,
    filters.countries,
    filters.about,
  ].some((list) => list.length > 0) ||
  filters.yearFrom + filters.yearTo + filters.minutesFrom + filters.minutesTo > 0;

/** What would be suggested next, best first, and which filters are held to for it. */
export function nextMovies(
  turn: Turn,
  limit: number,
): { readonly relaxed: Relaxed; readonly ranked: readonly Movie[] } {
  const { world, state, event } = turn;
  const { recommender } = world;
  const wish = wishInForce(turn);
  const options = {
    ...(wish?.isOfList ? fromList(turn, wish) : asNew(turn, wish)),
    seed: seedOf(event.id),
    ...(!wish && { person: state.person.seed }),
    obviousness: moreObvious(
      state.person.lasting.obviousness,
      (wish?.obviousness ?? 0) - (wish?.surprise ? 1 : 0),
    ),
    surprise: wish?.surprise ?? false,
    limit: limit + MOST_IN_A_ROW,
    ...(!wish?.isOfList && !wish?.filters.about.length && { after: latelyShown(turn) }),
    ...(wish && {
      near: wish.near.flatMap((id) => recommender.rowOf(id) ?? []),
      loved: wish.loved ?? false,
      without: notThemselves(world, wish),
    }),
  };
  const relaxed = recommender.relax(state.person.taste, options);
  const ranked = recommender.rank(state.person.taste, { ...options, filters: stillWelcome(relaxed) });
  const movies = ranked.map(({ row }) => recommender.movie(row));
  if (options.filters.about.length > 0) return { relaxed, ranked: movies.slice(0, limit) }; // one film is looked for
  return { relaxed, ranked: apart(world.catalog.series, movies, state.dialogue.shown).slice(0, limit) };
}

/** What no film has beside all else that is asked for orders those that are left. */
const stillWelcome = ({ filters, givenUp }: Relaxed): Filters => ({
  ...filters,
  ideally: [...new Set([...filters.ideally, ...givenUp.traitsIn, ...givenUp.about])],
});

/** What they have been shown and remember. */
const REMEMBERED = 20;
const latelyShown = ({ state, event }: Turn): number[] =>
  latestRows(state.person.away.shown, event.atMs - LAPSES_AFTER_MS, REMEMBERED);

/** What the person has not met, or long ago. */
function asNew({ world, state, event }: Turn, wish: Wish | undefined) {
  const { away, lasting } = state.person;
  const { recommender } = world;
  const { repeats } = recommender.policy;
  return {
    accepts: (row: number) =>
      !isAway(away, row, event.atMs, repeats) && mayBeOffered(event, recommender.movie(row).id),
    filters: heldTo(wish?.filters ?? NO_FILTERS, lasting, { atMs: event.atMs, timeZone: zoneOf(event) }),
  };
}

/** Where it is what time, as far as the person has not said. */
export const zoneOf = ({ timeZone = "UTC" }: Event): string => timeZone;

/** Where somebody has named the services that they have: unless it is known to be on none of them. */
const mayBeOffered = ({ offers }: Event, movie: MovieId): boolean =>
  !offers || offers.isGivenUp || offers.known.get(movie) !== false;

/** What they keep for later, each of it once; whatever they refuse besides, these they chose. */
function fromList({ world, state, event }: Turn, { filters, sinceMs }: WishInForce) {
  const { away } = state.person;
  const isPassed = (row: number) =>
    timeAt(away.shown, row) >= sinceMs ||
    timeAt(away.skipped, row) >= sinceMs ||
    !mayBeOffered(event, world.recommender.movie(row).id);
  return { among: new Set([...away.listed.keys()].filter((row) => !isPassed(row))), filters };
}

/** Says what was noted, and suggests the next: to a command in one message, for that is what answers it. */
export function noteAndSuggest(turn: Turn, said: string): Turn {
  return turn.event.kind === "commanded" ? suggestNext(turn, [said]) : suggestNext(tell(turn, said));
}

/** After a word about some movies: the next suggestion if the one on the table was among them, else that one stays there. */
export function goOn(turn: Turn, movies: readonly Movie[], said: string): Turn {
  const table = turn.state.dialogue.phase.kind === "suggesting" ? tableMovie(turn) : undefined;
  return table && movies.includes(table) ? noteAndSuggest(turn, said) : reply(turn, said);
}

/** Shows this movie as a suggestion of its own, with buttons and an id of its own. */
export function suggest(
  turn: Turn,
  movieId: MovieId,
  shown: Pick<wording.Shown, "wish" | "notes" | "isNamed">,
): Turn {
  const { world, state, event } = turn;
  const suggestion: Suggestion = { id: suggestionId(event.id), movie: movieId, atMs: event.atMs };
  const { listed } = state.dialogue;
  const next = inDialogue(withShown(turn, suggestion), {
    phase: { kind: "suggesting" },
    current: suggestion.id,
    shown: movieId,
    listed: listed?.includes(movieId) ? listed : undefined,
  });
  return say(
    next,
    wording.suggestion(world, state.person.taste, suggestion, {
      ...shown,
      isListed: isListed(turn, movieId),
      tellsWhere: state.person.lasting.services !== undefined,
    }),
  );
}

export function withShown(turn: Turn, suggestion: Suggestion): Turn {
  const { world, state, effects } = turn;
  const person = withSuggestion(world.recommender, state.person, suggestion);
  return { ...turn, state: { ...state, person }, effects: [...effects, { kind: "suggest", suggestion }] };
}

/** Whether a movie is on the list of what to watch later. */
export function isListed({ world, state }: Turn, movie: MovieId): boolean {
  const row = world.recommender.rowOf(movie);
  return row !== undefined && state.person.away.listed.has(row);
}

/** What is asked for, until it is changed, cleared, or a long silence has passed. */
export function wishInForce({ state, event }: Turn): WishInForce | undefined {
  const { wish } = state.dialogue;
  return wish && !hasLapsed(wish, event.atMs) ? wish : undefined;
}

/** What was asked for when a suggestion was made, as far as it still is. */
export function wishBehind(turn: Turn, { atMs }: Suggestion): WishInForce | undefined {
  const wish = wishInForce(turn);
  const isPast = isWithin(Number.POSITIVE_INFINITY, atMs, turn.event.atMs);
  return wish && isPast && wish.sinceMs <= atMs ? wish : undefined;
}

export function setWish(turn: Turn, { filters, near, loved, isOfList, obviousness, surprise }: Wish): Turn {
  const { atMs } = turn.event;
  return inDialogue(turn, {
    wish: {
      filters,
      near,
      ...(loved && { loved }),
      ...(obviousness && { obviousness }),
      ...(surprise && { surprise }),
      isOfList,
      sinceMs: atMs,
      usedMs: atMs,
    },
    shown: undefined,
  });
}

export const clearWish = (turn: Turn): Turn => inDialogue(turn, { wish: undefined });

export function used(turn: Turn): Turn {
  const wish = wishInForce(turn);
  return inDialogue(turn, { wish: wish && { ...wish, usedMs: turn.event.atMs } });
}

/** The suggestion on the table, if one is and its movie is still in the catalogue. */
export function currentSuggestion({ world, state }: Turn): Suggestion | undefined {
  const { current: id } = state.dialogue;
  const current = id === undefined ? undefined : suggestionMade(state.person, id);
  return current && world.catalog.byId(current.movie) ? current : undefined;
}

export function tableMovie(turn: Turn): Movie | undefined {
  const current = currentSuggestion(turn);
  return current && turn.world.catalog.byId(current.movie);
}

function withEntry(turn: Turn, entry: Person["log"][number], person: Person): Turn {
  return { ...turn, state: { ...turn.state, person }, effects: [...turn.effects, { kind: "log", entry }] };
}

const nextEntryId = ({ event, effects }: Turn): EntryId =>
  entryId(event.id, effects.filter(({ kind }) => kind === "log").length);
