/**
 * What a model makes of more answers. Half of a person's hidden ratings are answers, given in an order drawn once, the
 * same for every model; the other half is what it then has to find. The task stays the same while the answers grow: a
 * movie that is an answer, given yet or not, is never ranked.
 */

import { createRandom } from "../numerics/random.ts";
import type { Contender } from "./contender.ts";
import { ndcgAt } from "./metrics.ts";
import type { TestPerson } from "./people.ts";
import { DISLIKED_STARS, LIKED_STARS } from "./sessions.ts";

export const ANSWER_COUNTS = [0, 1, 3, 5, 10, 20] as const;

/** NDCG@10 over the whole catalogue after so many answers; null where the person has no movie left to be found, or fewer answers. */
export type ByAnswers = readonly (number | null)[];

export function playByAnswers(
  contender: Contender,
  { number, favourites, hidden }: TestPerson,
  seed: number,
): ByAnswers {
  const drawn = createRandom(seed + (favourites[0] ?? number)).shuffle([...hidden]);
  const answers = drawn.slice(0, drawn.length >> 1);
  const liked = new Set(
    drawn.slice(answers.length).flatMap(([row, stars]) => (stars >= LIKED_STARS ? [row] : [])),
  );
  const encounter = contender.meet(favourites, number);
  const known = new Set([...favourites, ...answers.map(([row]) => row)]);
  let given = 0;
  return ANSWER_COUNTS.map((count) => {
    if (liked.size === 0 || answers.length < ANSWER_COUNTS.at(-1)!) return null;
    for (; given < count; given++) {
      const [row, stars] = answers[given]!;
      if (stars >= LIKED_STARS) encounter.observe(row, "like");
      else if (stars <= DISLIKED_STARS) encounter.observe(row, "dislike");
    }
    const ranked = encounter.best(10, (row) => !known.has(row));
    return ndcgAt(10, ranked, liked);
  });
}
