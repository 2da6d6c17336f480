/** What a person said and was shown -> lines of feedback, and those -> ratings. */
import type { MovieId } from "../../catalog/movie.ts";
import { standingFeedback } from "../../conversation/person.ts";
import type { NamedRating } from "../../dataset/mix.ts";
import type { Verdict } from "../../recommender/feedback.ts";
import { standingOpinions } from "../../recommender/standing.ts";
import type { PersonsAnswers } from "../../store/persons-answers.ts";
import type { FeedbackLine } from "./feedback-line.ts";

/**
 * One line for each film that the person has an opinion of or was shown. Of what was taken back nothing is left; that a film was
 * seen is told where nothing else was said of it.
 *
 * @param untilMs what was said or shown later is left out; what was taken back later is gone all the same
 */
export function linesOf({ person, log, exposures }: PersonsAnswers, untilMs = Infinity): FeedbackLine[] {
  const feedback = standingFeedback(log).filter(({ atMs }) => atMs <= untilMs);
  const opinions = new Map(feedback.map((entry) => [entry.movie, entry]));
  for (const opinion of standingOpinions(feedback)) {
    const entry = feedback.findLast(
      ({ movie, verdict, atMs }) =>
        movie === opinion.movie && verdict === opinion.verdict && atMs === opinion.atMs,
    );
    if (entry) opinions.set(entry.movie, entry);
  }
  const shown = new Map(
    exposures.filter(({ atMs }) => atMs <= untilMs).map((exposure) => [exposure.movie, exposure]),
  );
  const movies = new Set<MovieId>([...opinions.keys(), ...shown.keys()]);
  return [...movies].map((movie): FeedbackLine => {
    const said = opinions.get(movie);
    const last = shown.get(movie);
    return {
      person: String(person),
      movie,
      ...(said && {
        verdict: said.verdict,
        ...(said.rating && { stars: said.rating.stars }),
        source: said.source,
      }),
      atMs: said?.atMs ?? last!.atMs,
      ...(last && { shown: { atMs: last.atMs, model: last.model, turn: last.turn } }),
    };
  });
}

/**
 * What a verdict comes to in stars where none were given: between what people who say so have rated at least or at most (like: 4 or
 * more, dislike: 3 or less) and the end of the scale. Who skips a film, has seen it or never wants to, has not rated it.
 */
const STARS: Partial<Record<Verdict, number>> = { favourite: 5, like: 4.5, dislike: 2 };

/** Undefined where a verdict rates nothing. */
export const starsOfVerdict = (verdict: Verdict): number | undefined => STARS[verdict];

const starsOf = ({ verdict, stars }: FeedbackLine): number | undefined =>
  stars ?? (verdict && starsOfVerdict(verdict));

/** Whom an own person's id begins with, so that nobody of a public data set has the same. */
export const OWN = "own-";

/** @param fewest of people who rated fewer films nothing is taken. Default 1 */
export function ratingsOf(lines: readonly FeedbackLine[], fewest = 1): NamedRating[] {
  const rated = lines.flatMap((line): NamedRating[] => {
    const stars = starsOf(line);
    return stars === undefined
      ? []
      : [
          {
            user: `${OWN}${line.person}`,
            movie: line.movie,
            stars,
            atSeconds: Math.floor(line.atMs / 1_000),
          },
        ];
  });
  const counts = new Map<string, number>();
  for (const { user } of rated) counts.set(user, (counts.get(user) ?? 0) + 1);
  return rated.filter(({ user }) => counts.get(user)! >= fewest);
}
