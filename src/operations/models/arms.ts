/** What people make of models side by side: the share of suggestions that were liked, and how sure that is. */

import { isAmong } from "../../dataset/prepare/left-out.ts";
import { createRandom } from "../../numerics/random.ts";
import type { PersonsTally } from "../../store/persons-tally.ts";

/** Whether somebody is served by the challenger: always the same people for the same challenger. */
export const isServedByChallenger = (
  user: string,
  { version, share }: { version: string; share: number },
): boolean => isAmong(`${version}:${user}`, share);

export interface Arm {
  readonly people: number;
  readonly answered: number;
  readonly liked: number;
  /** Of what was answered. */
  readonly share: number;
}

export interface ArmsCompared {
  readonly champion: Arm;
  readonly challenger: Arm;
  /** The challenger's share of likes over the champion's, with a 95 % bootstrap interval over people. */
  readonly lead: { readonly mean: number; readonly interval: readonly [low: number, high: number] };
  readonly is: "worse" | "not worse" | "unknown";
}

const RESAMPLES = 1_000;
/** Of fewer nothing is concluded. */
const FEWEST = { people: 20, answers: 200 };

export function compareArms(
  champion: readonly PersonsTally[],
  challenger: readonly PersonsTally[],
  seed = 1,
): ArmsCompared {
  const random = createRandom(seed);
  const resampled = (arm: readonly PersonsTally[]): number => {
    let [liked, answered] = [0, 0];
    for (let draw = 0; draw < arm.length; draw++) {
      const person = arm[random.int(arm.length)]!;
      liked += person.liked;
      answered += person.answered;
    }
    return liked / answered;
  };
  const [before, after] = [armOf(champion), armOf(challenger)];
  const isEnough = [before, after].every(
    ({ people, answered }) => people >= FEWEST.people && answered >= FEWEST.answers,
  );
  const leads = isEnough
    ? Array.from({ length: RESAMPLES }, () => resampled(challenger) - resampled(champion)).sort(
        (a, b) => a - b,
      )
    : [];
  const at = (share: number) => leads[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
  const interval = [at(0.025), at(0.975)] as const;
  return {
    champion: before,
    challenger: after,
    lead: { mean: after.share - before.share, interval },
    is: !isEnough ? "unknown" : interval[1] < 0 ? "worse" : "not worse",
  };
}

function armOf(people: readonly PersonsTally[]): Arm {
  const sum = (of: (person: PersonsTally) => number) =>
    people.reduce((total, person) => total + of(person), 0);
  const [answered, liked] = [sum((person) => person.answered), sum((person) => person.liked)];
  return { people: people.length, answered, liked, share: answered === 0 ? 0 : liked / answered };
}
