/** Ten evenings of one group under one strategy, each with the best film that they have not watched together. */

import { afterwards } from "../../together/ahead.ts";
import type { Group } from "../../together/group.ts";
import { inOrder, type Strategy } from "../../together/strategies.ts";
import { meanOf, sumOf } from "../mean.ts";
import { DISLIKED_STARS } from "../sessions.ts";

const EVENINGS = 10;

/** What one group's evenings came to. */
export interface EveningsOutcome {
  /** Stars that people gave to what was picked, on average. */
  readonly mean: number;
  /** Stars of whoever liked it least, averaged over the evenings. */
  readonly least: number;
  /** Share of evenings on which nobody disliked the pick. */
  readonly undisliked: number;
  /** Of whoever the evenings did least for: stars above what they gave to the films that were up for choice, on average. */
  readonly worstOff: number;
}

/**
 * @param stars [people][films] what they think of each film
 * @param remembers the strategy is asked anew on each evening, and told how everybody fared on those before; else its
 *     first ten films are the ten evenings
 */
export function playEvenings(
  strategy: Strategy,
  group: Group,
  stars: readonly Float64Array[],
  remembers: boolean,
): EveningsOutcome {
  const picks = remembers ? remembering(strategy, group) : inOrder(strategy.scores(group)).slice(0, EVENINGS);
  const given = picks.map((film) => stars.map((one) => one[film]!));
  const lift = stars.map((one) => meanOf(picks.map((film) => one[film]!)) - meanOf([...one]));
  return {
    mean: meanOf(given.map(meanOf)),
    least: meanOf(given.map((of) => Math.min(...of))),
    undisliked: sumOf(given.map((of) => Number(Math.min(...of) > DISLIKED_STARS))) / picks.length,
    worstOff: Math.min(...lift),
  };
}

function remembering(strategy: Strategy, group: Group): number[] {
  const picks: number[] = [];
  let { ahead } = group;
  for (let evening = 0; evening < EVENINGS; evening++) {
    const order = inOrder(strategy.scores({ ...group, ahead }));
    const pick = order.find((film) => !picks.includes(film));
    if (pick === undefined) break;
    picks.push(pick);
    ahead = afterwards(
      ahead,
      group.satisfaction.map((one) => one[pick]!),
    );
  }
  return picks;
}
