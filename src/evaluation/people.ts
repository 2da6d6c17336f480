import type { Ratings } from "../dataset/dataset.ts";
import { groupRows } from "../dataset/group-rows.ts";
import { createRandom } from "../numerics/random.ts";

const FAVOURITES = 4;

/** Somebody the model has never seen: favourites to start from, and hidden ratings to answer with. */
export interface TestPerson {
  /** Another than that of anybody else. */
  readonly number: number;
  /** Rows of the four highest rated movies; ties are broken by the seed. */
  readonly favourites: readonly number[];
  /** Stars by row, of all the other movies they rated. */
  readonly hidden: ReadonlyMap<number, number>;
}

/**
 * Whom to test on of a fold: all of it where it is small, else so many of those who rated more than their favourites.
 *
 * @param users of the fold, ascending
 * @returns users to test on, and the others of the fold, who are left out of training as well
 */
export function drawTestUsers(
  ratings: Ratings,
  users: Int32Array,
  { limit, seed }: { readonly limit: number; readonly seed: number },
): { test: Int32Array; alsoHeldOut: Int32Array } {
  if (users.length <= limit) return { test: users, alsoHeldOut: new Int32Array() };
  const { starts } = groupRows(ratings.users, ratings.userIds.length);
  const able = users.filter((user) => starts[user + 1]! - starts[user]! > FAVOURITES);
  const test = createRandom(seed).shuffle(able).slice(0, limit).sort();
  const drawn = new Set(test);
  return { test, alsoHeldOut: users.filter((user) => !drawn.has(user)) };
}

/**
 * The people in a table of held-out ratings who rated more than their favourites.
 *
 * @param mayBeNamed movies that favourites are chosen among. Default: all
 * @param favourites how many they name
 */
export function testPeople(
  ratings: Ratings,
  seed: number,
  mayBeNamed: (movie: number) => boolean = () => true,
  favourites = FAVOURITES,
): TestPerson[] {
  const random = createRandom(seed);
  const { rows, starts } = groupRows(ratings.users, ratings.userIds.length);
  const people: TestPerson[] = [];
  for (let user = 0; user < ratings.userIds.length; user++) {
    const own = random.shuffle([...rows.subarray(starts[user]!, starts[user + 1]!)]);
    own.sort((a, b) => ratings.stars[b]! - ratings.stars[a]!); // stable: equal stars keep the shuffled order
    const movie = (row: number) => ratings.movies[row]!;
    const named = own.filter((row) => mayBeNamed(movie(row))).slice(0, favourites);
    const hidden = own
      .filter((row) => !named.includes(row))
      .map((row) => [movie(row), ratings.stars[row]!] as const);
    if (hidden.length > 0)
      people.push({ number: user, favourites: named.map(movie), hidden: new Map(hidden) });
  }
  return people;
}
