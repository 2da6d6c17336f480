/** What a person can look up about themselves. */
import type { MovieId } from "../catalog/movie.ts";
import type { Verdict } from "../recommender/feedback.ts";
import { genreProfile } from "../recommender/genre-profile.ts";
import type { Card } from "./card.ts";
import { allFeedback, allSuggestions, type FeedbackEntry } from "./person.ts";
import type { Turn } from "./turn.ts";
import * as wording from "./wording.ts";

const SHOWN = 15;
const GENRES_SHOWN = 5;

export function history(turn: Turn): Card {
  const { person } = turn.state;
  const verdicts = new Map(allFeedback(person).map(({ suggestion, verdict }) => [suggestion, verdict]));
  const lines = allSuggestions(person)
    .toReversed()
    .flatMap(({ id, movie }): wording.HistoryLine[] => {
      const known = turn.world.catalog.byId(movie);
      const verdict = verdicts.get(id);
      return known ? [{ movie: known, ...(verdict && { verdict }) }] : [];
    });
  return wording.history(lines.slice(0, SHOWN), lines.length);
}

export function likes(turn: Turn): Card {
  const lines = linesOf(turn, isPraise);
  return wording.likes(lines.slice(0, SHOWN), lines.length);
}

export function hidden(turn: Turn): Card {
  const { recommender } = turn.world;
  const away = recommender.excluded(allFeedback(turn.state.person), turn.event.atMs);
  const lines = linesOf(
    turn,
    ({ verdict, movie }) => verdict !== "favourite" && verdict !== "like" && away.has(movie),
  );
  return wording.hidden(lines.slice(0, SHOWN), lines.length);
}

export function profile(turn: Turn): Card {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of latestOnEach(turn)) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const liked = linesOf(turn, isPraise).map(({ movie }) => movie);
  const genres = [...genreProfile(liked).keys()]
    .slice(0, GENRES_SHOWN)
    .map((genre) => [genre, liked.filter(({ genres }) => genres.includes(genre)).length] as const);
  return wording.profile({ counts, genres, liked: liked.length });
}

const isPraise = ({ verdict }: FeedbackEntry): boolean => verdict === "favourite" || verdict === "like";

/** What was said of each movie last, latest first: another verdict on it takes the place of those before. */
function latestOnEach(turn: Turn): FeedbackEntry[] {
  const latestFirst = allFeedback(turn.state.person).toReversed();
  const latest = new Map<MovieId, FeedbackEntry>();
  for (const entry of latestFirst) if (!latest.has(entry.movie)) latest.set(entry.movie, entry);
  return [...latest.values()];
}

/** The latest feedback on each movie that fits, latest first. */
function linesOf(turn: Turn, fits: (entry: FeedbackEntry) => boolean): Required<wording.HistoryLine>[] {
  return latestOnEach(turn)
    .filter(fits)
    .flatMap(({ movie, verdict }) => {
      const known = turn.world.catalog.byId(movie);
      return known ? [{ movie: known, verdict }] : [];
    });
}
