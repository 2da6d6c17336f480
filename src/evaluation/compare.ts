/** Models side by side on the same splits. */

import type { DatasetMovie } from "../dataset/dataset.ts";
import type { Holdout } from "../dataset/prepare/rating-folds.ts";
import { leadOver, meanScore, ratioScore, type Score } from "./bootstrap.ts";
import { byColumn } from "./by-column.ts";
import { type StarGroup, starsByPrediction } from "./calibration.ts";
import type { Judged, JudgeTask } from "./judge.ts";
import type { RankingOutcome } from "./known-users.ts";
import { meanOf } from "./mean.ts";
import { PRODUCT } from "./report.ts";
import type { Row } from "./row.ts";
import { inThreads } from "./threads.ts";

export interface Comparison {
  readonly rows: readonly Row[];
  readonly holdouts: readonly Holdout[];
  /** One per movie of the ratings. */
  readonly movies: readonly DatasetMovie[];
  readonly seed: number;
  /** Called whenever a row is done with a split: rows x splits times in all. */
  readonly onJudged?: () => void;
}

export interface RatingRow {
  readonly name: string;
  readonly rmse: Score;
  readonly mae: Score;
  /** Stars given by stars predicted, fewest first. */
  readonly calibration: readonly StarGroup[];
}

/** How far predicted stars are off, over all splits; models that predict none have no row. */
export async function compareRatings(comparison: Comparison): Promise<RatingRow[]> {
  const judged = await judgeAll(comparison, "ratings");
  return [...judged].flatMap(([name, folds]) => {
    const rated = folds.filter((fold) => fold.kind === "ratings");
    const errors = rated.flatMap((fold) => fold.errors);
    if (errors.length === 0) return [];
    const counts = errors.map(({ ratings }) => ratings);
    const score = (sums: number[], shape?: (ratio: number) => number) =>
      ratioScore(sums, counts, comparison.seed, shape);
    return [
      {
        name,
        rmse: score(
          errors.map(({ squared }) => squared),
          Math.sqrt,
        ),
        mae: score(errors.map(({ absolute }) => absolute)),
        calibration: starsByPrediction(rated.map(({ byPrediction }) => byPrediction)),
      },
    ];
  });
}

export const RANKING_COLUMNS = ["precision10", "recall10", "ndcg10", "map10"] as const;
export type RankingColumn = (typeof RANKING_COLUMNS)[number];

export interface RankingRow {
  readonly name: string;
  readonly scores: Readonly<Record<RankingColumn, Score>>;
  /** The product's lead over this row; left out for the product itself, and where it is not compared. */
  readonly lead?: Readonly<Record<RankingColumn, Score>>;
  /** Share of the catalogue that is on anybody's list. */
  readonly coverage: number;
}

/** How well known users' movies are ranked, over all splits. */
export async function compareRankings(comparison: Comparison): Promise<RankingRow[]> {
  const judged = await judgeAll(comparison, "lists");
  const listsOf = (name: string) =>
    judged.get(name)!.map((fold) => (fold.kind === "lists" ? fold.outcomes : []));
  const values = (name: string, column: RankingColumn) =>
    listsOf(name)
      .flat()
      .map((outcome) => outcome[column]);
  return [...judged.keys()].map((name) => {
    const lists = listsOf(name);
    return {
      name,
      scores: byColumn(RANKING_COLUMNS, (column) => meanScore(values(name, column), comparison.seed)),
      ...(judged.has(PRODUCT) &&
        name !== PRODUCT && {
          lead: byColumn(RANKING_COLUMNS, (column) =>
            leadOver(values(PRODUCT, column), values(name, column), comparison.seed),
          ),
        }),
      coverage: meanOf(lists.map((outcomes) => coverageOf(outcomes, comparison.movies.length))),
    };
  });
}

const coverageOf = (outcomes: readonly RankingOutcome[], movies: number): number =>
  new Set(outcomes.flatMap(({ listed }) => listed)).size / movies;

/** By row, what came of each split, in the splits' order. */
async function judgeAll(
  { rows, holdouts, movies, seed, onJudged }: Comparison,
  wanted: JudgeTask["wanted"],
): Promise<Map<string, Judged[]>> {
  const tasks = rows.flatMap((row) =>
    holdouts.map((holdout): JudgeTask => ({ row, holdout, movies, wanted, seed })),
  );
  const results = await inThreads<JudgeTask, Judged>(
    new URL("./judge-worker.js", import.meta.url),
    tasks,
    onJudged,
  );
  return new Map(
    rows.map(({ name }, at) => [name, results.slice(at * holdouts.length, (at + 1) * holdouts.length)]),
  );
}
