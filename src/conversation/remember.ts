/** How what is known of a person follows from what they say and are shown. */
import type { MovieId } from "../catalog/movie.ts";
import type { Recommender } from "../recommender/recommender.ts";
import { standingOpinions } from "../recommender/standing.ts";
import { afterEntry, afterShowing, nothingAway, revised } from "./away.ts";
import { NO_LASTING_WISHES } from "./lasting-log.ts";
import {
  allFeedback,
  isFeedback,
  type LogEntry,
  NO_PAST,
  type Person,
  type RetractionEntry,
  type SaidEntry,
  type Suggestion,
  saidOf,
  standing,
} from "./person.ts";

export function newcomer(recommender: Recommender, seed = 0): Person {
  return {
    seed,
    taste: recommender.taste([]),
    away: nothingAway(recommender.model.movies.length),
    lasting: NO_LASTING_WISHES,
    past: NO_PAST,
    log: [],
    suggestions: [],
  };
}

/** After one word more on a movie. What is put on the list for later says nothing of the taste. */
export function withSaid(recommender: Recommender, person: Person, entry: SaidEntry): Person {
  const row = recommender.rowOf(entry.movie);
  return {
    ...person,
    log: [...person.log, entry],
    taste: isFeedback(entry) ? recommender.observe(person.taste, entry) : person.taste,
    away: row === undefined ? person.away : afterEntry(person.away, row, entry),
  };
}

/** After many words more, said or taken back: what is known is folded again, once for all of them. */
export function withAll(recommender: Recommender, person: Person, entries: readonly LogEntry[]): Person {
  const { past, log } = person;
  const all = [...past.log(), ...log, ...entries];
  return { ...caughtUp(recommender, person, { log: all, suggestions: [] }), log: [...log, ...entries] };
}

/** The taste is then what it would be had it never been said. */
export function withRetraction(
  recommender: Recommender,
  before: Person,
  entry: RetractionEntry,
  { movie }: SaidEntry,
): Person {
  const person = { ...before, log: [...before.log, entry] };
  const said = new Map([[movie, saidOf(person, movie)]]);
  return {
    ...person,
    taste: recommender.revise(person.taste, opinionsIn(said)) ?? recommender.taste(allFeedback(person)),
    away: revised(person.away, byRow(recommender, said), []),
  };
}

export function withSuggestion(recommender: Recommender, person: Person, suggestion: Suggestion): Person {
  const row = recommender.rowOf(suggestion.movie);
  return {
    ...person,
    suggestions: [...person.suggestions, suggestion],
    away: row === undefined ? person.away : afterShowing(person.away, row, suggestion.atMs),
  };
}

/**
 * Goes on from what was known of a person to what is known now.
 *
 * @param log everything about the movies of which anything was said since then, oldest first; everything there is where
 *     nothing was known
 * @param suggestions made since then, oldest first
 */
export function caughtUp<Known extends Pick<Person, "taste" | "away">>(
  recommender: Recommender,
  known: Known,
  { log, suggestions }: { readonly log: readonly LogEntry[]; readonly suggestions: readonly Suggestion[] },
): Known {
  const stands = standing(log);
  const said = new Map<MovieId, SaidEntry[]>();
  for (const entry of log) if (entry.kind !== "retraction") said.set(entry.movie, []);
  for (const entry of stands) said.get(entry.movie)!.push(entry);
  const shown = suggestions.map(({ movie, atMs }) => [movie, atMs] as const);
  return {
    ...known,
    taste: recommender.revise(known.taste, opinionsIn(said)) ?? recommender.taste(stands.filter(isFeedback)),
    away: revised(known.away, byRow(recommender, said), byRow(recommender, shown)),
  };
}

/** @param said what stands of what was said of each movie, oldest first */
const opinionsIn = (said: ReadonlyMap<MovieId, readonly SaidEntry[]>) =>
  [...said].map(
    ([movie, entries]) => [movie, standingOpinions(entries.filter(isFeedback)).at(0)?.verdict] as const,
  );

function byRow<T>(recommender: Recommender, byMovie: Iterable<readonly [MovieId, T]>) {
  return [...byMovie].flatMap(([movie, value]) => {
    const row = recommender.rowOf(movie);
    return row === undefined ? [] : [[row, value] as const];
  });
}
