/** What stars say of a taste: they are compared with what the person gives otherwise. */
import type { Verdict } from "../recommender/feedback.ts";

/** The mean of those who rate films, in stars; the person's own counts for as much from so many ratings on. */
const USUAL_MEAN = 3.5;
const USUAL_COUNT = 10;
/** From the mean: at least as much is a like, and as little a dislike. Of somebody with the usual mean: 3.5 and 2.5. */
const LIKE_FROM = 0;
const DISLIKE_TO = -1;

/** Of somebody who gave these stars. Who gives the best there is means it, whatever they give otherwise, and so the worst. */
export function verdictsBy(
  given: readonly number[],
): (stars: number) => Extract<Verdict, "like" | "dislike" | "seen"> {
  const sum = given.reduce((total, stars) => total + stars, USUAL_COUNT * USUAL_MEAN);
  const mean = sum / (given.length + USUAL_COUNT);
  // half stars are all there are: what is a like lies on one of them
  const like = Math.min(5, Math.max(1.5, Math.round(2 * (mean + LIKE_FROM)) / 2));
  const dislike = Math.min(like - 0.5, Math.max(0.5, Math.round(2 * (mean + DISLIKE_TO)) / 2));
  return (stars) => (stars >= like ? "like" : stars <= dislike ? "dislike" : "seen");
}
