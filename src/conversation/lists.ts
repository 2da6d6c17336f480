/** What a person can look up about themselves. */
import type { MovieId } from "../catalog/movie.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { genreProfile } from "../recommender/genre-profile.ts";
import type { Card } from "./card.ts";
import { lastingWishes } from "./lasting-list.ts";
import { allFeedback, allSuggestions, type FeedbackEntry } from "./person.ts";
import { timesLabel } from "./times.ts";
import type { Turn } from "./turn.ts";
import { called, obviousnessLabel } from "./wish-parts.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

const SHOWN = 15;
const GENRES_SHOWN = 5;

export function history(turn: Turn): Card {
  const { person } = turn.state;
  const answers = new Map(allFeedback(person).map((given) => [given.suggestion, given]));
  const { listed } = person.away;
  const lines = allSuggestions(person)
    .toReversed()
    .flatMap(({ id, movie }): wording.HistoryLine[] => {
      const known = turn.world.catalog.byId(movie);
      const answer = answers.get(id);
      const row = turn.world.recommender.rowOf(movie);
      const isListed = row !== undefined && listed.has(row);
      return known ? [{ movie: known, isListed, ...(answer && { answer }) }] : [];
    });
  return wording.history(lines.slice(0, SHOWN), lines.length);
}

export function likes(turn: Turn): Card {
  const lines = linesOf(turn, isPraise);
  return wording.likes(lines.slice(0, SHOWN), lines.length);
}

export function hidden(turn: Turn): Card {
  const lines = withMovies(turn, hiddenAmong(turn.world, allFeedback(turn.state.person), turn.event.atMs));
  return wording.hidden(lines.slice(0, SHOWN), lines.length, holds(turn));
}

const holds = ({ world, state }: Turn): wording.HoldsLine[] =>
  lastingWishes(world, state.person).map(({ label, parts: [part], times }) => ({
    label,
    called: called(part!),
    isAlways: timesLabel(times) === "",
  }));

/** What was said last of each movie that this feedback keeps away, latest first; liked ones stay away unasked. */
export function hiddenAmong(
  { recommender }: World,
  feedback: readonly FeedbackEntry[],
  atMs: number,
): FeedbackEntry[] {
  const away = recommender.excluded(feedback, atMs);
  return latestAmong(feedback).filter(
    ({ verdict, movie }) => verdict !== "favourite" && verdict !== "like" && away.has(movie),
  );
}

export function profile(turn: Turn): Card {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of latestOnEach(turn)) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const liked = linesOf(turn, isPraise).map(({ movie }) => movie);
  const genres = [...genreProfile(liked).keys()]
    .slice(0, GENRES_SHOWN)
    .map((genre) => [genre, liked.filter(({ genres }) => genres.includes(genre)).length] as const);
  const { obviousness } = turn.state.person.lasting;
  return wording.profile({
    counts,
    genres,
    liked: liked.length,
    ...(obviousness && { obviousness: obviousnessLabel(obviousness) }),
    holds: holds(turn).filter(({ label }) => !obviousness || label !== obviousnessLabel(obviousness)),
  });
}

const isPraise = ({ verdict }: FeedbackEntry): boolean => verdict === "favourite" || verdict === "like";

/** What was said of each movie last, latest first: another verdict on it takes the place of those before. */
const latestOnEach = (turn: Turn): FeedbackEntry[] => latestAmong(allFeedback(turn.state.person));

export function latestAmong(feedback: readonly FeedbackEntry[]): FeedbackEntry[] {
  const latest = new Map<MovieId, FeedbackEntry>();
  for (const entry of feedback.toReversed()) if (!latest.has(entry.movie)) latest.set(entry.movie, entry);
  return [...latest.values()];
}

/** The latest feedback on each movie that fits, latest first. */
const linesOf = (turn: Turn, fits: (entry: FeedbackEntry) => boolean): wording.VerdictLine[] =>
  withMovies(turn, latestOnEach(turn).filter(fits));

function withMovies({ world }: Turn, feedback: readonly FeedbackEntry[]): wording.VerdictLine[] {
  return feedback.flatMap(({ movie, verdict, rating }) => {
    const known = world.catalog.byId(movie);
    return known ? [{ movie: known, verdict, rating }] : [];
  });
}
