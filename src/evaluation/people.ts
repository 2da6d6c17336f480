import type { Ratings } from "../dataset/dataset.ts";
import { groupRows } from "../dataset/group-rows.ts";
import { createRandom } from "../random.ts";

const FAVOURITES = 4;

/** Somebody the model has never seen: favourites to start from, and hidden ratings to answer with. */
export interface TestPerson {
  /** Rows of the four highest rated movies; ties are broken by the seed. */
  readonly favourites: readonly number[];
  /** Stars by row, of all the other movies they rated. */
  readonly hidden: ReadonlyMap<number, number>;
}

/** The people in a table of held-out ratings who rated more than their favourites. */
export function testPeople(ratings: Ratings, seed: number): TestPerson[] {
  const random = createRandom(seed);
  const { rows, starts } = groupRows(ratings.users, ratings.userIds.length);
  const people: TestPerson[] = [];
  for (let user = 0; user < ratings.userIds.length; user++) {
    const own = random.shuffle([...rows.subarray(starts[user]!, starts[user + 1]!)]);
    own.sort((a, b) => ratings.stars[b]! - ratings.stars[a]!); // stable: equal stars keep the shuffled order
    const movie = (row: number) => ratings.movies[row]!;
    const hidden = own.slice(FAVOURITES).map((row) => [movie(row), ratings.stars[row]!] as const);
    if (hidden.length > 0)
      people.push({ favourites: own.slice(0, FAVOURITES).map(movie), hidden: new Map(hidden) });
  }
  return people;
}
