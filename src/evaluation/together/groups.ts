/** Groups of simulated people, who have all rated enough of the same films to say what they think of a pick. */

import type { Ratings } from "../../dataset/dataset.ts";
import type { Random } from "../../numerics/random.ts";
import type { Feedback } from "../../recommender/feedback.ts";
import { sumOf } from "../mean.ts";
import { testPeople } from "../people.ts";
import { DISLIKED_STARS, LIKED_STARS } from "../sessions.ts";

/** Somebody whose taste is known by some answers, and who tells what they think of the rest. */
export interface Member {
  /** Rows and verdicts, as they would have been given. */
  readonly said: readonly { readonly row: number; readonly verdict: Feedback["verdict"] }[];
  /** Stars by row, of all the others they rated. */
  readonly hidden: ReadonlyMap<number, number>;
}

/** Answers that are known of a person, besides the four favourites. */
const ANSWERS = 16;
/** Films that all of a group have rated, at least: ten evenings leave a choice on each. */
const FEWEST_IN_COMMON = 20;
/** Films that two people have both rated, before it is said how alike they are. */
const FEWEST_TO_COMPARE = 10;
/** Beginnings that are tried for each group that is asked for. */
const TRIES = 20;

export function membersOf(ratings: Ratings, random: Random, seed: number): Member[] {
  return testPeople(ratings, seed).map(({ favourites, hidden }) => {
    const rest = random.shuffle([...hidden]);
    const answered = rest.slice(0, ANSWERS);
    return {
      said: [
        ...favourites.map((row) => ({ row, verdict: "favourite" as const })),
        ...answered.flatMap(([row, stars]) => {
          const verdict = verdictOf(stars);
          return verdict ? [{ row, verdict }] : [];
        }),
      ],
      hidden: new Map(rest.slice(ANSWERS)),
    };
  });
}

const verdictOf = (stars: number): "like" | "dislike" | undefined =>
  stars >= LIKED_STARS ? "like" : stars <= DISLIKED_STARS ? "dislike" : undefined;

export interface DrawnGroup {
  readonly members: readonly Member[];
  /** Rows that all of them have rated and nobody has told of. */
  readonly pool: readonly number[];
}

/** @param alike those come together who think alike, the nearest first; else by chance */
export function drawGroups(
  people: readonly Member[],
  { size, count, alike }: { readonly size: number; readonly count: number; readonly alike: boolean },
  random: Random,
): DrawnGroup[] {
  const groups: DrawnGroup[] = [];
  for (let tried = 0; tried < TRIES * count && groups.length < count; tried++) {
    const [first, ...others] = random.shuffle([...people]);
    if (!first) break;
    const group = gather(first, alike ? nearestFirst(first, others) : others, size);
    if (group) groups.push(group);
  }
  return groups;
}

/** Takes in one after the other who leaves enough films in common. */
function gather(first: Member, others: readonly Member[], size: number): DrawnGroup | undefined {
  const members = [first];
  let pool = [...first.hidden.keys()];
  for (const other of others) {
    if (members.length === size) break;
    const common = pool.filter((row) => other.hidden.has(row));
    if (common.length < FEWEST_IN_COMMON) continue;
    members.push(other);
    pool = common;
  }
  return members.length === size ? { members, pool: pool.sort((a, b) => a - b) } : undefined;
}

const nearestFirst = (first: Member, others: readonly Member[]): Member[] =>
  others
    .map((other) => ({ other, alike: correlation(first.hidden, other.hidden) }))
    .sort((a, b) => b.alike - a.alike)
    .map(({ other }) => other);

/** Pearson's r over the films that both have rated; -1 where these are too few to tell. */
function correlation(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const common = [...a.keys()].filter((row) => b.has(row));
  if (common.length < FEWEST_TO_COMPARE) return -1;
  const centred = (of: ReadonlyMap<number, number>) => {
    const stars = common.map((row) => of.get(row)!);
    const mean = sumOf(stars) / stars.length;
    return stars.map((one) => one - mean);
  };
  const [x, y] = [centred(a), centred(b)];
  const product = (u: readonly number[], v: readonly number[]) => sumOf(u.map((one, at) => one * v[at]!));
  const scale = Math.sqrt(product(x, x) * product(y, y));
  return scale === 0 ? -1 : product(x, y) / scale;
}
