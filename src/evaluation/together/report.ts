import { leadOver, standing } from "../bootstrap.ts";
import { meanOf } from "../mean.ts";
import type { EveningsOutcome } from "./evenings.ts";
import { OURS, type TogetherOutcomes } from "./fold.ts";

type Measure = keyof EveningsOutcome;

/** Figures in words; of the others with where ours stands, person for person: "3.41 ahead". */
export type StrategyRow = { readonly name: string } & Readonly<Record<Measure, string>>;

export interface GroupsReport {
  readonly size: number;
  readonly alike: boolean;
  readonly groups: number;
  readonly rows: readonly StrategyRow[];
}

/** @param folds each in the same order of sizes and kinds */
export function summariseTogether(
  folds: readonly (readonly TogetherOutcomes[])[],
  seed: number,
): GroupsReport[] {
  return folds[0]!.map(({ size, alike, byStrategy }, kind) => {
    const outcomesOf = (name: string) => folds.flatMap((fold) => fold[kind]!.byStrategy.get(name)!);
    const ours = outcomesOf(OURS);
    const rows = [...byStrategy.keys()].map((name): StrategyRow => {
      const theirs = outcomesOf(name);
      const cell = (measure: Measure): string => {
        const values = theirs.map((one) => one[measure]);
        const figure = meanOf(values).toFixed(3);
        if (name === OURS) return figure;
        const lead = leadOver(
          ours.map((one) => one[measure]),
          values,
          seed,
        );
        return `${figure} (${standing(lead)})`;
      };
      return {
        name,
        mean: cell("mean"),
        least: cell("least"),
        undisliked: cell("undisliked"),
        worstOff: cell("worstOff"),
      };
    });
    return { size, alike, groups: ours.length, rows };
  });
}
