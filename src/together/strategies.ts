/**
 * How one order is made of what several people want: the strategies of the literature, and our own, behind one port.
 *
 * Source of the published ones: Masthoff, "Group Recommender Systems: Aggregation, Satisfaction and Group Attributes", in
 * Recommender Systems Handbook, 2nd ed., 2015, section 22.3; of GFAR: Kaya, Bridge & Tintarev, "Ensuring Fairness in
 * Group Recommendations by Rank-Sensitive Balancing of Relevance", RecSys 2020.
 */
import { expectedLeast } from "./expected-least.ts";
import type { Group } from "./group.ts";

export interface Strategy {
  readonly name: string;
  /** [films] the higher, the sooner; pure. */
  scores(group: Group): Float64Array;
}

/** Below the average of what a person is offered it is misery to them. */
const MISERY = 0;

/** Of our own, all chosen on ML-100K and ml-latest-small: what the least satisfied is expected to get, against what all get on average, */
const OF_THE_LEAST = 0.75;
/** What people at large think of a film, against what is expected of the person, */
const OF_ESTEEM = 0.6;
/** and how much of the uncertainty of a taste counts. */
const OF_DOUBT = 0.5;

const count = ({ satisfaction }: Group): number => satisfaction[0]?.length ?? 0;

const perFilm = (group: Group, score: (of: number[], film: number) => number): Float64Array =>
  Float64Array.from({ length: count(group) }, (_, film) =>
    score(
      group.satisfaction.map((one) => one[film]!),
      film,
    ),
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const average: Strategy = {
  name: "average",
  scores: (group) => perFilm(group, mean),
};

export const leastMisery: Strategy = {
  name: "least misery",
  scores: (group) => perFilm(group, (of) => Math.min(...of)),
};

/** The best on average of the films that are no misery to anybody; where there are none, the others as by least misery. */
export const averageWithoutMisery: Strategy = {
  name: "average without misery",
  scores: (group) => {
    const worst = Math.min(...group.satisfaction.flatMap((one) => [...one]));
    return perFilm(group, (of) =>
      of.every((one) => one >= MISERY) ? mean(of) + BEYOND_MISERY : Math.min(...of) - Math.abs(worst),
    );
  },
};
/** More than any score: what is no misery comes before all that is. */
const BEYOND_MISERY = 1_000;

export const mostPleasure: Strategy = {
  name: "most pleasure",
  scores: (group) => perFilm(group, (of) => Math.max(...of)),
};

/** Points by place in each person's own order: 0 for the last, one more for each film before it. */
export const borda: Strategy = {
  name: "Borda",
  scores: (group) => {
    const points = new Float64Array(count(group));
    for (const one of group.satisfaction)
      for (const [place, film] of inOrder(one).toReversed().entries()) points[film]! += place;
    return points;
  },
};

/** People choose in turns, each the best that is left; who has got least so far begins. */
export const byTurns: Strategy = {
  name: "fairness by turns",
  scores: (group) => {
    const turns = [...group.ahead.keys()].sort((a, b) => group.ahead[a]! - group.ahead[b]!);
    const orders = group.satisfaction.map(inOrder);
    const scores = new Float64Array(count(group));
    const taken = new Set<number>();
    for (let turn = 0; taken.size < scores.length; turn++) {
      const film = orders[turns[turn % turns.length]!]!.find((one) => !taken.has(one))!;
      taken.add(film);
      scores[film] = scores.length - turn;
    }
    return scores;
  },
};

/**
 * Greedy: each next film is the one that adds most to the people who have found least of what they want in the list so
 * far. What a person wants is the share of their Borda points, and the chance that none of the list was it shrinks by it.
 */
export const gfar: Strategy = {
  name: "GFAR",
  scores: (group) => {
    const films = count(group);
    const relevance = group.satisfaction.map((one) => {
      const points = new Float64Array(films);
      for (const [place, film] of inOrder(one).toReversed().entries()) points[film] = place;
      const all = points.reduce((sum, value) => sum + value, 0) || 1;
      return points.map((value) => value / all);
    });
    const unmet = relevance.map(() => 1);
    const scores = new Float64Array(films).fill(-1);
    for (let place = 0; place < films; place++) {
      let best = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (let film = 0; film < films; film++) {
        if (scores[film]! >= 0) continue;
        const gain = relevance.reduce((sum, of, person) => sum + of[film]! * unmet[person]!, 0);
        if (gain > most) [best, most] = [film, gain];
      }
      scores[best] = films - place;
      for (const [person, of] of relevance.entries()) unmet[person]! *= 1 - of[best]!;
    }
    return scores;
  },
};

/** How far behind somebody is counts so much against what a film is expected to give them. */
const OF_EVENINGS_BEFORE = 0.4;

/** What is expected of each film: by the person's own taste, and by what people at large think of it. */
const expected = ({ esteem }: Group, of: readonly number[], film: number): number[] =>
  of.map((one) => one + OF_ESTEEM * esteem[film]!);

/** The average, of the expectations that ours goes by: what is left of ours without a thought for the least satisfied. */
export const averageWithEsteem: Strategy = {
  name: "average with esteem",
  scores: (group) => perFilm(group, (of, film) => mean(expected(group, of, film))),
};

/**
 * Ours: between what everybody gets on average and what the least satisfied one is expected to get, over the posterior of each.
 * What is expected leans on what people at large think of the film. Who got less than the others before counts as having less now.
 */
export const balanced: Strategy = {
  name: "balanced",
  scores: (group) =>
    perFilm(group, (of, film) => {
      const gets = expected(group, of, film);
      const had = gets.map((one, person) => one + OF_EVENINGS_BEFORE * group.ahead[person]!);
      const doubts = group.doubt.map((one) => OF_DOUBT * one[film]!);
      return (1 - OF_THE_LEAST) * mean(gets) + OF_THE_LEAST * expectedLeast(had, doubts);
    }),
};

export const PUBLISHED: readonly Strategy[] = [
  average,
  leastMisery,
  averageWithoutMisery,
  mostPleasure,
  borda,
  byTurns,
  gfar,
];

/** Places of values, the highest first; of equal ones the first first. */
export const inOrder = (values: Float64Array): number[] =>
  [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);
