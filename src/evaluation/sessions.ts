/**
 * Sessions with simulated people, as the product meets them: favourites first, then one suggestion at a time,
 * each answered from the person's hidden ratings before the next is made.
 */
import type { Contender } from "./contender.ts";
import { ndcgAt, recallAt } from "./metrics.ts";
import type { TestPerson } from "./people.ts";

const TURNS = 20;
export const LIKED_STARS = 4;
export const DISLIKED_STARS = 3;

/** What one person's sessions came to; null where the person has nothing to measure it by. */
export interface Outcome {
  /** Share of likes when only movies the person did rate are suggested: min(20, half of them) turns. */
  readonly knownPool: number | null;
  /** Liked movies found in 20 turns over the whole catalogue, over min(20, movies liked). */
  readonly openHits: number | null;
  /** Of the ranking from the favourites alone, over the whole catalogue. */
  readonly ndcg10: number | null;
  readonly recall20: number | null;
  /** Rows suggested in the open session. */
  readonly suggested: readonly number[];
  /** Rows of the other movies that the person likes. */
  readonly liked: readonly number[];
}

/** The same, of a session over the whole catalogue alone. */
export type OpenOutcome = Omit<Outcome, "knownPool">;

export const playSessions = (contender: Contender, person: TestPerson): Outcome => ({
  knownPool: knownPool(contender, person),
  ...playOpenSession(contender, person),
});

export function playOpenSession(contender: Contender, person: TestPerson): OpenOutcome {
  const liked = new Set([...person.hidden].flatMap(([row, stars]) => (stars >= LIKED_STARS ? [row] : [])));
  if (liked.size === 0) return { openHits: null, ndcg10: null, recall20: null, suggested: [], liked: [] };
  const known = new Set(person.favourites);
  const ranked = contender.meet(person.favourites, person.number).best(TURNS, (row) => !known.has(row));
  return {
    ...openCatalogue(contender, person, liked),
    ndcg10: ndcgAt(10, ranked, liked),
    recall20: recallAt(20, ranked, liked),
    liked: [...liked],
  };
}

function knownPool(contender: Contender, { number, favourites, hidden }: TestPerson): number | null {
  const turns = Math.min(TURNS, Math.floor(hidden.size / 2));
  const encounter = contender.meet(favourites, number);
  const left = new Set(hidden.keys());
  let likes = 0;
  for (let turn = 0; turn < turns; turn++) {
    const [row] = encounter.best(1, (candidate) => left.has(candidate));
    if (row === undefined) break;
    left.delete(row);
    const stars = hidden.get(row)!;
    if (stars >= LIKED_STARS) likes++;
    if (stars >= LIKED_STARS) encounter.observe(row, "like");
    else if (stars <= DISLIKED_STARS) encounter.observe(row, "dislike");
  }
  return turns === 0 ? null : likes / turns;
}

/** A movie that the person never rated counts as skipped. */
function openCatalogue(
  contender: Contender,
  { number, favourites, hidden }: TestPerson,
  liked: ReadonlySet<number>,
) {
  const encounter = contender.meet(favourites, number);
  const shown = new Set(favourites);
  const suggested: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const [row] = encounter.best(1, (candidate) => !shown.has(candidate));
    if (row === undefined) break;
    shown.add(row);
    suggested.push(row);
    const stars = hidden.get(row);
    if (stars === undefined) encounter.observe(row, "skip");
    else if (stars >= LIKED_STARS) encounter.observe(row, "like");
    else if (stars <= DISLIKED_STARS) encounter.observe(row, "dislike");
  }
  const hits = suggested.filter((row) => liked.has(row)).length;
  return { openHits: hits / Math.min(TURNS, liked.size), suggested };
}
