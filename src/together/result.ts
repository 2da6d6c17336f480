/** How votes are counted. */
import type { MovieId } from "../catalog/movie.ts";
import { ballotOf, type Evening } from "./evening.ts";

export interface Result {
  /** Undefined where every film was vetoed or too widely seen, or all are ready and would watch none. */
  readonly pick?: MovieId;
  /** Of the pick. */
  readonly approvals: number;
  /** Who had a say: those who pressed anything. */
  readonly voters: number;
  /** Other films that had as many; the pick was in front of them on the list. */
  readonly tiedWith: readonly MovieId[];
  readonly vetoed: readonly MovieId[];
}

/**
 * Approval voting: most votes win; where several have as many, the one in front on the list, which was made without the votes.
 * What is vetoed is out, and so is what most of those who are in have seen; and all of it where nobody who has voted would watch any.
 */
export function resultOf(evening: Evening): Result {
  const ballots = evening.members.map(({ id }) => ballotOf(evening, id));
  const approvals = evening.films.map((_, film) => count(ballots, ({ approved }) => approved.includes(film)));
  const isVetoed = (film: number) => ballots.some(({ vetoed }) => vetoed === film);
  const isKnown = (film: number) =>
    2 * count(ballots, ({ seen }) => seen.includes(film)) > evening.members.length;
  const areUnwanted = ballots.every(({ approved, isReady }) => isReady && approved.length === 0);
  const left = areUnwanted
    ? []
    : [...evening.films.keys()].filter((film) => !isVetoed(film) && !isKnown(film));
  const most = Math.max(...left.map((film) => approvals[film]!));
  const [best, ...tied] = left.filter((film) => approvals[film] === most);
  const films = (places: readonly number[]) => places.map((film) => evening.films[film]!);
  return {
    ...(best !== undefined && { pick: evening.films[best]! }),
    approvals: best === undefined ? 0 : most,
    voters: count(
      ballots,
      ({ approved, seen, vetoed, isReady }) =>
        isReady || vetoed !== undefined || approved.length + seen.length > 0,
    ),
    tiedWith: films(tied),
    vetoed: films([...evening.films.keys()].filter(isVetoed)),
  };
}

const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;
