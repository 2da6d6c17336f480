import { leadOver, meanScore, type Score } from "./bootstrap.ts";
import { byColumn } from "./by-column.ts";
import { type PlacementOutcomes, type PlacementRow, POOLS, type Pool } from "./placement-fold.ts";
import type { OpenOutcome } from "./sessions.ts";

export const PLACEMENT_COLUMNS = ["ndcg10", "openHits"] as const;
type Column = (typeof PLACEMENT_COLUMNS)[number];

export interface PlacementRowReport {
  readonly pool: Pool;
  readonly name: PlacementRow;
  /** Who likes any film of the pool. */
  readonly people: number;
  readonly scores: Readonly<Record<Column, Score>>;
  /** How far placing is ahead of this row; absent of placing itself. */
  readonly lead?: Readonly<Record<Column, Score>>;
}

/** All folds' people together. */
export function summarisePlacement(folds: readonly PlacementOutcomes[], seed: number): PlacementRowReport[] {
  return POOLS.flatMap((pool) => {
    const values = (name: PlacementRow, column: Column) => {
      const outcomes: readonly OpenOutcome[] = folds.flatMap((fold) => fold[pool][name] ?? []);
      return outcomes.map((outcome) => outcome[column]).filter((value) => value !== null);
    };
    return (Object.keys(folds[0]![pool]) as PlacementRow[]).map((name) => ({
      pool,
      name,
      people: values(name, "ndcg10").length,
      scores: byColumn(PLACEMENT_COLUMNS, (column) => meanScore(values(name, column), seed)),
      ...(name !== "placed" && {
        lead: byColumn(PLACEMENT_COLUMNS, (column) =>
          leadOver(values("placed", column), values(name, column), seed),
        ),
      }),
    }));
  });
}
