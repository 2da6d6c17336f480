/**
 * How words and taste go together: requests that people the model has never seen could have made, answered from
 * their favourites, and judged by what they rated among the movies that fit the words.
 */

import { createRandom } from "../numerics/random.ts";
import type { Feedback } from "../recommender/feedback.ts";
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import type { RankOptions, Recommender } from "../recommender/recommender.ts";
import { suggestible } from "../recommender/suggestible.ts";
import { meanOf } from "./mean.ts";
import { recallAt } from "./metrics.ts";
import type { TestPerson } from "./people.ts";
import { DISLIKED_STARS, LIKED_STARS } from "./sessions.ts";

/** So many movies of either kind must fit a request that a person is given: fewer pairs are chance. */
const FEWEST_OF_A_KIND = 3;
const TRIES = 200;
/** Movies that fit alike: their fits, in [0, 1], are no further apart. */
const ALIKE = 0.1;
const SHOWN = 10;
const LOOKED_THROUGH = 20;

/** What the answer to one request came to. */
export interface RequestOutcome {
  /** Of the movies they rated that fit: how often a liked one is ranked above a disliked one; half is chance. */
  readonly order: number;
  /** The same of pairs that fit alike, where words have nothing to say; null where there are none. */
  readonly orderOfAlike: number | null;
  /** Mean fit of the ten best suggestions, over the whole catalogue, to a wanted trait, in [0, 1]. */
  readonly wanted: number;
  /** The same to the trait that is not wanted; null where none is. */
  readonly unwanted: number | null;
  /** Liked movies that fit among the twenty best, over min(20, how many there are). */
  readonly hits: number;
}

/**
 * Requests for a trait, a genre and a trait, two traits, or a trait but not another, of which the person rated
 * fitting movies that they like and that they do not. Whether a movie fits is asked of this recommender.
 */
export function drawRequests(
  recommender: Recommender,
  { hidden }: TestPerson,
  { count, seed }: { readonly count: number; readonly seed: number },
): Filters[] {
  const random = createRandom(seed);
  const maySuggest = suggestible(recommender.model, recommender.policy);
  const traits = [...recommender.model.traits.keys()];
  const genres = [...new Set(recommender.model.movies.flatMap((movie) => movie.genres))].sort();
  const some = (count: number, names: readonly string[]) => random.shuffle([...names]).slice(0, count);
  const shapes: readonly (() => Partial<Filters>)[] = [
    () => ({ traitsIn: some(1, traits) }),
    () => ({ genresIn: some(1, genres), traitsIn: some(1, traits) }),
    () => ({ traitsIn: some(2, traits) }),
    () => {
      const [wanted = "", unwanted = ""] = some(2, traits);
      return { traitsIn: [wanted], traitsOut: [unwanted] };
    },
  ];
  const drawn: Filters[] = [];
  for (let tries = 0; tries < TRIES && drawn.length < count; tries++) {
    const filters = { ...NO_FILTERS, ...shapes[random.int(shapes.length)]!() };
    const stars = [...hidden].flatMap(([row, given]) =>
      maySuggest(row) && recommender.passes(row, filters) ? [given] : [],
    );
    const liked = stars.filter((given) => given >= LIKED_STARS).length;
    const disliked = stars.filter((given) => given <= DISLIKED_STARS).length;
    if (Math.min(liked, disliked) >= FEWEST_OF_A_KIND) drawn.push(filters);
  }
  return drawn;
}

/** Answers a request knowing the favourites alone, as the product does at first. */
export function answerRequest(
  recommender: Recommender,
  { favourites, hidden }: TestPerson,
  filters: Filters,
): RequestOutcome {
  const feedback = favourites.map(
    (row): Feedback => ({ movie: recommender.movie(row).id, verdict: "favourite", atMs: 0 }),
  );
  const taste = recommender.taste(feedback);
  const leastFit = (row: number) =>
    Math.min(1, ...filters.traitsIn.map((trait) => fitOf(recommender, trait, row)));
  const rowsOf = (options: RankOptions) =>
    recommender.rank(taste, { feedback, filters, ...options }).map(({ row }) => row);
  const rated = rowsOf({ accepts: (row) => hidden.has(row), limit: hidden.size });
  const isLiked = (row: number) => hidden.get(row)! >= LIKED_STARS;
  const pairs = rated.flatMap((row, place) =>
    isLiked(row)
      ? rated.flatMap((other, otherPlace) =>
          hidden.get(other)! <= DISLIKED_STARS
            ? [{ isRight: place < otherPlace, apart: Math.abs(leastFit(row) - leastFit(other)) }]
            : [],
        )
      : [],
  );
  const shareRight = (of: typeof pairs) => of.filter(({ isRight }) => isRight).length / of.length;
  const alike = pairs.filter(({ apart }) => apart <= ALIKE);
  const suggested = rowsOf({ limit: LOOKED_THROUGH });
  const fitting = new Set(
    [...hidden.keys()].filter((row) => isLiked(row) && recommender.passes(row, filters)),
  );
  const fit = (traits: readonly string[]) =>
    meanOf(traits.flatMap((trait) => suggested.slice(0, SHOWN).map((row) => fitOf(recommender, trait, row))));
  return {
    order: shareRight(pairs),
    orderOfAlike: alike.length === 0 ? null : shareRight(alike),
    wanted: fit(filters.traitsIn),
    unwanted: filters.traitsOut.length === 0 ? null : fit(filters.traitsOut),
    hits: recallAt(LOOKED_THROUGH, suggested, fitting),
  };
}

const fitOf = ({ model }: Recommender, trait: string, row: number): number =>
  model.traits.get(trait)![row]! / 255;
