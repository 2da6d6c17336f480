/** Three to five films for a group, unlike each other, and what each of them is expected to give to everybody. */
import type { MovieId } from "../catalog/movie.ts";
import type { Filters } from "../recommender/filters.ts";
import type { Recommender } from "../recommender/recommender.ts";
import { scoreOf } from "../recommender/score.ts";
import type { Taste } from "../recommender/user-model.ts";
import { afterwards } from "./ahead.ts";
import type { MemberId } from "./evening.ts";
import { type Group, groupOf } from "./group.ts";
import { balanced, inOrder, type Strategy } from "./strategies.ts";

/** Somebody who is in. */
export interface Taker {
  readonly id: MemberId;
  readonly taste: Taste;
  /** Rows of films that are not to come up for them: refused for good, or passed over lately. */
  readonly away: ReadonlySet<number>;
  /** Rows of films that they have seen. */
  readonly seen: ReadonlySet<number>;
  /** By how much evenings before have satisfied them more than the others. */
  readonly ahead: number;
}

export interface ShortListOptions {
  readonly filters: Filters;
  readonly seenBy: "nobody" | "most";
  /** Rows that do not come again. */
  readonly without: ReadonlySet<number>;
  readonly strategy?: Strategy;
  /** At most so many films. Default: 5 */
  readonly length?: number;
}

export interface ShortList {
  /** The best for all together first. */
  readonly films: readonly MovieId[];
  /** [films] of each. */
  readonly expected: ReadonlyMap<MemberId, readonly number[]>;
  /** Who is clearly behind from evenings before. */
  readonly turn?: MemberId;
}

const LONGEST = 5;
/** Of each person's best so many are up for choice. */
const BEST_OF_EACH = 150;
/** Of the best for all so many may come on the list. */
const IN_QUESTION = 40;
/** What a film loses that is the same as one on the list already, in the unit of scores. */
const ALIKE = 2;
/** Who is behind by so much, it is their turn. */
const BEHIND = 0.5;

/** Deterministic: the same people and limits give the same list. Empty where the limits leave nothing. */
export function shortList(
  recommender: Recommender,
  takers: readonly Taker[],
  { filters, seenBy, without, strategy = balanced, length = LONGEST }: ShortListOptions,
): ShortList {
  const rows = upForChoice(recommender, takers, { filters, seenBy, without });
  if (rows.length === 0) return { films: [], expected: new Map() };
  const ahead = Float64Array.from(takers, (one) => one.ahead);
  const group = groupOf(
    recommender,
    takers.map(({ taste }) => taste),
    rows,
    ahead,
  );
  const places = unlike(recommender, rows, group, { strategy, length });
  const films = places.map((at) => recommender.movie(rows[at]!).id);
  const expected = new Map(
    takers.map(({ id }, one) => [id, places.map((at) => group.satisfaction[one]![at]!)]),
  );
  const last = takers.toSorted((a, b) => a.ahead - b.ahead)[0];
  return { films, expected, ...(last && last.ahead < -BEHIND && { turn: last.id }) };
}

function upForChoice(
  recommender: Recommender,
  takers: readonly Taker[],
  { filters, seenBy, without }: Omit<ShortListOptions, "strategy">,
): number[] {
  const mostSeen = seenBy === "nobody" ? 0 : takers.length / 2;
  const times = new Map<number, number>();
  for (const { seen } of takers) for (const row of seen) times.set(row, (times.get(row) ?? 0) + 1);
  const accepts = (row: number): boolean =>
    !without.has(row) && (times.get(row) ?? 0) <= mostSeen && takers.every(({ away }) => !away.has(row));
  const best = takers.flatMap(({ taste }) =>
    recommender.rank(taste, { filters, accepts, limit: BEST_OF_EACH }).map(({ row }) => row),
  );
  return [...new Set(best)].sort((a, b) => a - b);
}

/** One after the other: the best by then, less what it has in common with the list so far. Who got less from that counts for more. */
function unlike(
  recommender: Recommender,
  rows: readonly number[],
  group: Group,
  { strategy, length }: { readonly strategy: Strategy; readonly length: number },
): number[] {
  const chosen: number[] = [];
  const asItIs = strategy.scores(group);
  const inQuestion = inOrder(asItIs).slice(0, IN_QUESTION);
  let { ahead } = group;
  while (chosen.length < Math.min(length, inQuestion.length)) {
    const scores = chosen.length === 0 ? asItIs : strategy.scores({ ...group, ahead });
    const worth = (at: number) =>
      scores[at]! -
      ALIKE * Math.max(0, ...chosen.map((other) => likeness(recommender, rows[at]!, rows[other]!)));
    const next = inQuestion
      .filter((at) => !chosen.includes(at))
      .reduce((best, at) => (worth(at) > worth(best) ? at : best));
    chosen.push(next);
    ahead = afterwards(
      ahead,
      group.satisfaction.map((one) => one[next]!),
    );
  }
  return chosen;
}

/** In [0, 1]: half by who likes them, half by the genres that they share. */
function likeness({ model, movie }: Recommender, a: number, b: number): number {
  const { embeddings, dimensions: d } = model;
  const vector = (row: number) => Float64Array.from(embeddings.subarray(row * d, (row + 1) * d));
  const [u, v] = [vector(a), vector(b)];
  const norm = Math.sqrt(scoreOf(embeddings, a, u) * scoreOf(embeddings, b, v));
  const byTaste = norm === 0 ? 0 : Math.max(0, scoreOf(embeddings, a, v) / norm);
  const [x, y] = [movie(a).genres, movie(b).genres];
  const all = new Set([...x, ...y]).size;
  const shared = x.filter((genre) => y.includes(genre)).length;
  return (byTaste + (all === 0 ? 0 : shared / all)) / 2;
}
